import type { EvidenceId } from "./weights.ts";

/** A stranger, who has none of this browser's cookies, met the failure from here. */
const STRANGER_FAILS = [
  "keeps-failing",
  "failed-again",
  "fails-sometimes",
  "fails-without-cookies",
  "limited-without-cookies",
  "cached-but-still-failing",
  "worker-not-to-blame",
  "only-this-page",
  "places-served",
  "places-served-limited-here",
  "places-served-refused-here",
  "address-is-stale",
] as const satisfies readonly EvidenceId[];

/** Somebody met it in another network. */
const OTHERS_FAIL = [
  "fails-everywhere",
  "fails-in-region",
  "fails-in-some-places",
  "fails-on-other-device",
] as const satisfies readonly EvidenceId[];

/**
 * What may be claimed of the failure and of the way to it, each with the evidence of which any piece shows it. Nothing
 * is claimed because it is likely, or because nobody had to look:
 * - `way-works`: answers of others than this site come through, or the page itself came over a proven way.
 * - `way-fails`: something else than the site's answer came in an unrelated address's place, or none.
 * - `not-the-router`: the way works, or other networks meet the failure too.
 * - `not-the-cookies`: the failure is met without them, or stands where cookies play no part.
 * - `not-this-user`: somebody else met it, or it went while everything here stayed.
 * - `works-without-cookies`: the page works for a stranger or in a fresh session, and fails here.
 * - `refuses-the-reader`, `tests-the-reader`: the page says so.
 */
const SHOWN_BY = {
  "way-works": ["answered-over-https", "online", "online-beside-own-rule"],
  "way-fails": [
    "portal-answered",
    "same-writer-of-unrelated-page",
    "same-bare-error-of-unrelated-site",
    "nobody-answered",
    "nobody-answered-past-box",
    "nobody-answered-past-portal",
  ],
  "not-the-router": ["answered-over-https", "online", ...OTHERS_FAIL],
  "not-the-cookies": [
    ...STRANGER_FAILS,
    ...OTHERS_FAIL,
    "whole-site",
    "fresh-session-fails",
    "portal-answered",
    "same-writer-of-unrelated-page",
    "same-bare-error-of-unrelated-site",
    "nobody-answered-past-box",
    "nobody-answered-past-portal",
    "cached-error",
    "worker-bypassed",
  ],
  "not-this-user": [
    "keeps-failing",
    "failed-again",
    "fails-sometimes",
    "fails-without-cookies",
    "reload-works",
    "fails-everywhere",
    "fresh-session-fails",
    "fails-on-other-device",
  ],
  "works-without-cookies": ["fails-only-with-cookies", "fresh-session-works"],
  "runs-here": ["runs-here"],
  "refuses-the-reader": ["says-you-are-refused"],
  "tests-the-reader": ["challenge-page", "says-prove-you-are-human"],
} as const satisfies Record<string, readonly EvidenceId[]>;

export type Claim = keyof typeof SHOWN_BY;

/** Whether the evidence shows what is claimed. */
export function isShown(claim: Claim, evidence: readonly EvidenceId[]): boolean {
  const shownBy: readonly EvidenceId[] = SHOWN_BY[claim];
  return evidence.some((id) => shownBy.includes(id));
}

/**
 * What a site is named beside: somebody else met the failure, the site says so at another address, or the way to
 * whoever wrote the page is proven. What page, status and header fields say is the word of whoever wrote them, who may
 * stand on the user's side.
 */
const GROUNDS: readonly EvidenceId[] = [
  ...STRANGER_FAILS,
  ...OTHERS_FAIL,
  ...SHOWN_BY["not-this-user"],
  ...SHOWN_BY["way-works"],
  "recovered-meanwhile",
  "whole-site",
  "status-page-red",
  "status-page-maintenance",
  "gateway-status-red",
];

/** Whether there is more than the failing page's own word. */
export const hasGround = (evidence: readonly EvidenceId[]): boolean => evidence.some((id) => GROUNDS.includes(id));
