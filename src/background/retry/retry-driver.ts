import type { RetryEffect, RetryEvent } from "../../core/retry/events.ts";
import { enteredAt, withClock } from "../../core/retry/moments.ts";
import { isWatch, type RetryPlan } from "../../core/retry/plan.ts";
import { reduce } from "../../core/retry/reduce.ts";
import { SHORTEST_ALARM_MS } from "../../core/retry/schedule.ts";
import { eventsFor, wordFor } from "../../core/retry/siblings.ts";
import { resumePlan } from "../../core/retry/start.ts";
import { withTodaysCare } from "../../core/retry/stored.ts";
import { byOrigin, originOf, whoseTurn } from "../../core/retry/turns.ts";
import { setAlarm } from "../../platform/alarms.ts";
import { isFirefox } from "../../platform/browser.ts";
import { onOnline } from "../../platform/lifecycle.ts";
import { hasSite } from "../../platform/permissions.ts";
import { read, update } from "../../platform/storage.ts";
import { frontTabs, onTabClosed } from "../../platform/tabs.ts";
import { tidyHistory } from "./outage-history.ts";
import { type Asked, carryOut, claim, isActing, release } from "./plan-acts.ts";
import { arm } from "./plan-alarm.ts";
import { beginSession, findTab, isNewSession } from "./plan-tabs.ts";
import { publishPlans, publishWatched } from "./plan-views.ts";
import {
  endedAs,
  isOpen,
  isUntold,
  LAST_WORD_MS,
  onDisk,
  PLANS,
  type Plans,
  planOf,
  QUIT_MS,
  REMEMBERED_MS,
  rememberEnd,
} from "./plans.ts";

/** Checks that run now, per tab. */
const paused = new Map<number, number>();
const isPaused = (tabId: number): boolean => paused.has(tabId);

/** While a check runs for a tab the plans of its site wait, so that the two do not ask at once. */
export const pausePlan = (tabId: number): void => void paused.set(tabId, (paused.get(tabId) ?? 0) + 1);
export async function unpausePlan(tabId: number): Promise<void> {
  const others = (paused.get(tabId) ?? 1) - 1;
  if (others > 0) paused.set(tabId, others);
  else paused.delete(tabId);
  await armPlans();
}

export const armPlans = (): Promise<void> => arm(tickPlans, { isPaused, isActing });

/** Resolves once the plans are known to be of this session; asked for once a worker. */
let reconciled: Promise<void> | undefined;

/**
 * Tells every plan that time has passed; the way back to life after a start, an alarm or a timer. Of the
 * plans of one origin one has its turn.
 */
export async function tickPlans(): Promise<void> {
  try {
    reconciled ??= reconcile().catch((error) => {
      reconciled = undefined;
      throw error;
    });
    await reconciled;
    const now = Date.now();
    await tidyDisk(now);
    const plans = Object.values(await read(PLANS)).map((plan) => withClock(plan, now));
    if (plans.some(isOpen)) listen();
    const front = plans.some(({ state }) => state.name === "waiting" && state.next === "reload" && state.due <= now)
      ? await frontTabs()
      : new Set<number>();
    await Promise.all(byOrigin(plans).map((group) => tickOrigin(group, now, front)));
    await armPlans();
  } catch (error) {
    // What could not be written is still due: the alarm waits, where a timer would run hot.
    await setAlarm(Date.now() + SHORTEST_ALARM_MS);
    throw error;
  }
}

async function tickOrigin(group: readonly RetryPlan[], now: number, front: ReadonlySet<number>): Promise<void> {
  const tick = { type: "tick", offline: !navigator.onLine } as const;
  const ready = group.filter(({ searching }) => searching === null);
  const taken = new Set(ready.filter(isOpen).map(({ tabId }) => tabId));
  const turn = group.some(({ tabId }) => isPaused(tabId)) ? null : whoseTurn(ready, now, front);
  await Promise.all(
    group.map(async (plan) => {
      const { id, state } = plan;
      if (isUntold(plan)) return dispatch(id, now - enteredAt(plan) < LAST_WORD_MS ? tick : { type: "told" });
      if (!isOpen(plan)) return undefined;
      if (now >= plan.deadline) return isActing(id) ? undefined : dispatch(id, tick);
      if (plan.searching !== null) return search(plan, taken);
      // Whatever a worker had under way died with it.
      if (state.name === "probing") return isActing(id) ? undefined : dispatch(id, { type: "lost" });
      if (state.name === "reloading") return isActing(id) ? undefined : dispatch(id, tick);
      return plan === turn ? dispatch(id, tick) : undefined;
    }),
  );
}

/** Nothing that is over stays on the disk: no address outlives its plan there. */
async function tidyDisk(now: number): Promise<void> {
  const all = await read(PLANS);
  const isOver = Object.keys(onDisk(all, now, QUIT_MS)).length < Object.keys(all).length;
  if (isOver) await update(PLANS, (current) => onDisk(current, now, QUIT_MS));
}

