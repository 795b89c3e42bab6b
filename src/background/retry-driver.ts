import * as v from "valibot";
import type { Incident } from "../incident/incident.ts";
import { clearAlarm, SHORTEST_ALARM_MS, setAlarm } from "../platform/alarms.ts";
import { hasSite } from "../platform/permissions.ts";
import { read, type StoredValue, update } from "../platform/storage.ts";
import { publish } from "../platform/views.ts";
import { sharedGet } from "../probes/shared-get.ts";
import { lookAtTab } from "../probes/tab-look.ts";
import { retryKey } from "../protocol/protocol.ts";
import type { RetryView } from "../protocol/view.ts";
import { planSchema, type RetryPlan } from "../retry/plan.ts";
import { outcomeOf, type RetryEffect, type RetryEvent, reduce, resumePlan, startPlan } from "../retry/reduce.ts";
import { parseRetryAfter } from "../retry/retry-after.ts";
import { header, meaningOf } from "../signals/answer.ts";
import { tellOutcome } from "./outcome.ts";
import { loadAndWatch } from "./watch-reload.ts";

type Plans = Record<string, RetryPlan>;

/** Survives the worker, the browser and updates. A plan that cannot be read is dropped alone. */
const PLANS: StoredValue<Plans> = {
  key: "retry-plans",
  area: "local",
  version: 1,
  initial: {},
  parse(raw) {
    if (typeof raw !== "object" || raw === null) return null;
    const plans = Object.entries(raw).map(([id, plan]) => [id, v.safeParse(planSchema, plan)] as const);
    return Object.fromEntries(plans.flatMap(([id, parsed]) => (parsed.success ? [[id, parsed.output]] : [])));
  },
};

/** A timer outlives no worker: past 29 s only the alarm is sure. */
const TIMER_REACH_MS = 25_000;

/** How long a plan that was left or stopped is remembered, for a page that fails again. */
const REMEMBERED_MS = 10 * 60_000;
/** How long the word about a plan's end is tried to be said. */
const LAST_WORD_MS = 60 * 60_000;

/** Checks that run now, per tab. */
const paused = new Map<number, number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** While a check runs for a tab its plan waits, so that the two do not ask the site at once. */
export const pausePlan = (tabId: number): void => void paused.set(tabId, (paused.get(tabId) ?? 0) + 1);
export async function unpausePlan(tabId: number): Promise<void> {
  const others = (paused.get(tabId) ?? 1) - 1;
  if (others > 0) paused.set(tabId, others);
  else paused.delete(tabId);
  await arm();
}

const isOpen = ({ state }: RetryPlan): boolean => state.name !== "closed";

/** The plan that watches a tab, or null. */
export async function planOf(tabId: number): Promise<RetryPlan | null> {
  return Object.values(await read(PLANS)).find((plan) => plan.tabId === tabId && isOpen(plan)) ?? null;
}

interface Start {
  readonly isProtected: boolean;
  readonly floor: number | null;
  /** The user asks for it, also after having stopped it. */
  readonly wanted?: boolean;
}

/**
 * Starts a plan for an incident, or takes up the one that was left when the user loaded the page again: its
 * pace, floor and limits go on. One that the user stopped stays stopped. A plan for another address in the
 * tab ends.
 */
export async function startRetry(incident: Incident, { isProtected, floor, wanted = false }: Start): Promise<void> {
  const { id, tabId, url } = incident;
  const fresh = { id, tabId, url, status: incident.status ?? 0, protected: isProtected, floor };
  const plans = await update(PLANS, (all) => {
    const earlier = all[id];
    if (earlier && isOpen(earlier)) return all;
    const others = remembered(all).filter(([, plan]) => plan.tabId !== tabId || stoppedUntold(plan));
    const resumable = earlier && (wanted || stoppedBecause(earlier) === "left");
    if (earlier && !resumable) return all;
    const plan = resumable
      ? resumePlan(earlier, Date.now(), Math.random())
      : startPlan(fresh, Date.now(), Math.random());
    return Object.fromEntries([...others, [id, plan]]);
  });
  await publishPlan(plans[id]);
  await arm();
}

const stoppedBecause = ({ state }: RetryPlan): string | null => (state.name === "closed" ? state.reason : null);

/** Open plans, those whose end nobody has been told of, and for a while those that may go on. */
function remembered(all: Plans): Array<[string, RetryPlan]> {
  return Object.entries(all).filter(
    ([, { state }]) =>
      state.name !== "closed" ||
      (!state.told && Date.now() - state.at < LAST_WORD_MS) ||
      (["left", "stopped"].includes(state.reason) && Date.now() - state.at < REMEMBERED_MS),
  );
}

/** Tells every plan that time has passed; the way back to life after a start, an alarm or a timer. */
export async function tickPlans(): Promise<void> {
  const plans = await read(PLANS);
  await Promise.all(
    Object.values(plans)
      .filter(({ id, tabId }) => !paused.has(tabId) && !telling.has(id))
      .map(({ id }) => dispatch(id, { type: "tick", offline: !navigator.onLine })),
  );
  await arm();
}

/** Ends the plans of sites that Faultline may no longer ask: what is taken back is taken back at once. */
export async function endPlansWithoutGrant(): Promise<void> {
  for (const plan of Object.values(await read(PLANS))) {
    const { id, url } = plan;
    if (isOpen(plan) && !(await hasSite(url))) await dispatch(id, { type: "stop", reason: "stopped" });
  }
}

