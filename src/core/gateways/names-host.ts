import { lazily } from "../lazily.ts";

/** What makes a longer name, or an address of mail, of a host name that it stands before or after. */
const leadsOn = lazily(() => /[\p{Script=Latin}\d_.@-]/u);
const goesOn = lazily(() => /^(?:[\p{Script=Latin}\d_-]|\.[\p{Script=Latin}\d_])/u);

/**
 * Whether a text names this very host: not a host below it (`db.shop.example`), nor one whose name only holds the same
 * letters. Text in lower case, and a host name as URLs write it. Letters of scripts that put no blanks between words
 * may stand beside it.
 */
export function namesHost(text: string, hostname: string): boolean {
  const host = hostname.replace(/\.$/, "");
  if (host === "") return false;
  for (let at = text.indexOf(host); at >= 0; at = text.indexOf(host, at + host.length)) {
    const end = at + host.length;
    if (!leadsOn().test(text.charAt(at - 1)) && !goesOn().test(text.slice(end, end + 2))) return true;
  }
  return false;
}
