import { hostKind } from "../http/host-kind.ts";
import { LONGEST_URL, pageUrl } from "./incident.ts";

/**
 * Why what was typed is no address that can be asked:
 * - `empty`: nothing was typed.
 * - `too-long`: it is longer than any address that is asked for.
 * - `not-web`: an address of another kind than http and https.
 * - `one-word`: a word without a dot, which is mostly half a name.
 * - `not-an-address`: anything else.
 */
export const ADDRESS_PROBLEMS = ["empty", "too-long", "not-web", "one-word", "not-an-address"] as const;
export type AddressProblem = (typeof ADDRESS_PROBLEMS)[number];

/** `otherwise` is the same over the other scheme, to be asked if nobody answers; null where a scheme was typed. */
export interface Address {
  readonly is: "address";
  readonly url: string;
  readonly host: string;
  readonly otherwise: string | null;
}

type TypedAddress = Address | { readonly is: "none"; readonly problem: AddressProblem };

const none = (problem: AddressProblem): TypedAddress => ({ is: "none", problem });

/** Names of the DNS and of networks, as URLs write them: a few characters more than hosts may have, and no others. */
const HOST = /^(?:[a-z0-9_-]{1,63}\.)*[a-z0-9_-]{1,63}\.?$|^\[[0-9a-f:.]+\]$/;
const WEB = /^https?:\/\//i;
/** A port follows a host's name; anything else behind a colon makes the name one of a scheme. */
const OTHER_SCHEME = /^[a-z][a-z0-9+.-]*:(?!\d{1,5}(?:[/?#]|$))/i;

/**
 * Reads what somebody typed for a site: a host, an address, with or without scheme and port, in any script. Names on the
 * internet are asked over https unless a scheme was typed, those of one's own network and computer over http, as
 * browsers do. A word alone is taken for a host only where a scheme, a port or a slash says so.
 */
export function typedAddress(text: string): TypedAddress {
  const typed = text.trim();
  if (typed === "") return none("empty");
  if (typed.length > LONGEST_URL) return none("too-long");
  const hasScheme = WEB.test(typed);
  if (!hasScheme && OTHER_SCHEME.test(typed)) return none("not-web");
  if (/\s/.test(typed)) return none("not-an-address");
  const parsed = parsedUrl(hasScheme ? typed : `https://${typed}`);
  if (!parsed || !HOST.test(parsed.hostname)) return none("not-an-address");
  if (!hasScheme && /^[^./?#:[\]]+$/.test(typed) && parsed.hostname !== "localhost") return none("one-word");
  const url = pageUrl(parsed.href);
  const plain = pageUrl(parsed.href.replace(/^https:/, "http:"));
  if (!url || !plain) return none("too-long");
  const { host } = parsed;
  if (hasScheme) return { is: "address", url, host, otherwise: null };
  const isPublic = hostKind(parsed.hostname) === "public";
  return { is: "address", host, ...(isPublic ? { url, otherwise: plain } : { url: plain, otherwise: url }) };
}

const parsedUrl = (text: string): URL | null => (URL.canParse(text) ? new URL(text) : null);
