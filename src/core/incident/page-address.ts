import * as v from "valibot";
import { lazily } from "../lazily.ts";
import { pageUrl } from "./incident.ts";

/** The stored address of a page or of what is asked: one that cannot be read, or is too long, takes what holds it along. */
export const pageAddress = lazily(() =>
  v.pipe(
    v.string(),
    v.check((text) => pageUrl(text) !== null),
  ),
);
