import * as v from "valibot";
import { lazily } from "../lazily.ts";

/** What a page with a form says of its fields: counts as yes or no, and never what stands in them. */
const lookSchema = lazily(() =>
  v.object({
    /** When this document began, milliseconds since the Unix epoch. */
    beganAt: v.number(),
    isLoaded: v.boolean(),
    hasFields: v.boolean(),
    hasText: v.boolean(),
  }),
);

export type FieldsLook = Readonly<v.InferOutput<ReturnType<typeof lookSchema>>>;

/** Null for anything that is not of the form that the probe sends: it comes from inside a page. */
export function parseFieldsLook(raw: unknown): FieldsLook | null {
  const parsed = v.safeParse(lookSchema(), raw);
  return parsed.success ? parsed.output : null;
}

/**
 * What the way back to a form came to:
 * - `as-left`: the browser had kept the page itself, with all that was typed.
 * - `filled`: the page was made anew, and text stands in its fields.
 * - `empty`: made anew, and no text stands there.
 * - `no-fields`: no field for text was found.
 * - `asks-to-send`: the page before came from a form itself, and the browser shows it only if that is sent again.
 * - `not-shown`: the page could not be looked at, or did not come in time.
 * - `nowhere`: the tab has no page before this one.
 */
export type FormReturn = "as-left" | "filled" | "empty" | "no-fields" | "asks-to-send" | "not-shown" | "nowhere";

/** What is shown of a step back, as it lies in session storage; `beganAt` names the document it is about, where one is. */
export interface ShownReturn {
  readonly found: FormReturn;
  readonly beganAt: number | null;
}

/** Where that of a tab lies. */
export const returnKey = (tabId: number): `form-return:${number}` => `form-return:${tabId}`;

/**
 * Judges the page that came; `failedAt` is when the failing page after it began, by the clock of pages as well, or where
 * that does not say, when the step back was taken: epoch milliseconds.
 */
export function formReturn({ beganAt, hasFields, hasText }: FieldsLook, failedAt: number): FormReturn {
  if (!hasFields) return "no-fields";
  if (!hasText) return "empty";
  return beganAt < failedAt ? "as-left" : "filled";
}
