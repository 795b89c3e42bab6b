import type { EndedPlan } from "../../../../src/core/retry/ended.ts";
import type { RetryPlan } from "../../../../src/core/retry/plan.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import type { FakeTab, FakeTabs } from "../../../fakes/tabs.ts";
import { NOW, World } from "../../../fakes/world.ts";
import { storedIncidents, URL_ASKED } from "../given.ts";
import { shownOf, stored } from "../stored.ts";

type Opening = NonNullable<Parameters<FakeTabs["open"]>[0]>;

export const MINUTE = 60_000;
/** When the pages in the tabs have failed. */
export const FAILED_AT = NOW - 10 * MINUTE;

/**
 * A world in whose session Faultline has been at work before. The user works in another program, so that what becomes of
 * a page is said by a notification.
 */
export class PlanWorld extends World {
  #wasAwake = false;

  constructor(options: ConstructorParameters<typeof World>[0] = {}) {
    super(options);
    this.browser.isFocused = false;
    this.browser.storage.session.items.set("session-began", true);
  }

  readonly #noticed: Array<{ tabId: number; url: string }> = [];

  /** A tab in front of a window of its own that shows a failure of ten minutes ago; the site still fails. */
  failing(parts: Opening = {}): FakeTab {
    const { url = URL_ASKED } = parts;
    this.network.answer(new URL(url).origin, { status: 502 });
    const tab = this.#open({ windowId: parts.id ?? 7, active: true, ...parts });
    this.#notice();
    return tab;
  }

  /** So many of them in one window, each of which was in front before the next. */
  failingAll(pages: ReadonlyArray<{ readonly id: number; readonly url: string }>): void {
    for (const page of pages) this.#open({ active: true, ...page });
    this.#notice();
  }

  #open(parts: Opening): FakeTab {
    const tab = this.browser.tabs.open({ id: 7, url: URL_ASKED, status: 502, startedAt: FAILED_AT, ...parts });
    tab.document?.injected.push("sentinel.js");
    this.#noticed.push({ tabId: tab.id, url: tab.url });
    return tab;
  }

  /** Their sentinels have spoken. */
  #notice(): void {
    this.browser.storage.session.items.set("incidents", storedIncidents(FAILED_AT, ...this.#noticed));
  }

  /** What an earlier worker, or an earlier version, has left on the disk. */
  store(...plans: readonly unknown[]): void {
    const value = Object.fromEntries(
      plans.map((each, index) => [(each as RetryPlan | null)?.id ?? `odd-${index}`, each]),
    );
    this.browser.storage.local.items.set("retry-plans", { version: 1, value });
  }

  /** A worker wakes, as it does for an alarm, and does what it does at once. The first sets up the automatic mode. */
  wake(): Promise<void> {
    const beginning = this.#wasAwake ? "nothing" : "startup";
    this.#wasAwake = true;
    return this.startWorker(beginning);
  }

  /** The driver of the worker that lives. */
  async driver() {
    return (await import("../../../../src/background/retry/driver.ts")).retry;
  }

  get plans(): Readonly<Record<string, RetryPlan>> {
    return stored(this, "local", "retry-plans") ?? {};
  }

  plan(id = "plan-1"): RetryPlan | undefined {
    return this.plans[id];
  }

  /** What is remembered of plans that are over; memory only. */
  get ended(): readonly EndedPlan[] {
    return stored(this, "session", "ended-plans") ?? [];
  }

  /** What the popup is shown of a tab's plan. */
  view(tabId = 7): RetryView {
    return shownOf(this, tabId).plan;
  }

  /** Which notifications were shown, by the key of their title. */
  get said(): string[] {
    return this.browser.notifications.said.map(({ title }) => title.split(" ")[0] ?? "");
  }

  /** When the alarm is due, from now; null where none is set. */
  get alarm(): number | null {
    const due = this.browser.alarms.due.get("retry");
    return due === undefined ? null : due - Date.now();
  }

  /** Time passes until a plan is over and nothing of it is left to be said. */
  untilOver(id = "plan-1", within?: number): Promise<void> {
    return this.clock.until(() => {
      const state = this.plan(id)?.state;
      return state === undefined || (state.name === "closed" && state.told);
    }, within);
  }
}
