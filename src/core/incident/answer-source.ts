/**
 * Who gave a tab its answer, as far as the browser tells:
 * - `network`: the site, or whoever stands on the way to it.
 * - `passed-on`: the same, through the page's service worker, which handed it on as it came.
 * - `browser-cache`: the browser's own cache, with what the network gave it once.
 * - `page-worker`: the page's service worker, out of its own store or of its own making.
 * - `perhaps-page-worker`: the worker took part, and nothing tells whether it handed an answer on or wrote one.
 * - `unknown`: nothing tells whether a worker took part.
 */
export type AnswerSource =
  | "network"
  | "passed-on"
  | "browser-cache"
  | "page-worker"
  | "perhaps-page-worker"
  | "unknown";

/** The fields of a navigation entry that tell. `deliveryType` is one that Firefox does not know. */
interface Entry {
  readonly workerStart: number;
  readonly deliveryType?: string | undefined;
  readonly nextHopProtocol: string;
  readonly transferSize: number;
}

/**
 * Reads the source out of a navigation entry; measured with workers of every common shape, in both browsers:
 *
 * | the worker | Chromium: `deliveryType`, `transferSize` | Firefox: `nextHopProtocol`, `controlled` |
 * |---|---|---|
 * | takes no part | as without one | a protocol, either |
 * | hands on what it fetched or what was preloaded | "", above 0 | "", true |
 * | answers from its store | "cache-storage", 0 | "", true |
 * | makes up a `Response`, or wraps a fetched one | "cache", 0 | "", true |
 *
 * Chromium says "cache" as well where a worker's fetch was served by the browser's cache, which is no answer of the
 * network's either. Its static routes take from the store without starting a worker.
 */
export function sourceOf(entry: Entry, controlled: boolean | undefined): AnswerSource {
  const { workerStart, deliveryType, nextHopProtocol, transferSize } = entry;
  if (deliveryType === undefined) {
    // A document that its site has sandboxed does not tell.
    if (controlled === undefined) return "unknown";
    return controlled && nextHopProtocol === "" ? "perhaps-page-worker" : "network";
  }
  if (deliveryType === "cache-storage") return "page-worker";
  if (workerStart <= 0) return deliveryType === "cache" ? "browser-cache" : "network";
  if (deliveryType !== "") return "page-worker";
  return transferSize > 0 ? "passed-on" : "perhaps-page-worker";
}

/** The page's service worker took part for certain. */
export const throughPageWorker = (source: AnswerSource): boolean =>
  source === "passed-on" || source === "page-worker" || source === "perhaps-page-worker";

/**
 * Whether the page's service worker may have written the tab's answer itself. Such an answer says nothing of the
 * network, the browser's cache, a gateway or how the page was asked for: its words, status, times and header fields are
 * the worker's. A page without a navigation entry was met by a request of ours, which no worker answers.
 */
export const mayBeWorkersOwn = (navigation: { readonly source: AnswerSource } | null): boolean =>
  navigation !== null && !["network", "passed-on", "browser-cache"].includes(navigation.source);
