import * as v from "valibot";
import { lazily } from "../../lazily.ts";
import { parseJson } from "../../parse-json.ts";

const schema = lazily(() =>
  v.object({
    title: v.fallback(v.optional(v.string()), undefined),
    detail: v.fallback(v.optional(v.string()), undefined),
  }),
);

/** A text as it stands in markup. */
export const escapedText = (text: string): string => text.replaceAll("&", "&amp;").replaceAll("<", "&lt;");

/**
 * What problem details (RFC 9457) say to a reader, as a page would: their title as its heading, their detail below. `text`
 * is an answer that is no page. Null where it is none of that: no JSON, cut off, or without either.
 */
export function problemAsPage(text: string): string | null {
  if (!text.startsWith("{")) return null;
  const { title, detail } = parseJson(schema, text) ?? {};
  if (title === undefined && detail === undefined) return null;
  return `<h1>${escapedText(title ?? "")}</h1><p>${escapedText(detail ?? "")}</p>`;
}
