import { wellFormed } from "../foreign-text.ts";
import { fitting, type Handing } from "./fitting.ts";

/** Programs and systems cut longer addresses off: Windows hands on 2,000 characters. */
const MOST = 1_900;

/**
 * Address that opens a new mail with a text in it, as RFC 6068 writes it. Of a text that is too long the last lines
 * are left out, and a line of dots says so. At most 1,900 characters. Never throws: half a character is replaced.
 */
export function mailTo(address: string, subject: string, text: string): Handing {
  const encode = (part: string): string => encodeURIComponent(wellFormed(part));
  const to = address.split("@").map(encode).join("@");
  return fitting(text, MOST, (lines) => `mailto:${to}?subject=${encode(subject)}&body=${encode(lines.join("\r\n"))}`);
}
