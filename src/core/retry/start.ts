import { withinLimit } from "../settings/retry-limits.ts";
import { NO_TAB, type PlanStart, type RetryPlan } from "./plan.ts";
import { waitFor } from "./schedule.ts";

/** The plan of a new incident. */
export function startPlan(
  { protected: isProtected, history, flapping = false, lasts, ...start }: PlanStart,
  now: number,
  random: number,
): RetryPlan {
  const plan: RetryPlan = {
    ...start,
    target: isProtected ? new URL("/", start.url).href : start.url,
    touchesTab: !isProtected,
    createdAt: now,
    history: history?.slice(),
    deadline: now + lasts,
    attempts: 0,
    reloads: 0,
    lastReloadAt: null,
    flapping,
    good: 0,
    queued: false,
    overslept: false,
    searching: null,
    state: { name: "waiting", since: now, due: now, next: "probe", after: "answer" },
  };
  return wait(plan, now, random);
}

/** A plan that watches a site without a tab; it ends once the site answers. */
export function startWatch(start: Omit<PlanStart, "tabId">, now: number, random: number): RetryPlan {
  const plan = startPlan({ ...start, tabId: NO_TAB }, now, random);
  return { ...plan, touchesTab: false };
}

/** A plan that was left goes on when its page fails again: with its pace, its floor and its limits. */
export const resumePlan = (plan: RetryPlan, now: number, random: number): RetryPlan => wait(plan, now, random);

/** A plan whose page has come from a form since: it watches the front page from now on, and touches the tab no more. */
export const protectPlan = (plan: RetryPlan, now: number, random: number): RetryPlan =>
  wait({ ...plan, target: new URL("/", plan.url).href, touchesTab: false, targetFailed: false }, now, random);

/** A plan that watched the front page, of whose page it is known by now that it came by its address: the page is tried itself. */
export const freePlan = (plan: RetryPlan, now: number, random: number): RetryPlan =>
  wait({ ...plan, target: plan.url, touchesTab: true, targetFailed: false }, now, random);

/**
 * Waits until a moment, or until a limit that was set allows one request more: no two tries of a plan come closer,
 * whatever happened between. The first is not one too many, and the load that an answer leads to belongs to its try.
 */
export function waitUntil(
  plan: RetryPlan,
  now: number,
  due: number,
  next: "probe" | "reload" = "probe",
  after: "answer" | "sibling" = "sibling",
): RetryPlan {
  const isFree = plan.attempts + plan.reloads === 0 || (next === "reload" && after === "sibling");
  const earliest = now + withinLimit(due - now, isFree ? null : plan.maxPerHour);
  return { ...plan, state: { name: "waiting", since: now, due: earliest, next, after } };
}

/** Waits as long as the outage's age asks for; the schedule knows waits, the plan moments. */
export function wait(plan: RetryPlan, now: number, random: number, next: "probe" | "reload" = "probe"): RetryPlan {
  const pace = waitFor({
    elapsed: now - (plan.failingSince ?? plan.createdAt),
    first: plan.attempts === 0,
    reload: next === "reload",
    floor: plan.floor === null ? 0 : plan.floor - now,
    cause: plan.cause,
    status: plan.status,
    history: plan.history,
    random,
  });
  return waitUntil(plan, now, now + pace, next, "answer");
}
