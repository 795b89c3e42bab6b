import type { Cause } from "../../core/evidence/causes.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { beginRetry, beginWatch } from "../../core/retry/begin.ts";
import type { Asked, RetryEvent } from "../../core/retry/events.ts";
import { isWatch, type RetryPlan } from "../../core/retry/plan.ts";
import { isOpen, type Plans } from "../../core/retry/plans.ts";
import { SHORTEST_ALARM_MS } from "../../core/retry/schedule.ts";
import { byOrigin } from "../../core/retry/turns.ts";
import { type Activity, dueOf, isLoadDue, type Passing } from "../../core/retry/what-is-due.ts";
import { setAlarm } from "../../platform/alarms.ts";
import { isFirefox } from "../../platform/browser.ts";
import { onOnline } from "../../platform/lifecycle.ts";
import { read } from "../../platform/storage.ts";
import { frontTabs, onTabClosed } from "../../platform/tabs.ts";
import { lookAtTab } from "../../probes/tab-look.ts";
import { forgetServedOfEnded } from "../card/served.ts";
import { noteMark } from "../history.ts";
import { type Act, notifyOfEnd, probe, reload } from "./acts.ts";
import { AlarmClock } from "./alarm-clock.ts";
import { barredPlans } from "./barred-plans.ts";
import { tellDropped } from "./outcome.ts";
import { findTab } from "./plan-tabs.ts";
import { publishPlans, publishWatched } from "./plan-views.ts";
import {
  followClock,
  forgetPast,
  PLANS,
  type PlansChange,
  planOf,
  rememberEnd,
  tidyDisk,
  writeEvent,
  writeStart,
} from "./plans.ts";
import { Session } from "./session.ts";
import { factsFor, watchFor } from "./start-facts.ts";

const NO_TABS: ReadonlySet<number> = new Set();

/**
 * Drives the retry plans: whatever happens to one goes through `#apply`, which asks the pure reducer, writes what it
 * says and only then acts. All that this worker has under way stands here, and dies with it; the plans do not.
 */
class RetryDriver {
  /** Checks that run now, by tab. */
  readonly #checks = new Map<number, number>();
  /** Changes of plans, by id, from before each is written until all that follows from it is done. */
  readonly #busy = new Map<string, number>();
  /** What is done for plans now: requests, loads and words. */
  readonly #acts = new Set<Asked>();
  readonly #activity: Activity = { checked: this.#checks, busy: this.#busy };
  readonly #alarm = new AlarmClock(this.#activity, () => this.tick());
  readonly #session = new Session();
  /** Resolves once the last notification has gone out. */
  #lastNotice: Promise<unknown> = Promise.resolve();
  #isListening = false;

