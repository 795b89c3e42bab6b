import * as v from "valibot";
import type { Incident } from "../incident/incident.ts";
import { clearAlarm, SHORTEST_ALARM_MS, setAlarm } from "../platform/alarms.ts";
import { hasSite } from "../platform/permissions.ts";
import { read, type StoredValue, update } from "../platform/storage.ts";
import { publish, published } from "../platform/views.ts";
import { sharedGet } from "../probes/shared-get.ts";
import { lookAtTab } from "../probes/tab-look.ts";
import { retryKey } from "../protocol/protocol.ts";
import type { RetryView } from "../protocol/view.ts";
import { planSchema, type RetryPlan } from "../retry/plan.ts";
import { outcomeOf, type RetryEffect, type RetryEvent, reduce, startPlan } from "../retry/reduce.ts";
import { parseRetryAfter } from "../retry/retry-after.ts";
import { header, meaningOf } from "../signals/answer.ts";
import { tellOutcome } from "./outcome.ts";
import { reloadAndWatch } from "./watch-reload.ts";

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

const paused = new Set<number>();
let timer: ReturnType<typeof setTimeout> | undefined;

/** While a check runs for a tab its plan waits, so that the two do not ask the site at once. */
export const pausePlan = (tabId: number): void => void paused.add(tabId);
export async function resumePlan(tabId: number): Promise<void> {
  paused.delete(tabId);
  await arm(await read(PLANS));
}

/** The plan that watches a tab, or null. */
export async function planOf(tabId: number): Promise<RetryPlan | null> {
  return Object.values(await read(PLANS)).find((plan) => plan.tabId === tabId) ?? null;
}

/** Starts a plan for an incident, unless one runs. A plan for another address in the tab ends. */
export async function startRetry(
  incident: Incident,
  { isProtected, floor }: { isProtected: boolean; floor: number | null },
): Promise<void> {
  const { id, tabId, url } = incident;
  const earlier = (await published(retryKey(tabId))) as RetryView | undefined;
  const goesOn = earlier?.state === "stopped" && earlier.reason === "left" && earlier.incidentId === id;
  const start = {
    id,
    tabId,
    url,
    status: incident.status ?? 0,
    protected: isProtected,
    floor,
    attempts: goesOn ? earlier.attempts : 0,
  };
  const plans = await update(PLANS, (all) => {
    if (all[id]) return all;
    const others = Object.entries(all).filter(([, plan]) => plan.tabId !== tabId);
    return Object.fromEntries([...others, [id, startPlan(start, Date.now(), Math.random())]]);
  });
  await publishPlan(plans[id]);
  await arm(plans);
}

/** Tells every plan that time has passed; the way back to life after a start, an alarm or a timer. */
export async function tickPlans(): Promise<void> {
  const plans = await read(PLANS);
  await Promise.all(
    Object.values(plans)
      .filter(({ tabId }) => !paused.has(tabId))
      .map(({ id }) => dispatch(id, { type: "tick", offline: !navigator.onLine })),
  );
  await arm(await read(PLANS));
}

/** Ends the plans of sites that Faultline may no longer ask: what is taken back is taken back at once. */
export async function endPlansWithoutGrant(): Promise<void> {
  for (const { id, url } of Object.values(await read(PLANS))) {
    if (!(await hasSite(url))) await dispatch(id, { type: "stop", reason: "stopped" });
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
  const plans = await update(PLANS, (all) => {
    const before = all[id];
    if (!before) return all;
    [plan, effects] = reduce(before, event, Date.now(), Math.random());
    if (plan === before) return all;
    if (plan.state.name !== "closed") return { ...all, [id]: plan };
    const { [id]: _closed, ...others } = all;
    return others;
  });
  if (!plan) return;
  await publishPlan(plan);
  await arm(plans);
  for (const effect of effects) await carryOut(effect, plan);
}

async function carryOut(effect: RetryEffect, plan: RetryPlan): Promise<void> {
  switch (effect.do) {
    case "probe":
      return probe(plan);
    case "reload":
      return reload(plan);
    case "look":
      return dispatch(plan.id, { type: "looked", look: await lookAtTab(plan.tabId, plan.url) });
    case "tell":
      return tellOutcome(plan, effect.outcome);
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
  return dispatch(plan.id, { type: "looked", look: await reloadAndWatch(plan.tabId, plan.url) });
}

/** One alarm for all plans, and a timer for what is due before an alarm can fire. */
async function arm(plans: Plans): Promise<void> {
  clearTimeout(timer);
  const now = Date.now();
  const due = Object.values(plans).flatMap((plan) => (paused.has(plan.tabId) ? [] : [dueOf(plan, now)]));
  if (Object.keys(plans).length === 0) return clearAlarm();
  const next = Math.min(...due, now + 60_000);
  if (next - now < TIMER_REACH_MS) timer = setTimeout(tickPlans, Math.max(0, next - now));
  await setAlarm(Math.max(next, now + SHORTEST_ALARM_MS));
}

function dueOf({ state }: RetryPlan, now: number): number {
  if (state.name === "waiting") return navigator.onLine ? state.due : now + SHORTEST_ALARM_MS;
  // Lost probes and reloads are found out about by the alarm.
  return now + SHORTEST_ALARM_MS;
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
