/**
 * All that runs inside pages. It stays silent unless the navigation that brought this page failed, and
 * then says so at once and says again when the page is left, so that nothing listens to tabs at rest.
 * It may not import: it is a build entry of its own and must stay within 1,024 bytes.
 *
 * Healthy pages pay for every line here. So nothing listens in them, and `chrome` is not touched: Firefox makes all of it
 * at its first use, Chromium `chrome.runtime`, up to 5 ms of a light page's load (docs/decisions/sentinel.md).
 *
 * Pages are hostile: their scripts can make up any event, but none that is trusted, and their elements shadow whatever
 * name the browser has not defined here, `browser` in Chromium among them, but no symbol.
 */
interface Extension {
  readonly runtime: { id?: string; sendMessage(message: unknown): Promise<unknown> } | undefined;
}
// Firefox has it under this name as well.
declare const chrome: Extension;

// After an update of the extension the old sentinel is an orphan: sending then throws or rejects.
const say = async (type: string, request: unknown) => {
  try {
    await chrome.runtime?.sendMessage({ type, request });
  } catch {}
};

const look = () => {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const status = entry?.responseStatus ?? 0;
  if (status < 500 || status >= 600) return;

  /** What this page has said of itself: it names its document with its last word too. */
  let report: { entry: string };
  const fail = () => {
    // Left out where a sandboxed document may not tell: Chromium throws, Firefox says that no worker controls it.
    let controlled: boolean | undefined;
    try {
      if (origin !== "null") controlled = !!navigator.serviceWorker?.controller;
    } catch {}
    report = { entry: JSON.stringify({ entry, timeOrigin: performance.timeOrigin, controlled }) };
    say("page/failed", report);
  };
  addEventListener("pageshow", ({ isTrusted, persisted }) => isTrusted && persisted && fail());
  addEventListener("pagehide", ({ isTrusted }) => isTrusted && say("page/left", report));
  fail();
};

const here = globalThis as { [key: symbol]: Extension | undefined };
const KEY = Symbol.for("faultline");

// Injected again into a page that has one, it leaves the word to that one; an orphan has lost its id.
if (!here[KEY]?.runtime?.id) {
  here[KEY] = {
    get runtime() {
      return chrome.runtime;
    },
  };
  // A prerendered page may never be seen; its entry speaks for it once it is. An element can bear this name too.
  if ((document as Document & { prerendering?: boolean }).prerendering === true) {
    document.addEventListener("prerenderingchange", ({ isTrusted }) => isTrusted && look());
  } else {
    look();
  }
}

export {};
