import * as v from "valibot";
import { foreignText } from "../foreign-text.ts";
import { lazily } from "../lazily.ts";
import { safeAddress } from "./addresses.ts";

/** What is shown of it is to be what a mail goes to: nothing in it may be invisible, or turn it round. */
const mail = () =>
  v.pipe(
    v.string(),
    v.trim(),
    v.maxLength(200),
    v.regex(/^[^\s@?&%:/]+@[^\s@?&%:/]+$/),
    v.check((address) => foreignText(address, 200) === address),
  );
/** A link shows it as it stands, so it is one line that steers nothing. */
const name = () =>
  v.pipe(
    v.string(),
    v.maxLength(60),
    v.transform((text) => foreignText(text, 60)),
    v.minLength(1),
  );

export const helpDeskSchema = lazily(() =>
  v.object({
    address: v.union([mail(), safeAddress()]),
    label: v.optional(v.nullable(name()), null),
  }),
);

/** An address for mail, or a page, and how the link to it is called. */
export type HelpDesk = Readonly<v.InferOutput<ReturnType<typeof helpDeskSchema>>>;
