import type { WebRequest } from "webextension-polyfill";
import { browser, isFirefox } from "./browser.ts";
import { isPrivate } from "./messages.ts";

/**
 * The sentinel runs in the main frame of every page that a host grant covers; without a grant its
 * registration is inert, so it is made once and stays. It does not survive an update.
 */
export async function registerSentinel(): Promise<void> {
  const script = {
    id: "sentinel",
    js: ["sentinel.js"],
    matches: ["http://*/*", "https://*/*"],
    runAt: "document_start" as const,
    persistAcrossSessions: true,
  };
  const [registered] = await browser.scripting.getRegisteredContentScripts({ ids: [script.id] });
  if (registered) await browser.scripting.updateContentScripts([script]);
  else await browser.scripting.registerContentScripts([script]);
}

/** A main-frame navigation that ended without a document. */
export interface NavigationError {
  readonly tabId: number;
  readonly url: string;
  readonly error: string;
}

const ERRORS_HIDING_A_STATUS = new Set(["net::ERR_HTTP_RESPONSE_CODE_FAILURE", "net::ERR_INVALID_RESPONSE"]);

function onError(details: {
  tabId: number;
  url: string;
  frameId: number;
  error?: string;
  documentLifecycle?: string;
}): void {
  if (details.frameId !== 0 || (details.documentLifecycle ?? "active") !== "active") return;
  if (!ERRORS_HIDING_A_STATUS.has(details.error ?? "")) return;
  listener?.({ tabId: details.tabId, url: details.url, error: details.error ?? "" });
}

let listener: ((error: NavigationError) => void) | undefined;

/**
 * Chromium only: the 5xx that Chromium replaces with its own page. Absent from the Firefox build, whose
 * manifest lacks the permission: Firefox renders such pages and fires this event on healthy ones. The API
 * exists only once granted, so this is called again after a grant; a second call changes nothing.
 */
export function onHiddenFailure(handler: (error: NavigationError) => void): void {
  listener = handler;
  const event = browser.webNavigation?.onErrorOccurred;
  if (event && !event.hasListener(onError as never)) event.addListener(onError as never);
}

/** A main-frame request that reached nobody. */
export type Unreached = Pick<WebRequest.OnErrorOccurredDetailsType, "tabId" | "url" | "method">;

/** Errors that may pass by themselves: no answer, no name, no network. Not a cancelled load, nor a bad certificate. */
const UNREACHED = /^NS_ERROR_(CONNECTION_REFUSED|UNKNOWN_HOST|OFFLINE|NET_(TIMEOUT|RESET|INTERRUPT|EMPTY_RESPONSE))/;

/**
 * Firefox only: pages whose server the browser could not reach. Beside them it fires for cancelled loads alone, so that
 * healthy pages wake nobody (measured), and not at all where no grant covers the page. Private windows and
 * containers are left alone. Chromium loads such pages again by itself. Call it synchronously at start.
 */
export function onUnreached(handler: (request: Unreached) => void): void {
  if (!isFirefox) return;
  browser.webRequest.onErrorOccurred.addListener(
    (details) => {
      if (UNREACHED.test(details.error) && !isPrivate({ incognito: false, ...details })) handler(details);
    },
    { urls: ["http://*/*", "https://*/*"], types: ["main_frame"] },
  );
}
