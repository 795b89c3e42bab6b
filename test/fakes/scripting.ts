import type { Clock } from "./clock.ts";
import { type FakeNetwork, responseOf } from "./network.ts";
import type { PageEvents } from "./page-events.ts";
import type { FakeTabs } from "./tabs.ts";

interface Injection {
  readonly target: { readonly tabId: number; readonly allFrames?: boolean };
  readonly func?: (...args: never[]) => unknown;
  readonly args?: readonly unknown[];
  readonly files?: readonly string[];
  readonly injectImmediately?: boolean;
  readonly world?: "ISOLATED" | "MAIN";
}

interface ContentScript {
  readonly id: string;
  readonly js: readonly string[];
  readonly matches?: readonly string[];
}

const never = new Promise<never>(() => undefined);

/** `browser.scripting`: runs injected functions in the documents of the tabs. */
export class FakeScripting {
  /** What is put into every page that a grant covers. */
  readonly registered = new Map<string, ContentScript>();
  /** The files that were put into pages that stood there already. */
  readonly injected: string[] = [];

  constructor(
    private readonly tabs: FakeTabs,
    private readonly network: FakeNetwork,
    private readonly clock: Clock,
    private readonly events: PageEvents,
    private readonly isFirefox: boolean,
  ) {}

  readonly api = {
    executeScript: (injection: Injection) => this.#execute(injection),
    getRegisteredContentScripts: async ({ ids }: { ids: string[] }) =>
      ids.flatMap((id) => this.registered.get(id) ?? []),
    registerContentScripts: async (scripts: readonly ContentScript[]) => {
      for (const script of scripts) {
        if (this.registered.has(script.id)) throw new Error(`Duplicate script ID '${script.id}'`);
        this.registered.set(script.id, script);
      }
    },
    updateContentScripts: async (scripts: readonly ContentScript[]) => {
      for (const script of scripts) {
        if (!this.registered.has(script.id)) throw new Error(`Nonexistent script ID '${script.id}'`);
        this.registered.set(script.id, script);
      }
    },
    unregisterContentScripts: async ({ ids }: { ids: string[] }) => {
      for (const id of ids) if (!this.registered.delete(id)) throw new Error(`Nonexistent script ID '${id}'`);
    },
  };

  async #execute({ target, func, args = [], files = [], injectImmediately, world = "ISOLATED" }: Injection) {
    const tab = this.tabs.of(target.tabId);
    // A sleeping tab has no document.
    if (tab.discarded) return never;
    while (!injectImmediately && tab.status === "loading") await new Promise<void>((go) => this.clock.later(10, go));
    const { document } = tab;
    if (!document || !this.tabs.mayTouch(tab) || document.kind === "closed") {
      throw new Error("Cannot access contents of the page. Extension manifest must request permission to access it.");
    }
    if (document.kind === "error-page") {
      throw new Error(this.isFirefox ? "Missing host permission for the tab" : "Frame with ID 0 is showing error page");
    }
    const frames = [document, ...(target.allFrames ? document.frames : [])].filter(({ kind }) => kind !== "closed");
    if (frames.some(({ kind }) => kind === "silent")) return never;
    this.injected.push(...files);
    for (const file of files) this.events.injected(tab, document, file);
    return Promise.all(
      frames.map(async (frame, frameId) => {
        const realm = frame.realm(world);
        realm.fetch = async (url: string, init: RequestInit) =>
          responseOf(await this.network.ask("page", url, init), url, init);
        // Chromium gives nothing for a function that throws.
        const result = func ? await realm.run(func, args).catch(() => undefined) : undefined;
        return { frameId, result };
      }),
    );
  }
}
