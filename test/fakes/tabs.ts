import { type ToCard, toCard } from "./card.ts";
import type { Clock } from "./clock.ts";
import { documentOf, FakeDocument, type Method } from "./document.ts";
import { FakeEvent } from "./event.ts";
import type { FakeNetwork } from "./network.ts";
import type { PageEvents } from "./page-events.ts";
import type { FakePermissions } from "./permissions.ts";
import { type FakeTab, NO_BADGE, newTab, type Opening } from "./tab.ts";

export type { FakeTab } from "./tab.ts";

/** From the document to the end of its load. */
const PARSING_MS = 5;

/** How a tab is loaded; `cache` is `reload` where that goes past the cache and the page's own worker. */
interface Navigation {
  readonly method?: Method;
  readonly type?: "reload";
  readonly cache?: RequestCache;
}

const goneError = (id: number) => new Error(`No tab with id: ${id}.`);

/** The open tabs, and `browser.tabs`. */
export class FakeTabs {
  readonly onRemoved = new FakeEvent<[number]>();
  readonly onActivated = new FakeEvent<[object]>();
  readonly onUpdated = new FakeEvent<[number, object]>();
  /** How long a tab that is told to load still stands there as if nothing had been said; milliseconds. */
  startsAfter = 0;
  /** By how much the clock of pages that come from now on lags behind the worker's: Firefox's after a sleep; milliseconds. */
  pagesLag = 0;
  /** A page's last word comes after the first of the next, as it may where that one comes from another process. */
  leavesLast = false;
  readonly #tabs = new Map<number, FakeTab>();
  readonly #loads = new Map<number, AbortController>();
  #latest = 100;

  constructor(
    private readonly network: FakeNetwork,
    private readonly permissions: FakePermissions,
    private readonly clock: Clock,
    private readonly events: PageEvents,
    private readonly isFirefox: boolean,
  ) {}

  get all(): FakeTab[] {
    return [...this.#tabs.values()];
  }

  of(id: number): FakeTab {
    const tab = this.#tabs.get(id);
    if (!tab) throw goneError(id);
    return tab;
  }

  /** A tab that rests at a document, which came before anybody looked; without an address it is empty. */
  open(opening: Opening = {}): FakeTab {
    const tab = newTab(opening.id ?? ++this.#latest, opening, this.isFirefox);
    this.#tabs.set(tab.id, tab);
    if (opening.active) this.show(tab);
    return tab;
  }

  show(tab: FakeTab): void {
    for (const other of this.all) if (other.windowId === tab.windowId) other.active = other === tab;
    tab.lastAccessed = Date.now();
  }

  /** The user closes a tab. */
  close(tab: FakeTab): void {
    this.#loads.get(tab.id)?.abort();
    this.#tabs.delete(tab.id);
    if (tab.document) this.events.left(tab, tab.document);
    this.onRemoved.fire(tab.id);
  }

  /** The browser quits: each page is left, as when its tab is closed. Gives the way to bring the tabs back. */
  quit(): () => void {
    for (const load of this.#loads.values()) load.abort();
    const before = this.all;
    for (const tab of before) if (tab.document) this.events.left(tab, tab.document);
    this.#tabs.clear();
    return () => {
      for (const tab of before) if (!tab.incognito) this.#restore(tab);
    };
  }

  /** Comes back under another id: the one in front is loaded, the others sleep. */
  #restore({ windowId, url, active, cookieStoreId, document }: FakeTab): void {
    const methods = document?.methods ?? ["GET"];
    const container = cookieStoreId === undefined ? {} : { cookieStoreId };
    const tab = this.open({ windowId, url, active, discarded: !active, methods, ...container });
    if (active) void this.navigate(tab, url);
  }

  /** Another document stands in a tab from now on. */
  shows(tab: FakeTab, document: FakeDocument): void {
    const before = tab.document;
    if (before && !this.leavesLast) this.events.left(tab, before);
    Object.assign(tab, { document, url: document.url, badge: { ...NO_BADGE }, discarded: false });
    this.events.came(tab, document);
    if (before && this.leavesLast) this.events.left(tab, before);
  }

  /** A navigation, by the user or by Faultline. What was on its way into the tab is given up. */
  async navigate(tab: FakeTab, url: string, { method = "GET", type, cache }: Navigation = {}): Promise<void> {
    this.#loads.get(tab.id)?.abort();
    const load = new AbortController();
    this.#loads.set(tab.id, load);
    if (this.startsAfter > 0) await new Promise<void>((go) => this.clock.later(this.startsAfter, go));
    if (load.signal.aborted) return;
    tab.status = "loading";
    const startedAt = Date.now() - this.pagesLag;
    const come = (document: FakeDocument) => {
      if (load.signal.aborted) return;
      this.shows(tab, document);
      this.clock.later(PARSING_MS, () => {
        if (!load.signal.aborted) tab.status = "complete";
      });
    };
    try {
      const { answer, at, methods } = await this.#follow(url, method, {
        ...(cache ? { cache } : {}),
        signal: load.signal,
      });
      // No content: the browser stays where it is.
      if (answer.status === 204) tab.status = "complete";
      else come(documentOf(answer, { url: at, methods, startedAt, ...(type ? { type } : {}) }, this.isFirefox));
    } catch {
      if (!load.signal.aborted) await this.events.unreached(tab, url, method);
      come(new FakeDocument({ url, kind: "error-page", startedAt, methods: [method] }, this.isFirefox));
    }
  }

