import type { Weight } from "./weight.ts";

/** What a request past the browser's own cache gives as evidence. */
export const CACHE_WEIGHTS = {
  /**
   * The browser says that its cache supplied the error; a stranger was served past the cache, and so was the tab,
   * cookies and all.
   */
  "cached-error": {
    group: "browser-cache",
    weights: { "stale-cache": 50 },
    mechanism: "stale-cache",
  },
  /**
   * The browser's cache supplied the error and a stranger is served past it. A cached error of a dead account system
   * looks the same until the tab is loaded again.
   */
  "cached-and-works-past": {
    group: "browser-cache",
    weights: { "stale-cache": 25 },
  },
  /** The cache supplied the error, but the site gives the same one now. */
  "cached-but-still-failing": {
    group: "browser-cache",
    weights: { "stale-cache": -20 },
  },
  /** The browser says that the network supplied the page. */
  "not-from-cache": {
    group: "browser-cache",
    weights: { "stale-cache": -30 },
  },
} as const satisfies Record<string, Weight>;