/** After a restart of the browser a plan's tab comes back under another id, or not at all. */
async function search(plan: RetryPlan, taken: Set<number>): Promise<void> {
  const tabId = await findTab(plan, taken);
  if (tabId !== null) return dispatch(plan.id, { type: "found", tabId });
  return dispatch(plan.id, { type: "tick", offline: !navigator.onLine });
}

/**
 * The first thing in a new session, and after an update, which may know more addresses that work once than the version
 * did that wrote the plans: every plan takes today's care and looks for its tab. One that was left in the last minutes
 * may have been left by the browser's own end.
 */
async function reconcile(): Promise<void> {
  if (!(await isNewSession())) return;
  const now = Date.now();
  await tidyHistory().catch((error: unknown) => console.warn("Faultline: old outages are still kept", error));
  const plans = await update(PLANS, (all) => {
    // Also what nobody can read goes from the disk with that.
    if (Object.keys(all).length === 0) return PLANS.initial;
    const revived = Object.entries(all).map(([id, plan]): [string, RetryPlan] => {
      const justLeft = plan.state.name === "closed" && endedAs(plan) === "left" && now - plan.state.at < REMEMBERED_MS;
      const open = justLeft ? resumePlan(plan, now, Math.random()) : plan;
      return [id, withTodaysCare(reduce(open, { type: "restarted" }, now, 0)[0])];
    });
    return Object.fromEntries(revived);
  });
  await beginSession();
  await publishWatched(Object.values(plans));
}

/** Ends the plans of sites that Faultline may no longer ask: what is taken back is taken back at once. */
export async function endPlansWithoutGrant(): Promise<void> {
  for (const plan of Object.values(await read(PLANS))) {
    if (isOpen(plan) && !(await hasSite(plan.url))) await dispatch(plan.id, { type: "stop", reason: "stopped" });
  }
}

/** Something happened to the plan of a tab. Resolves when all that follows from it at once is done. */
export async function tellPlan(tabId: number, event: RetryEvent): Promise<void> {
  const plan = await planOf(tabId);
  if (plan) await dispatch(plan.id, event);
}

/** The same for a plan by its id; `ends` is what this worker did for it and has the event as its outcome. */
export async function dispatch(id: string, event: RetryEvent, ends?: RetryEffect): Promise<void> {
  if (event.type === "told") await rememberEnd(id);
  const mayFeed = event.type === "answered" || event.type === "looked" || event.type === "heard";
  const front = mayFeed ? await frontTabs().catch(() => new Set<number>()) : new Set<number>();
  let asked: Asked[] = [];
  let changed: RetryPlan[] = [];
  const giveBack = (): void => {
    release(id, ends);
    for (const [plan, effect] of asked) release(plan.id, effect);
  };
  try {
    const plans = await update(PLANS, (all) => {
      const now = Date.now();
      // A change that could not be written with others is made once more.
      giveBack();
      asked = [];
      changed = [];
      const before = Object.hasOwn(all, id) ? all[id] : undefined;
      if (!before) return all;
      const [plan, effects] = reduce(before, event, now, Math.random());
      const wanted = effects.map((effect): Asked => [plan, effect]);
      if (plan !== before) changed.push(plan);
      for (const [sibling, told] of plan === before ? [] : fed(all, before, event, plan, front)) {
        const [after, caused] = reduce(sibling, told, now, Math.random());
        if (after !== sibling) changed.push(after);
        wanted.push(...caused.map((effect): Asked => [after, effect]));
      }
      // From here on no tick takes it for lost.
      asked = wanted.filter(claim);
      if (plan === before) return all;
      return onDisk({ ...all, ...Object.fromEntries(changed.map((each) => [each.id, each])) }, now);
    });
    if (changed.length > 0) {
      await publishPlans(changed, plans);
      if (changed.some(isWatch)) await publishWatched(Object.values(plans));
      await armPlans();
    }
    for (const each of asked) {
      await carryOut(each, plans, dispatch);
      release(each[0].id, each[1]);
    }
  } finally {
    giveBack();
  }
}

/** What the other plans of the origin learn from this event. */
function fed(all: Plans, before: RetryPlan, event: RetryEvent, after: RetryPlan, front: ReadonlySet<number>) {
  const word = wordFor(before, event, after);
  if (!word) return [];
  const origin = originOf(after);
  const siblings = Object.values(all).filter(
    (plan) => plan.id !== after.id && isOpen(plan) && originOf(plan) === origin,
  );
  return eventsFor(word, after, siblings, front);
}

let isListening = false;

/** What only a living worker can hear; a sleeping one finds out by its alarm. */
function listen(): void {
  if (isListening) return;
  isListening = true;
  onOnline(tickPlans);
  // Chromium's pages say themselves that their tab is closed, and it would wake the worker for every closed tab.
  if (isFirefox) onTabClosed((tabId) => tellPlan(tabId, { type: "stop", reason: "left" }));
}
