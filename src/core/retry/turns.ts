import { remembered } from "../remembered.ts";
import type { RetryPlan } from "./plan.ts";

/** Between two loads of tabs of one origin: a site that has just come back gets no wave. */
export const BETWEEN_RELOADS_MS = 2_000;
/** A probe or a load that takes longer holds nobody else up; a probe that does is taken for lost. */
export const LONGEST_TURN_MS = 30_000;

/**
 * The origin that a plan asks; its plans share one schedule and one request at a time. Plans are never changed in place,
 * and whoever looks for an origin's plans asks it of all.
 */
export const originOf = remembered(({ target }: Pick<RetryPlan, "target">): string => new URL(target).origin);

/** The plans by origin. */
export function byOrigin(plans: readonly RetryPlan[]): RetryPlan[][] {
  const groups = new Map<string, RetryPlan[]>();
  for (const plan of plans) {
    const origin = originOf(plan);
    const group = groups.get(origin);
    if (group) group.push(plan);
    else groups.set(origin, [plan]);
  }
  return [...groups.values()];
}

/** Tabs in front are loaded first, then the oldest. */
export const byFront =
  (front: ReadonlySet<number>) =>
  (a: RetryPlan, b: RetryPlan): number =>
    Number(front.has(b.tabId)) - Number(front.has(a.tabId)) || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/** Who was asked for least asks next, so that every page of a site gets its turn; then the oldest. */
const byAttempts = (a: RetryPlan, b: RetryPlan): number =>
  a.attempts - b.attempts || a.createdAt - b.createdAt || (a.id < b.id ? -1 : 1);

/** When the next request to an origin may be sent at the earliest, from the plans of that origin. */
export function freeAt(plans: readonly RetryPlan[], now: number): number {
  let free = 0;
  for (const { state, lastReloadAt } of plans) {
    if (state.name === "probing" || (state.name === "reloading" && now - state.since < LONGEST_TURN_MS)) {
      free = Math.max(free, state.since + LONGEST_TURN_MS);
    }
    if (lastReloadAt !== null) free = Math.max(free, lastReloadAt + BETWEEN_RELOADS_MS);
  }
  return free;
}

/**
 * Which of an origin's waiting plans has its turn now: one or none. A reload that is due goes before a
 * probe, for somebody knows already that the site answers.
 */
export function whoseTurn(plans: readonly RetryPlan[], now: number, front: ReadonlySet<number>): RetryPlan | null {
  if (freeAt(plans, now) > now) return null;
  const due = plans.filter(({ state }) => state.name === "waiting" && state.due <= now);
  const loads = due.filter(({ state }) => state.name === "waiting" && state.next === "reload");
  return (loads.length > 0 ? loads.sort(byFront(front)) : due.sort(byAttempts))[0] ?? null;
}

/** When somebody of an origin has the next turn; infinite when nobody waits. */
export function nextTurn(plans: readonly RetryPlan[], now: number): number {
  const dues = plans.flatMap(({ state }) => (state.name === "waiting" ? [state.due] : []));
  return Math.max(freeAt(plans, now), Math.min(Number.POSITIVE_INFINITY, ...dues));
}
