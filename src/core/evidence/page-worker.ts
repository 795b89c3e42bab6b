import type { Weight } from "./weight.ts";

/** What a request past the site's own service worker in this browser gives as evidence. */
export const PAGE_WORKER_WEIGHTS = {
  /**
   * Seconds apart it fails twice through the page's service worker and works every time past it. A worker that adds
   * cookies to its requests shows the same while accounts are down.
   */
  "worker-fails-alone": {
    group: "page-worker",
    weights: { "page-worker": 25 },
  },
  /**
   * It failed twice through the page's service worker and never past it, and the tab itself, cookies and all, works
   * once the worker is bypassed.
   */
  "worker-bypassed": {
    group: "page-worker",
    weights: { "page-worker": 50 },
    mechanism: "page-worker",
  },
  /**
   * The page's service worker answered out of its store, or made the page up. Such pages are made for lost connections
   * above all: the share of those among them is perhaps a thousand times that among the network's errors.
   */
  "written-by-page-worker": {
    group: "author",
    weights: { offline: 30 },
  },
  /** It took part, and nothing tells whether it wrote the page. Nine of ten only hand on what they fetch. */
  "perhaps-written-by-page-worker": {
    group: "author",
    weights: { offline: 20 },
  },
  /** Through the page's service worker and past it the answer is the same. */
  "worker-not-to-blame": {
    group: "page-worker",
    weights: { "page-worker": -20 },
  },
  /** The navigation entry shows that no service worker took part. */
  "no-page-worker": {
    group: "page-worker",
    weights: { "page-worker": -40 },
  },
} as const satisfies Record<string, Weight>;
