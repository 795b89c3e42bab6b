import type { FakeBrowser } from "./browser.ts";
import type { Clock } from "./clock.ts";
import type { FakeDocument } from "./document.ts";
import type { FakeTab } from "./tab.ts";

const SENTINEL = "sentinel.js";
/** Firefox says that it reached nobody a moment before its own page stands in the tab. */
const FIREFOX_MS = 300;

/** What the browser, and the sentinels in its pages, tell the worker of documents that come and go. */
export class PageEvents {
  constructor(
    private readonly browser: FakeBrowser,
    private readonly clock: Clock,
    private readonly isFirefox: boolean,
  ) {}

  /** A document goes away; the sentinel of a failing one says so. */
  left(tab: FakeTab, document: FakeDocument): void {
    const failure = document.failure();
    if (document.injected.includes(SENTINEL) && failure) this.#say(tab, document, "page/left", failure);
  }

  /** A document has come. */
  came(tab: FakeTab, document: FakeDocument): void {
    const { rules, permissions, scripting } = this.browser;
    if (!permissions.covers(document.url)) return;
    rules.apply(document);
    if (document.kind === "error-page" && document.status >= 500) this.replaced(tab, document.url);
    for (const { js } of scripting.registered.values()) for (const file of js) this.injected(tab, document, file);
  }

  /** A file of the extension runs in a document. Of two sentinels the first alone speaks, as soon as it is there. */
  injected(tab: FakeTab, document: FakeDocument, file: string): void {
    if (document.kind !== "page") return;
    const isThere = document.injected.includes(file);
    document.injected.push(file);
    const failure = document.failure();
    if (!isThere && file === SENTINEL && failure) this.#say(tab, document, "page/failed", failure);
  }

  /** A navigation reached nobody. */
  async unreached(tab: FakeTab, url: string, method: string): Promise<void> {
    if (!this.isFirefox) return this.#fireNavigationError(tab, url, "net::ERR_CONNECTION_REFUSED");
    const { id: tabId, incognito, cookieStoreId } = tab;
    const details = { tabId, url, method, error: "NS_ERROR_CONNECTION_REFUSED", incognito, cookieStoreId };
    if (this.browser.permissions.covers(url)) this.browser.onRequestError.fire(details);
    await new Promise<void>((go) => this.clock.later(FIREFOX_MS, go));
  }

  /** Chromium says that it replaced an answer by a page of its own; it says so of a body that is cut off, too. */
  replaced(tab: FakeTab, url: string): void {
    this.#fireNavigationError(tab, url, "net::ERR_HTTP_RESPONSE_CODE_FAILURE");
  }

  #fireNavigationError({ id }: FakeTab, url: string, error: string): void {
    this.browser.onNavigationError.fire({ tabId: id, url, frameId: 0, error, documentLifecycle: "active" });
  }

  /** A sentinel's word that nobody hears is lost. */
  #say(tab: FakeTab, document: FakeDocument, type: string, request: unknown): void {
    this.browser.runtime.fromPage(tab, document.url, type, request).catch(() => undefined);
  }
}
