import { escapedText } from "./from-problem-details.ts";

/** A value that leads somewhere: what stands in an address is said of another page. */
const ADDRESS = /^(?:[a-z][a-z0-9+.-]{0,20}:\/\/|\/)\S*$/i;

/**
 * What JSON of any shape says to a reader, as a page would: each of its texts a paragraph of its own. Names of fields say
 * nothing, for they are there whatever is the case, and nor do numbers, `null`, `true` and `false`. `text` is an answer that
 * is no page, at most 2,000 characters. Null where it is no JSON, or is cut off.
 */
export function jsonAsPage(text: string): string | null {
  if (!/^[{[]/.test(text)) return null;
  const said: string[] = [];
  try {
    JSON.parse(text, (_name, value: unknown) => {
      if (typeof value === "string" && !ADDRESS.test(value)) said.push(value);
      return null;
    });
  } catch {
    return null;
  }
  return said.map((one) => `<p>${escapedText(one)}</p>`).join("");
}
