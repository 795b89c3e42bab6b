import type { Runtime } from "webextension-polyfill";
import type { MessageType, RequestOf, ResponseOf } from "../core/protocol/protocol.ts";
import { browser } from "./browser.ts";

/** Who sent a message, once the sender has been checked. */
export type Sender =
  | { readonly from: "page"; readonly tabId: number; readonly url: string; readonly private: boolean }
  | { readonly from: "extension" };

type Handler<T extends MessageType> = (request: RequestOf<T>, sender: Sender) => Promise<ResponseOf<T>> | ResponseOf<T>;

export type Handlers = { readonly [T in MessageType]?: Handler<T> };

/** Asks the worker. Rejects when nobody answers. */
export function send<T extends MessageType>(type: T, request: RequestOf<T>): Promise<ResponseOf<T>> {
  return browser.runtime.sendMessage({ type, request });
}

/** Tells the script in a tab's page. Rejects when none of ours listens there: sentinels do not. */
export function sendToPage<T extends MessageType>(
  tabId: number,
  type: T,
  request: RequestOf<T>,
): Promise<ResponseOf<T>> {
  return browser.tabs.sendMessage(tabId, { type, request }, { frameId: 0 });
}

/**
 * Only two kinds of sender exist: our own pages and worker, and scripts of ours in the main frame of a web page. A
 * page of ours that stands in a tab has `tab` as well, so its address decides.
 */
function checked(sender: Runtime.MessageSender): Sender | null {
  if (sender.id !== browser.runtime.id) return null;
  if (sender.url?.startsWith(browser.runtime.getURL(""))) return { from: "extension" };
  const { tab, frameId, url } = sender;
  if (tab?.id === undefined || frameId !== 0 || !url) return null;
  return { from: "page", tabId: tab.id, url, private: isPrivate(tab) };
}

/** A private window, or a container other than the default one (Firefox). */
export function isPrivate(tab: { incognito: boolean; cookieStoreId?: string | undefined }): boolean {
  return tab.incognito || (tab.cookieStoreId !== undefined && !/^(0|firefox-default)$/.test(tab.cookieStoreId));
}

/** Registers the one message listener. Call it synchronously at start; handlers answer only what they own. */
export function handleMessages(handlers: Handlers): void {
  browser.runtime.onMessage.addListener((message: unknown, sender: Runtime.MessageSender) => {
    const from = checked(sender);
    if (!from || typeof message !== "object" || message === null || !("type" in message)) return undefined;
    const { type, request } = message as { type: unknown; request?: unknown };
    if (typeof type !== "string" || !Object.hasOwn(handlers, type)) return undefined;
    // Scripts in pages may only say what is theirs to say.
    if (from.from === "page" && !type.startsWith("page/")) return undefined;
    const handler = handlers[type as MessageType] as ((request: unknown, sender: Sender) => unknown) | undefined;
    return handler && Promise.resolve(handler(typeof request === "object" && request !== null ? request : {}, from));
  });
}
