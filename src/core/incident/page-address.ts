import * as v from "valibot";
import { pageUrl } from "./incident.ts";

/** The stored address of a page or of what is asked: one that cannot be read, or is too long, takes what holds it along. */
export const pageAddress = v.pipe(
  v.string(),
  v.check((text) => pageUrl(text) !== null),
);
