import type { Weight } from "./weights.ts";

/** What a limit (429) and its contrast with a stranger give as evidence: who is counted, and whether it is over. */
export const LIMIT_WEIGHTS = {
  "status-429": {
    group: "gateway",
    weights: { "blocked-address": 42, overload: 16 },
    reason:
      "RFC 6585 section 4: too many requests from this visitor, so mostly the count is kept by address; some sites say it to everybody while they are full. One browser cannot tell, so neither side may win, and no mechanism.",
  },
  "limited-without-cookies": {
    group: "cookies",
    weights: { cookies: -25, "signed-in": -20 },
    reason: "A stranger from the same address is limited too, so the count is not kept by session or account.",
  },
  "limit-spares-strangers": {
    group: "cookies",
    weights: { transient: 15, cookies: 25, "blocked-address": -25, overload: -10 },
    reason:
      "A stranger from the same address is served moments after the 429: the limit is over, or it counts sessions rather than addresses.",
  },
  "limited-only-with-cookies": {
    group: "cookies",
    weights: { cookies: 35, transient: -20, "blocked-address": -25, overload: -10 },
    reason:
      "The stranger was served, and the tab loaded after it got 429 again: the count is kept by session or account. A limit that just ran full again is the rarer reading.",
  },
} as const satisfies Record<string, Weight>;
