/**
 * All that runs inside pages. It stays silent unless the navigation that brought this page failed, and
 * then says so at once and says again when the page is left, so that nothing listens to tabs at rest.
 * It may not import: it is a build entry of its own and must stay within 1,024 bytes.
 */
declare const browser: typeof chrome | undefined;
declare const chrome: { runtime: { id?: string; sendMessage(message: unknown): Promise<unknown> } };

const { runtime } = typeof browser === "object" ? browser : chrome;
let failing = false;

// After an update of the extension the old sentinel is an orphan: sending then throws or rejects.
const say = async (type: string, request: unknown) => {
  try {
    await runtime.sendMessage({ type, request });
  } catch {}
};

const look = () => {
  const [entry] = performance.getEntriesByType("navigation") as PerformanceNavigationTiming[];
  const status = entry?.responseStatus ?? 0;
  failing = status >= 500 && status < 600;
  if (failing) {
    const controlled = !!navigator.serviceWorker?.controller;
    say("page/failed", { entry: JSON.stringify({ entry, timeOrigin: performance.timeOrigin, controlled }) });
  }
};

const here = globalThis as { faultline?: typeof runtime };

// Injected again into a page that has one, it leaves the word to that one; an orphan has lost its id.
if (!here.faultline?.id) {
  here.faultline = runtime;
  addEventListener("pageshow", ({ persisted }) => persisted && look());
  addEventListener("pagehide", () => failing && say("page/left", {}));
  // A prerendered page may never be seen; its entry speaks for it once it is.
  if ((document as Document & { prerendering?: boolean }).prerendering) {
    document.addEventListener("prerenderingchange", look, { once: true });
  } else {
    look();
  }
}

export {};
