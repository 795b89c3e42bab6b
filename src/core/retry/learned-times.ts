import type { RetryPlan } from "./plan.ts";
import { LAST_TRY_MS } from "./schedule.ts";
import { wait } from "./start.ts";

/** An announced end holds no longer at a time than this: maintenance is over early as often as late. */
const LONGEST_ANNOUNCED_MS = 2 * 3_600_000;

/**
 * The site's status page announces an end: a floor like a Retry-After, as far as it reaches, and one that leaves the plan
 * time for a last try. Where the site answers somebody already, the tab's turn to be loaded stays.
 */
export function announced(before: RetryPlan, end: number, now: number, random: number): RetryPlan {
  const plan = end > now ? { ...before, announcedEnd: end } : before;
  const floor = Math.min(end, now + LONGEST_ANNOUNCED_MS, plan.deadline - LAST_TRY_MS);
  if (floor <= Math.max(now, plan.floor ?? 0)) return plan;
  const { state } = plan;
  if (state.name !== "waiting") return { ...plan, floor };
  return state.next === "reload" && state.after === "sibling"
    ? plan
    : wait({ ...plan, floor }, now, random, state.next);
}

/** It lists how long its last incidents took, in seconds, oldest first. The next try comes as if it had not. */
export const publishedAs = (plan: RetryPlan, lengths: readonly number[]): RetryPlan => ({
  ...plan,
  published: [...lengths],
});
