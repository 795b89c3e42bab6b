import { browser } from "./browser.ts";
import { pause } from "./pause.ts";

/** The event may come a moment after the answer. */
const AFTER_MS = 300;

/**
 * Runs one request of the worker and tells the browser's own word for its failure; null for one that was answered, and
 * where the browser does not tell (without a grant for the site). Listens for that request's host as long as it runs, to
 * requests that no tab makes, so that no page wakes anybody.
 */
export async function requestError(url: string, ask: () => Promise<unknown>): Promise<string | null> {
  const event = browser.webRequest?.onErrorOccurred;
  if (!event) return null;
  let found: string | null = null;
  let wake: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const listener = (details: { url: string; error: string }): void => {
    if (details.url !== url) return;
    found = details.error;
    wake();
  };
  const { protocol, hostname } = new URL(url);
  event.addListener(listener, { urls: [`${protocol}//${hostname}/*`], tabId: -1, types: ["xmlhttprequest"] });
  try {
    const failed = await ask().then(
      () => false,
      () => true,
    );
    if (failed) await Promise.race([seen, pause(AFTER_MS)]);
  } finally {
    event.removeListener(listener);
  }
  return found;
}
