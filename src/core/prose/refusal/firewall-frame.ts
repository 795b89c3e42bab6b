import { lazily } from "../../lazily.ts";
import type { Prose } from "../page/prose.ts";
import { speaksOfOwnTrouble } from "../trouble/behind-site.ts";

/** A number by which whoever runs a firewall finds what it turned away. "Support number" is one to call. */
const number = lazily(
  () =>
    /(?<!\p{L})(?:(?:incident|event|block|violation|rejection|attack) (?:id|number|no|code)|support (?:id|code)|ray id)(?!\p{L})/u,
);
/** The request itself as what was turned away. */
const turnedAway = lazily(
  () =>
    /(?<!\p{L})(?:request|(?:requested )?(?:url|page|resource)|access) (?:(?:was|is|has been) )?(?:rejected|blocked|denied|refused)(?!\p{L})/u,
);
/** A row of a table, as a firewall shows whom it turned away, and that it did. */
const readerRow = lazily(() => /^(?:your|client|visitor|source|remote) (?:ip(?: address)?|address) ?:/u);
const verdictRow = lazily(
  () => /^(?:status|action|result|decision|verdict|access) ?: ?(?:blocked|denied|rejected|forbidden|banned|dropped)$/u,
);

/**
 * Whether a page is what firewalls show whose operators write no text of their own: a request that was rejected beside
 * the number of the incident, or a table with the reader's address and what was decided.
 */
export function isFirewallFrame({ sentences }: Prose): boolean {
  const says = (pattern: RegExp): boolean =>
    sentences.some((sentence) => pattern.test(sentence) && !speaksOfOwnTrouble(sentence));
  return (says(turnedAway()) && says(number())) || (says(readerRow()) && says(verdictRow()));
}