  /** While a check runs for a tab the plans of its site wait, so that the two do not ask at once. */
  pause(tabId: number): void {
    count(this.#checks, tabId, 1);
  }

  async unpause(tabId: number): Promise<void> {
    count(this.#checks, tabId, -1);
    await this.#alarm.set();
  }

  /** Something happened to the plan of a tab. Resolves with whether it has one when all that follows at once is done. */
  async tell(tabId: number, event: RetryEvent): Promise<boolean> {
    await this.#session.settled();
    const plan = await planOf(tabId);
    if (plan) await this.#apply(plan.id, event);
    return plan !== null;
  }

  /**
   * What a form led to has been opened by its address, and works so: the tab's plan has nothing left to watch. Another tab
   * that failed at this very address hears of it, and its coming back is told to the site's other pages. These hear nothing
   * now: this address was never seen to fail, so its health is no more theirs than a front page's would be. What a private
   * window or a container shows is told to nobody outside.
   */
  async leaveOpened({ tabId, url, private: isPrivate }: Incident): Promise<void> {
    await this.tell(tabId, { type: "stop", reason: "left" });
    if (isPrivate) return;
    const watching = Object.values(await read(PLANS)).find(
      (plan) => isOpen(plan) && plan.touchesTab && plan.url === url,
    );
    if (watching) await this.#apply(watching.id, { type: "heard", meaning: "works", times: 1 });
  }

  /** The user ends a plan by its id. */
  stop(id: string): Promise<void> {
    return this.#apply(id, { type: "stop", reason: "stopped" });
  }

  /** Ends the plans of sites that Faultline may no longer ask. One that cannot be written leaves no other. */
  async endWithoutGrant(): Promise<void> {
    const ends = await Promise.allSettled((await barredPlans()).map(({ id }) => this.stop(id)));
    for (const end of ends) if (end.status === "rejected") throw end.reason;
  }

  /** Starts a plan for an incident, or takes up the one that watches this page already; `wanted` is a click of the user's. */
  async start(
    incident: Incident,
    {
      isProtected,
      floor,
      wanted = false,
      cause = null,
    }: { isProtected: boolean; floor: number | null; wanted?: boolean; cause?: Cause | null },
  ): Promise<void> {
    await this.#session.settled();
    const facts = await factsFor(incident, wanted);
    const plans = await this.#begin((all, now, random) =>
      beginRetry(all, { incident, isProtected, floor, wanted, cause, ...facts }, now, random),
    );
    const plan = plans[incident.id];
    await this.#show(plan ? [plan] : [], plans);
  }

  /**
   * Watches the site of an incident for days, also when its tab is closed: "Tell me when it's back". `words` are what
   * its check has for the plan.
   */
  async watch(incident: Incident, cause: Cause | null, words: readonly RetryEvent[]): Promise<void> {
    await this.#session.settled();
    const start = await watchFor(incident, cause);
    const plans = await this.#begin((all, now, random) => beginWatch(all, start, now, random));
    const plan = plans[start.id];
    await this.#show(plan ? [plan] : [], plans);
    for (const word of words) await this.#apply(start.id, word);
  }

  /**
   * Forgets the plans that have ended, of one site or of all (null), and what those that go on know of its earlier
   * outages.
   */
  async forgetPast(site: string | null): Promise<void> {
    const plans = await forgetPast(site);
    await this.#show(Object.values(plans).filter(isOpen), plans);
  }

  /**
   * Tells every plan that time has passed; the way back to life after a start, an alarm or a timer. Of the
   * plans of one origin one has its turn. Never rejects: nobody waits for it.
   */
  async tick(): Promise<void> {
    try {
      await this.#session.enter();
      const now = Date.now();
      await followClock(now);
      await tidyDisk(now);
      // A worker that was killed, or a disk that was full, may have left some when their grant was taken back.
      await this.endWithoutGrant().catch((error: unknown) =>
        console.warn("Faultline: plans without a grant could not be ended; the next look tries again", error),
      );
      const plans = Object.values(await read(PLANS));
      if (plans.some(isOpen)) this.#listen();
      const front = isLoadDue(plans, now) ? await frontTabs() : NO_TABS;
      const moment = { now, offline: !navigator.onLine, front };
      await Promise.all(byOrigin(plans).map((group) => this.#tickOrigin(group, moment)));
      await this.#alarm.set();
    } catch (error) {
      console.warn("Faultline: plans could not be looked after; the next alarm tries again", error);
      // What could not be written is still due: the alarm waits, where a timer would run hot. Where not even that can be
      // set, the next word of a page wakes the worker.
      await setAlarm(Date.now() + SHORTEST_ALARM_MS).catch(() => undefined);
    }
  }

  async #tickOrigin(group: readonly RetryPlan[], moment: Passing): Promise<void> {
    const inTabs = group.filter((plan) => isOpen(plan) && plan.searching === null);
    const taken = new Set(inTabs.map(({ tabId }) => tabId));
    await Promise.all(
      dueOf(group, moment, this.#activity).map(([plan, what]) =>
        what === "search" ? this.#search(plan, taken) : this.#apply(plan.id, what),
      ),
    );
  }

  /** After a restart of the browser a plan's tab comes back under another id, or not at all. */
  async #search(plan: RetryPlan, taken: Set<number>): Promise<void> {
    const tabId = await findTab(plan, taken);
    await this.#apply(
      plan.id,
      tabId === null ? { type: "tick", offline: !navigator.onLine } : { type: "found", tabId },
    );
  }

