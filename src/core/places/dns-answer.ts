import * as v from "valibot";
import { bytesOf } from "../http/address.ts";
import { lazily } from "../lazily.ts";
import { parseJson } from "../parse-json.ts";

const A = 1;
const AAAA = 28;
const NXDOMAIN = 3;
const MOST_ADDRESSES = 50;

const answerSchema = lazily(() =>
  v.object({
    Status: v.number(),
    Answer: v.optional(v.array(v.object({ type: v.number(), data: v.string() })), []),
  }),
);

/** What one resolver says of one name; `exists` is false where it says that there is no such name. */
export interface DnsAnswer {
  readonly exists: boolean;
  readonly addresses: readonly string[];
}

/**
 * Reads the JSON form of an answer over DNS over HTTPS ("application/dns-json", without a standard; Google's and
 * Cloudflare's descriptions agree on what is read here). Aliases on the way are left out. Null for anything
 * else, a resolver's own failure (SERVFAIL, REFUSED) among it.
 */
export function parseDnsJson(text: string): DnsAnswer | null {
  const answer = parseJson(answerSchema, text);
  if (!answer) return null;
  const { Status: status, Answer: records } = answer;
  if (status !== 0 && status !== NXDOMAIN) return null;
  const addresses = records
    .filter(({ type }) => type === A || type === AAAA)
    .map(({ data }) => data)
    .filter((data) => bytesOf(data) !== null);
  return { exists: status === 0, addresses: addresses.slice(0, MOST_ADDRESSES) };
}
