import { browser, isFirefox } from "./browser.ts";

/** The event may come a moment after the answer. */
const AFTER_MS = 300;

interface Seen {
  readonly url: string;
  readonly ip?: string;
  readonly proxyInfo?: { readonly type?: string } | null;
}

/**
 * Runs one request of this page and tells which address answered it; null where the browser does not tell
 * (without a grant for the site), and behind a proxy that Firefox names. Only ever called in an open popup: a
 * listener in the background would wake it for every page.
 */
export async function reachedAddress(url: string, ask: () => Promise<unknown>): Promise<string | null> {
  const event = browser.webRequest?.onResponseStarted;
  if (!event) return null;
  let found: string | null = null;
  let wake: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const listener = (details: Seen): undefined => {
    if (details.url !== url) return;
    const behindProxy = isFirefox && (details.proxyInfo?.type ?? "direct") !== "direct";
    found = behindProxy ? null : (details.ip ?? null);
    wake();
  };
  const { protocol, hostname } = new URL(url);
  event.addListener(listener as never, { urls: [`${protocol}//${hostname}/*`], types: ["xmlhttprequest"] });
  try {
    await ask();
    await Promise.race([seen, new Promise((resolve) => setTimeout(resolve, AFTER_MS))]);
  } finally {
    event.removeListener(listener as never);
  }
  return found;
}
