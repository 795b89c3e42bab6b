import { browser, isFirefox } from "./browser.ts";
import { pause } from "./pause.ts";

/** The event may come a moment after the answer. */
const AFTER_MS = 300;

interface Seen {
  readonly url: string;
  readonly ip?: string;
  readonly proxyInfo?: { readonly type?: string } | null;
}

/** What answered a request; behind a proxy that Firefox names, no address is the site's. */
export interface Reached {
  readonly ip: string | null;
  readonly behindProxy: boolean;
}

/**
 * Runs one request of this page and tells which address answered it; null where the browser does not tell
 * (without a grant for the site), and behind a proxy that Firefox names. Only ever called in an open popup: a
 * listener in the background would wake it for every page.
 */
export async function reachedAddress(url: string, ask: () => Promise<unknown>): Promise<Reached> {
  const event = browser.webRequest?.onResponseStarted;
  let found: Reached = { ip: null, behindProxy: false };
  if (!event) return found;
  let wake: () => void = () => undefined;
  const seen = new Promise<void>((resolve) => {
    wake = resolve;
  });
  const listener = (details: Seen): undefined => {
    if (details.url !== url) return;
    const behindProxy = isFirefox && (details.proxyInfo?.type ?? "direct") !== "direct";
    found = { ip: behindProxy ? null : (details.ip ?? null), behindProxy };
    wake();
  };
  const { protocol, hostname } = new URL(url);
  event.addListener(listener as never, { urls: [`${protocol}//${hostname}/*`], types: ["xmlhttprequest"] });
  try {
    await ask();
    await Promise.race([seen, pause(AFTER_MS)]);
  } finally {
    event.removeListener(listener as never);
  }
  return found;
}

/**
 * Where this browser's own resolver leads, hosts file and cache included. Only Firefox tells; nothing in other
 * browsers, for a name that it cannot resolve, and where its proxy does the resolving.
 */
export async function ownAddresses(host: string): Promise<readonly string[]> {
  try {
    return (await browser.dns?.resolve(host))?.addresses ?? [];
  } catch {
    return [];
  }
}