  async #follow(url: string, method: Method, init: RequestInit) {
    const methods = [method];
    let answer = await this.network.ask("tab", url, { ...init, method });
    let at = url;
    while (answer.location !== undefined) {
      at = new URL(answer.location, at).href;
      methods.push("GET");
      answer = await this.network.ask("tab", at, { ...init, method: "GET" });
    }
    return { answer, at, methods };
  }

  /** Whether Faultline may look into a tab, and see its address. */
  mayTouch = (tab: FakeTab): boolean => tab.isClicked || this.permissions.covers(tab.url);

  readonly #info = (tab: FakeTab) => ({
    id: tab.id,
    windowId: tab.windowId,
    active: tab.active,
    incognito: tab.incognito,
    status: tab.status,
    discarded: tab.discarded,
    lastAccessed: tab.lastAccessed,
    ...(tab.cookieStoreId === undefined ? {} : { cookieStoreId: tab.cookieStoreId }),
    ...(this.mayTouch(tab) ? { url: tab.url } : {}),
  });

  /** Nothing is sent until the user has answered; Chromium brings the tab to the front meanwhile (measured). */
  #ask(tab: FakeTab, dialog: FakeTab["dialogs"][number]): void {
    tab.dialogs.push(dialog);
    if (!this.isFirefox) this.show(tab);
  }

  /** `browser.tabs`. */
  readonly api = {
    onRemoved: this.onRemoved,
    onActivated: this.onActivated,
    onUpdated: this.onUpdated,
    get: async (id: number) => this.#info(this.of(id)),
    query: async ({ active, url, discarded }: { active?: boolean; url?: string[]; discarded?: boolean }) =>
      this.all
        .filter(
          (tab) =>
            (active === undefined || tab.active === active) &&
            (discarded === undefined || tab.discarded === discarded) &&
            (url === undefined || this.mayTouch(tab)),
        )
        .map(this.#info),
    reload: async (id: number, { bypassCache = false } = {}) => {
      const tab = this.of(id);
      const isRepost = tab.document?.method === "POST";
      if (isRepost || tab.document?.asks) this.#ask(tab, isRepost ? "repost" : "beforeunload");
      else void this.navigate(tab, tab.url, { type: "reload", cache: bypassCache ? "reload" : "no-cache" });
    },
    update: async (id: number, { url, active }: { url?: string; active?: boolean }) => {
      const tab = this.of(id);
      if (active) this.show(tab);
      if (url !== undefined) void this.navigate(tab, url);
      return this.#info(tab);
    },
    sendMessage: async (id: number, message: ToCard) => toCard(this.of(id).document, structuredClone(message)),
    create: async ({ url, active = true }: { url: string; active?: boolean }) => {
      const tab = this.open();
      if (active) this.show(tab);
      tab.url = url;
      if (/^https?:/.test(url)) void this.navigate(tab, url);
      return this.#info(tab);
    },
  };
}
