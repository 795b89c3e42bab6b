import type { Weight } from "./weight.ts";

/** What the contrast with a stranger gives as evidence during a limit (429): who is counted, and whether it is over. */
export const LIMIT_WEIGHTS = {
  /** A stranger from the same address is limited too, so the count is not kept by session or account. */
  "limited-without-cookies": {
    group: "cookies",
    weights: { cookies: -25, "signed-in": -20 },
  },
  /**
   * A stranger from the same address is served moments after the 429: the limit is over, or it counts sessions
   * rather than addresses.
   */
  "limit-spares-strangers": {
    group: "cookies",
    weights: { transient: 15, cookies: 25, "blocked-address": -25, overload: -10 },
  },
  /**
   * The stranger was served, and the tab loaded after it got 429 again: the count is kept by session or account. A
   * limit that just ran full again is the rarer reading.
   */
  "limited-only-with-cookies": {
    group: "cookies",
    weights: { cookies: 35, transient: -20, "blocked-address": -25, overload: -10 },
  },
} as const satisfies Record<string, Weight>;
