/**
 * Runs in pages of sites where the user wants to know of failing requests, and in no others. It hears of requests from
 * the browser's own timings, after they have ended, and speaks once for each host that has failed twice. It may not
 * import: it is a build entry of its own. Like the sentinel it leaves `chrome` alone until it has something to say.
 */
interface Extension {
  readonly runtime: { id?: string; sendMessage(message: unknown): Promise<unknown> } | undefined;
}
declare const chrome: Extension;

/** One failed request is often a blip that the page's program makes good by itself. */
const ENOUGH = 2;
/** A page may ask as many hosts as it likes. */
const MOST_HOSTS = 20;

const here = globalThis as { [key: symbol]: Extension | undefined };
const KEY = Symbol.for("faultline-parts");

function watch(): void {
  const failed = new Map<string, number>();
  const hear = (list: PerformanceObserverEntryList): void => {
    for (const { name, responseStatus = 0 } of list.getEntries() as PerformanceResourceTiming[]) {
      if (responseStatus < 500 || responseStatus > 599 || !URL.canParse(name)) continue;
      const { origin } = new URL(name);
      const count = (failed.get(origin) ?? 0) + 1;
      if (count > 1 || failed.size < MOST_HOSTS) failed.set(origin, count);
      // After an update of the extension this is an orphan: sending then throws or rejects.
      if (count === ENOUGH) void say({ origin, status: responseStatus });
    }
  };
  new PerformanceObserver(hear).observe({ type: "resource", buffered: true });
}

async function say(request: { origin: string; status: number }): Promise<void> {
  try {
    await chrome.runtime?.sendMessage({ type: "page/parts-failed", request });
  } catch {}
}

// Put into a page that has one, it leaves the word to that one; an orphan has lost its id.
if (!here[KEY]?.runtime?.id) {
  here[KEY] = {
    get runtime() {
      return chrome.runtime;
    },
  };
  watch();
}

export {};