/** Something happened to the plan of a tab. Resolves when all that follows from it at once is done. */
export async function tellPlan(tabId: number, event: RetryEvent): Promise<void> {
  const plan = await planOf(tabId);
  if (plan) await dispatch(plan.id, event);
}

async function dispatch(id: string, event: RetryEvent): Promise<void> {
  let effects: readonly RetryEffect[] = [];
  let plan: RetryPlan | undefined;
  await update(PLANS, (all) => {
    const before = all[id];
    if (!before) return all;
    [plan, effects] = reduce(before, event, Date.now(), Math.random());
    return plan === before ? all : Object.fromEntries(remembered({ ...all, [id]: plan }));
  });
  if (!plan) return;
  await publishPlan(plan);
  await arm();
  for (const effect of effects) await carryOut(effect, plan);
}

/** Plans whose end is being told right now. */
const telling = new Set<string>();

async function carryOut(effect: RetryEffect, plan: RetryPlan): Promise<void> {
  switch (effect.do) {
    case "probe":
      return probe(plan);
    case "reload":
      return reload(plan);
    case "look":
      return dispatch(plan.id, { type: "looked", look: await lookAtTab(plan.tabId, plan.url) });
    case "tell":
      if (telling.has(plan.id)) return;
      telling.add(plan.id);
      try {
        await tellOutcome(plan, effect.outcome);
        return await dispatch(plan.id, { type: "told" });
      } catch (error) {
        console.warn("Faultline: a plan's last word could not be said; the next alarm tries again", error);
        return;
      } finally {
        telling.delete(plan.id);
      }
  }
}

async function probe(plan: RetryPlan): Promise<void> {
  const look = await lookAtTab(plan.tabId, plan.url);
  if (look.state === "gone" || look.state === "elsewhere" || outcomeOf(look)) {
    return dispatch(plan.id, { type: "looked", look });
  }
  const tried = await sharedGet(plan.target);
  if (tried.state !== "ok") {
    const meaning = tried.state === "not-sent" ? "not-sent" : "no-answer";
    return dispatch(plan.id, { type: "answered", meaning, floor: null });
  }
  const floor = parseRetryAfter(header(tried.value, "retry-after"), Date.now());
  return dispatch(plan.id, { type: "answered", meaning: meaningOf(tried.value), floor });
}

async function reload(plan: RetryPlan): Promise<void> {
  const look = await lookAtTab(plan.tabId, plan.url);
  if (look.state === "gone" || look.state === "elsewhere" || outcomeOf(look)) {
    return dispatch(plan.id, { type: "looked", look });
  }
  // What the user has typed is worth more than a page that is back a moment sooner.
  if (look.state === "answered" && look.typed) return dispatch(plan.id, { type: "stop", reason: "site-answers" });
  return dispatch(plan.id, { type: "looked", look: await loadAndWatch(plan.tabId, plan.url, "reload") });
}

let arming: Promise<void> = Promise.resolve();

/**
 * One alarm for all plans, and a timer for what is due before an alarm can fire. Reads what is stored when
 * its turn comes, so that no older picture of the plans can clear a newer one's alarm.
 */
function arm(): Promise<void> {
  arming = arming.then(armNow, armNow);
  return arming;
}

async function armNow(): Promise<void> {
  clearTimeout(timer);
  const plans = Object.values(await read(PLANS)).filter((plan) => isOpen(plan) || stoppedUntold(plan));
  if (plans.length === 0) return clearAlarm();
  const now = Date.now();
  const due = plans.flatMap((plan) => (paused.has(plan.tabId) ? [] : [dueOf(plan, now)]));
  const next = Math.min(...due, now + 60_000);
  if (next - now < TIMER_REACH_MS) timer = setTimeout(tickPlans, Math.max(0, next - now));
  await setAlarm(Math.max(next, now + SHORTEST_ALARM_MS));
}

const stoppedUntold = ({ state }: RetryPlan): boolean => state.name === "closed" && !state.told;

function dueOf({ state }: RetryPlan, now: number): number {
  if (state.name === "waiting") return navigator.onLine ? state.due : now + SHORTEST_ALARM_MS;
  // Lost probes and reloads are found out about by the alarm.
  return now + SHORTEST_ALARM_MS;
}

/** The page came back by the user's own load, without a plan: the popup shows that like a plan's success. */
export async function publishRecovery({ id, tabId }: Incident): Promise<void> {
  const view: RetryView = { state: "stopped", incidentId: id, reason: "recovered", at: Date.now(), attempts: 0 };
  await publish(retryKey(tabId), view);
}

async function publishPlan(plan: RetryPlan | undefined): Promise<void> {
  if (plan) await publish(retryKey(plan.tabId), viewOf(plan));
}

function viewOf({ id, state, attempts, touchesTab }: RetryPlan): RetryView {
  const watching = touchesTab ? "page" : "front-page";
  if (state.name === "waiting") return { state: "waiting", due: state.due, attempts, watching };
  if (state.name === "closed")
    return { state: "stopped", incidentId: id, reason: state.reason, at: state.at, attempts };
  return { state: "trying", attempts, watching };
}
