import { vi } from "vitest";
import type { MessageType, RequestOf, ResponseOf } from "../../src/core/protocol/protocol.ts";
import { forgetImpureModules } from "../fresh-modules.ts";
import { FakeBrowser } from "./browser.ts";
import { Clock } from "./clock.ts";
import type { Method } from "./document.ts";
import { fakeLocks } from "./locks.ts";
import { mortal, whileAlive } from "./mortal.ts";
import { FakeNetwork } from "./network.ts";
import type { FakeTab, FakeTabs } from "./tabs.ts";

/** When a world begins. */
export const NOW = Date.UTC(2026, 8, 23, 12);

type Visit = Pick<NonNullable<Parameters<FakeTabs["open"]>[0]>, "id" | "incognito" | "cookieStoreId" | "active"> & {
  readonly method?: Method;
};

/** What happens to the worker in its first turn. */
type Beginning = "install" | "update" | "startup" | "nothing";

/** All that is outside the worker: a browser, a network, the time and chance. */
export class World {
  readonly clock: Clock;
  readonly network: FakeNetwork;
  readonly browser: FakeBrowser;
  /** Chance: as often as not, and the same in every run. */
  chance = 0.5;
  readonly #isFirefox: boolean;
  #isOnline = true;
  readonly #locks = fakeLocks();
  readonly #onOnline = new Set<() => void>();
  /** Which worker lives; 0 for none. */
  #life = 0;
  #lives = 0;

  constructor({ firefox = false, now = NOW } = {}) {
    this.#isFirefox = firefox;
    this.clock = new Clock(now);
    this.network = new FakeNetwork(this.clock, firefox);
    this.browser = new FakeBrowser(this.network, this.clock, firefox);
    const isOnline = () => this.#isOnline;
    vi.stubGlobal("navigator", {
      locks: this.#locks,
      get onLine() {
        return isOnline();
      },
    });
    vi.stubGlobal("addEventListener", (type: string, listener: () => void) => {
      if (type === "online") this.#onOnline.add(listener);
    });
    vi.spyOn(Math, "random").mockImplementation(() => this.chance);
  }

  /**
   * Starts the worker, as the browser does after an update unless told otherwise; one that lives is killed first.
   * Resolves when it has done what it does at once.
   */
  async startWorker(beginning: Beginning = this.#lives === 0 ? "update" : "nothing"): Promise<void> {
    await this.load(() => import("../../src/background/index.ts"));
    const { runtime } = this.browser;
    if (beginning === "install" || beginning === "update") runtime.onInstalled.fire({ reason: beginning });
    if (beginning === "startup") runtime.onStartup.fire();
    await this.clock.rest();
  }

  /** The same for a worker that is one module, and what that imports: nothing listens unless that does. */
  async load<T>(module: () => Promise<T>): Promise<T> {
    this.killWorker();
    const life = ++this.#lives;
    this.#life = life;
    const isAlive = () => life === this.#life;
    forgetImpureModules();
    vi.doMock("webextension-polyfill", () => ({ default: mortal(this.browser.api, isAlive) }));
    const never = new Promise<never>(() => undefined);
    vi.stubGlobal("fetch", (url: string, init?: RequestInit) =>
      isAlive() ? whileAlive(this.network.fetch(url, init), isAlive) : never,
    );
    return module();
  }

  /** The worker dies: what it waits for never comes, and it hears nothing more. All else goes on. */
  killWorker(): void {
    this.#life = 0;
    this.clock.forgetWorker();
    this.network.forgetWorker();
    this.browser.forgetWorker();
    this.#locks.forgetWorker();
    this.#onOnline.clear();
  }

  /**
   * The browser quits and starts again: the session is forgotten, in Firefox the alarms as well, and each tab comes back
   * under another id.
   */
  async restartBrowser(): Promise<void> {
    const { tabs, storage, alarms } = this.browser;
    const bringBack = tabs.quit();
    await this.clock.rest();
    this.killWorker();
    storage.session.items.clear();
    if (this.#isFirefox) await alarms.clear("retry");
    bringBack();
    await this.startWorker("startup");
  }

  /** The user opens an address in a tab of its own; resolves when it stands there, and the worker has heard of it. */
  async visit(url: string, { method, ...parts }: Visit = {}): Promise<FakeTab> {
    const tab = this.browser.tabs.open(parts);
    await this.navigate(tab, url, method ? { method } : {});
    return tab;
  }

  /** The same in a tab that is there. */
  async navigate(tab: FakeTab, url: string, how: Parameters<FakeTabs["navigate"]>[2] = {}): Promise<void> {
    await this.clock.done(this.browser.tabs.navigate(tab, url, how));
    await this.clock.pass(10);
  }

  /** Asks the worker as the popup does; time passes until it answers. */
  ask<T extends MessageType>(type: T, request: RequestOf<T>): Promise<ResponseOf<T>> {
    return this.clock.done(this.browser.runtime.fromPopup(type, request) as Promise<ResponseOf<T>>);
  }

  goOffline(): void {
    this.#isOnline = false;
  }

  goOnline(): void {
    this.#isOnline = true;
    for (const listener of this.#onOnline) listener();
  }

  end(): void {
    this.killWorker();
    this.clock.end();
  }
}
