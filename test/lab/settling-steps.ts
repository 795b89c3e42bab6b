import type { Cause } from "../../src/core/evidence/causes.ts";

/** A fresh session of the same browser: no stored cookies, and by default no other extension. */
const FRESH_SESSION = `(?:private|incognito) (?:window|tab)|another (?:browser|profile)|different browser`;
/** A look from another place: other address, other name server, other route. */
const ELSEWHERE = `(?:another|other|different|second) (?:device|phone|network|connection|place)s?|mobile data|phone.s data|second opinion|public DNS`;

const sentenceWith = (words: string): RegExp => new RegExp(String.raw`[^.\n]*\b(?:${words})\b[^.\n]*\.?`, "i");

const EITHER = sentenceWith(`${FRESH_SESSION}|${ELSEWHERE}`);
/** What looks the same in a private window can only be settled from another place. */
const ONLY_ELSEWHERE = sentenceWith(ELSEWHERE);

/** What one device on one network sees alike in every window. */
const SAME_IN_EVERY_WINDOW: readonly (Cause | null)[] = ["stale-address", "blocked-address", "regional", "overload"];

/**
 * The sentence of an advice that names a step which would settle a fault of this cause, or null. A private
 * window settles what hangs on cookies or extensions, but not what hangs on the network. Pure.
 */
export function settlingStep(cause: Cause | null, advice: string): string | null {
  const wanted = SAME_IN_EVERY_WINDOW.includes(cause) ? ONLY_ELSEWHERE : EITHER;
  return wanted.exec(advice)?.[0].trim() ?? null;
}