  /**
   * The one way in which a plan changes: the driver writes what the reducer returns, shows it, then acts. The plan is busy from
   * here on, so that no tick between the write and the act takes it for one of a worker that was killed.
   */
  async #apply(id: string, event: RetryEvent): Promise<void> {
    count(this.#busy, id, 1);
    const begun: Asked[] = [];
    try {
      // How it ended is in memory before it goes from the disk.
      if (event.type === "told") await rememberEnd(id);
      const { plans, changed, asked } = await writeEvent(id, event);
      forgetServedOfEnded(changed);
      if (plans[id] !== undefined || changed.length > 0) void noteMark(id, event, Date.now());
      begun.push(...asked.filter((each) => this.#claim(each)));
      if (changed.length > 0) await this.#show(changed, plans);
      // Each to its end, whatever becomes of the others: none counts as over while it goes on.
      const ends = await Promise.allSettled(begun.map((each) => this.#carryOut(each, plans)));
      for (const end of ends) if (end.status === "rejected") throw end.reason;
    } finally {
      for (const each of begun) this.#acts.delete(each);
      count(this.#busy, id, -1);
    }
  }

  /** Where room for new plans is short the oldest go, and that is said. */
  async #begin(change: PlansChange): Promise<Plans> {
    const { plans, dropped } = await writeStart(change);
    if (dropped.length > 0) {
      await publishPlans(dropped, plans);
      await this.#notifyInTurn(() => tellDropped(dropped.length));
    }
    return plans;
  }

  #isUnderWay(id: string, act: Asked["effect"]["do"]): boolean {
    return [...this.#acts].some(({ plan, effect }) => plan.id === id && effect.do === act);
  }

  /** Takes on what a plan asks for; false while the same is under way for it. A look disturbs nothing. */
  #claim(asked: Asked): boolean {
    const { plan, effect } = asked;
    if (effect.do === "look") return true;
    if (this.#isUnderWay(plan.id, effect.do)) return false;
    this.#acts.add(asked);
    return true;
  }

  /** Does what a plan asks for; what comes of it happens to the plan, and may be the next act's beginning. */
  async #carryOut(asked: Asked, plans: Plans): Promise<void> {
    const outcome = await this.#outcomeOf(asked, plans);
    this.#acts.delete(asked);
    if (outcome) await this.#apply(asked.plan.id, outcome);
  }

  async #outcomeOf({ plan, effect }: Asked, plans: Plans): Promise<RetryEvent | null> {
    switch (effect.do) {
      case "probe":
        return this.#follow(plan.id, probe(plan, plans));
      case "reload":
        return this.#follow(plan.id, reload(plan, plans));
      case "look": {
        const look = await lookAtTab(plan.tabId, plan.url);
        return { type: "looked", look, lost: !this.#isUnderWay(plan.id, "reload") };
      }
      case "tell":
        return this.#notifyInTurn(() => notifyOfEnd(plan));
    }
  }

  /** What an act learns on its way happens to the plan before the act goes on; its outcome is given back. */
  async #follow(id: string, act: Act): Promise<RetryEvent> {
    for (;;) {
      const { done, value } = await act.next();
      if (done) return value;
      await this.#apply(id, value);
    }
  }

  /** Notifications go out one at a time, because each looks at what was shown for its site before it. */
  #notifyInTurn<T>(say: () => Promise<T>): Promise<T> {
    const said = this.#lastNotice.then(say);
    this.#lastNotice = said.catch(() => undefined);
    return said;
  }

  /** Shows what has become of plans, and sees to it that what is due next is not missed. */
  async #show(changed: readonly RetryPlan[], plans: Plans): Promise<void> {
    await publishPlans(changed, plans);
    if (changed.some(isWatch)) await publishWatched(Object.values(plans));
    await this.#alarm.set();
  }

  /** What only a living worker can hear; a sleeping one finds out by its alarm. */
  #listen(): void {
    if (this.#isListening) return;
    this.#isListening = true;
    onOnline(() => this.tick());
    // Chromium's pages say themselves that their tab is closed, and it would wake the worker for every closed tab.
    if (isFirefox) onTabClosed((tabId) => this.tell(tabId, { type: "stop", reason: "left" }));
  }
}

function count<K>(counts: Map<K, number>, key: K, by: 1 | -1): void {
  const left = (counts.get(key) ?? 0) + by;
  if (left > 0) counts.set(key, left);
  else counts.delete(key);
}

/** The driver of this worker. */
export const retry = new RetryDriver();
