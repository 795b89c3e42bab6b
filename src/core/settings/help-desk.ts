import * as v from "valibot";
import { lazily } from "../lazily.ts";
import { safeAddress } from "./addresses.ts";

const mail = () => v.pipe(v.string(), v.trim(), v.maxLength(200), v.regex(/^[^\s@?&%:/]+@[^\s@?&%:/]+$/));
const name = () => v.pipe(v.string(), v.trim(), v.minLength(1), v.maxLength(60));

export const helpDeskSchema = lazily(() =>
  v.object({
    address: v.union([mail(), safeAddress()]),
    label: v.optional(v.nullable(name()), null),
  }),
);

/** An address for mail, or a page, and how the link to it is called. */
export type HelpDesk = Readonly<v.InferOutput<ReturnType<typeof helpDeskSchema>>>;
