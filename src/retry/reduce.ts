import type { Meaning } from "../signals/answer.ts";
import type { TabLook } from "../signals/page.ts";
import type { PlanStart, RetryPlan, StopReason } from "./plan.ts";
import { DEADLINE_MS, MOST_RELOADS, REFUSED_RELOAD_WAIT_MS, waitFor } from "./schedule.ts";

/** What can happen to a plan. */
export type RetryEvent =
  /** Its time may have come; also sent at every start of the worker. */
  | { readonly type: "tick"; readonly offline: boolean }
  /** The user does not want to wait. */
  | { readonly type: "now" }
  /** A probe came back; `not-sent` is neither evidence nor an attempt, `no-answer` is a failed one. */
  | { readonly type: "answered"; readonly meaning: Meaning | "no-answer" | "not-sent"; readonly floor: number | null }
  /** An answer that a check got meanwhile; a good one saves the plan its own probe. */
  | { readonly type: "heard"; readonly meaning: Meaning }
  /** What stands in the tab after a reload, or before one. */
  | { readonly type: "looked"; readonly look: TabLook }
  | { readonly type: "stop"; readonly reason: StopReason }
  /** The word about the plan's end has been said. */
  | { readonly type: "told" };

/** What the driver is to do, after the plan has been written. */
export type RetryEffect =
  | { readonly do: "probe" }
  /** Look at the tab, load it again if it still shows the failure and nothing is lost, and look once more. */
  | { readonly do: "reload" }
  /** Look at the tab and say what stands there. */
  | { readonly do: "look" }
  | { readonly do: "tell"; readonly outcome: StopReason };

export type Step = readonly [plan: RetryPlan, effects: readonly RetryEffect[]];

/** A probe that has not come back by now never will: the worker was killed under it. */
const LOST_PROBE_MS = 30_000;
/** A reload that shows nothing new by now did not happen or hangs for good. */
const LOST_RELOAD_MS = 150_000;

/** The plan of a new incident. */
export function startPlan(start: PlanStart, now: number, random: number): RetryPlan {
  const plan: RetryPlan = {
    id: start.id,
    tabId: start.tabId,
    url: start.url,
    target: start.protected ? new URL("/", start.url).href : start.url,
    touchesTab: !start.protected,
    status: start.status,
    createdAt: now,
    failingSince: start.failingSince,
    cause: start.cause,
    history: start.history?.slice(),
    deadline: now + DEADLINE_MS,
    floor: start.floor,
    attempts: 0,
    reloads: 0,
    lastReloadAt: null,
    state: { name: "waiting", due: now, next: "probe" },
  };
  return wait(plan, now, random);
}

/** A plan that was left goes on when its page fails again: with its pace, its floor and its limits. */
export const resumePlan = (plan: RetryPlan, now: number, random: number): RetryPlan => wait(plan, now, random);

const wait = (plan: RetryPlan, now: number, random: number, next: "probe" | "reload" = "probe"): RetryPlan => ({
  ...plan,
  state: { name: "waiting", due: dueOf(plan, now, random, next), next },
});

/** When the next request is due; the schedule knows waits, the plan moments. */
const dueOf = (plan: RetryPlan, now: number, random: number, next: "probe" | "reload"): number =>
  now +
  waitFor({
    elapsed: now - (plan.failingSince ?? plan.createdAt),
    first: plan.attempts === 0,
    reload: next === "reload",
    floor: plan.floor === null ? 0 : plan.floor - now,
    cause: plan.cause,
    history: plan.history,
    random,
  });

const close = (plan: RetryPlan, now: number, reason: StopReason): Step => [
  { ...plan, state: { name: "closed", at: now, reason, told: false } },
  [{ do: "tell", outcome: reason }],
];

const probe = (plan: RetryPlan, now: number): Step => [
  { ...plan, attempts: plan.attempts + 1, state: { name: "probing", since: now } },
  [{ do: "probe" }],
];

const reload = (plan: RetryPlan, now: number, after: "answer" | "refusal" = "answer"): Step => [
  { ...plan, reloads: plan.reloads + 1, lastReloadAt: now, state: { name: "reloading", since: now, after } },
  [{ do: "reload" }],
];

/**
 * What a look at the tab says by itself: the page is back, the site gives another answer, or neither. A 429
 * asks to wait like an error, and a hidden status (0) tells nothing.
 */
export function outcomeOf(look: TabLook): "recovered" | "refused" | null {
  if (look.state !== "answered" || look.status === 0 || look.status === 429 || look.status >= 500) return null;
  return look.status < 400 ? "recovered" : "refused";
}

/**
 * The whole retry plan as a function: pure, total, and the only place that decides. `now` is in epoch
 * milliseconds, `random` from 0 to 1. A closed plan stays closed.
 */
export function reduce(plan: RetryPlan, event: RetryEvent, now: number, random: number): Step {
  if (plan.state.name === "closed") return closed(plan, plan.state, event);
  if (event.type === "stop") return close(plan, now, event.reason);
  if (now >= plan.deadline) return close(plan, now, "deadline");
  switch (event.type) {
    case "tick":
      return tick(plan, event.offline, now, random);
    case "now":
      if (plan.state.name !== "waiting") return [plan, []];
      return plan.state.next === "reload" ? reload(plan, now) : probe(plan, now);
    case "answered":
      return plan.state.name === "probing" ? answered(plan, event, now, random) : [plan, []];
    case "heard":
      if (plan.state.name !== "waiting" || plan.state.next === "reload") return [plan, []];
      return ["works", "redirects", "shared-cache"].includes(event.meaning) && plan.touchesTab
        ? reload(plan, now)
        : [plan, []];
    case "looked":
      return looked(plan, event.look, now, random);
    case "told":
      return [plan, []];
  }
}

/** A closed plan stays closed; all that is left is to see to it that somebody is told. */
function closed(plan: RetryPlan, state: Extract<RetryPlan["state"], { name: "closed" }>, event: RetryEvent): Step {
  if (state.told) return [plan, []];
  if (event.type === "told") return [{ ...plan, state: { ...state, told: true } }, []];
  return [plan, event.type === "tick" ? [{ do: "tell", outcome: state.reason }] : []];
}

function tick(plan: RetryPlan, offline: boolean, now: number, random: number): Step {
  const { state } = plan;
  if (state.name === "waiting") {
    if (offline || now < state.due) return [plan, []];
    return state.next === "reload" ? reload(plan, now) : probe(plan, now);
  }
  if (state.name === "probing") {
    return now - state.since < LOST_PROBE_MS ? [plan, []] : [wait(plan, now, random), []];
  }
  return [plan, [{ do: "look" }]];
}

function answered(
  plan: RetryPlan,
  { meaning, floor }: Extract<RetryEvent, { type: "answered" }>,
  now: number,
  random: number,
): Step {
  const informed = floor === null ? plan : { ...plan, floor };
  switch (meaning) {
    case "fails":
    case "limits":
    case "no-answer":
      return [wait(informed, now, random), []];
    case "not-sent":
      return [wait({ ...informed, attempts: Math.max(0, plan.attempts - 1) }, now, 1), []];
    case "refuses":
    case "challenges": {
      // Only the probe is known to be refused; the tab, with all that it sends, may do better. Rarely.
      const rested = plan.lastReloadAt === null || now - plan.lastReloadAt >= REFUSED_RELOAD_WAIT_MS;
      // One reload is kept for a good answer.
      const left = plan.reloads < MOST_RELOADS - 1 && now >= (informed.floor ?? 0);
      return plan.touchesTab && rested && left ? reload(informed, now, "refusal") : [wait(informed, now, random), []];
    }
    default:
      return plan.touchesTab ? reload(informed, now) : close(informed, now, "site-answers");
  }
}

function looked(plan: RetryPlan, look: TabLook, now: number, random: number): Step {
  if (look.state === "gone" || look.state === "elsewhere") return close(plan, now, "left");
  const outcome = outcomeOf(look);
  if (outcome) return close(plan, now, outcome);
  if (plan.state.name !== "reloading") return [plan, []];
  const { since, after } = plan.state;
  // Clocks of page and worker may differ by a little.
  const isNew = look.state === "answered" && look.startedAt >= since - 1_000;
  const failedAgain = isNew || look.state === "error-page" || look.state === "unreadable";
  if (!failedAgain && now - since < LOST_RELOAD_MS) return [plan, []];
  // Nobody has seen the page work, so the probes go on.
  if (after === "refusal") return [wait(plan, now, random), []];
  if (plan.reloads >= MOST_RELOADS) return close(plan, now, "deadline");
  return [wait(plan, now, random, "reload"), []];
}
