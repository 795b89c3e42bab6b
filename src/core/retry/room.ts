import { remembered } from "../remembered.ts";
import type { RetryPlan } from "./plan.ts";
import { isOpen, type Plans } from "./plans.ts";

/** All plans together take no more characters than this as JSON, so that what Faultline keeps stays below 1 MB. */
const ROOM = 800_000;
/** More plans than this serve nobody. */
const MOST_PLANS = 1_200;

/** Plans are never changed in place, and each write of one asks how long all of them are. */
const sizeOf = remembered((plan: RetryPlan): number => JSON.stringify(plan).length + plan.id.length + 4);

/**
 * The plans for which there is room, and those that have to go: first what has ended and was told, then the
 * oldest. Order is kept.
 */
export function withinRoom(
  plans: readonly RetryPlan[],
  room = ROOM,
): { kept: readonly RetryPlan[]; dropped: readonly RetryPlan[] } {
  const taken = plans.reduce((sum, plan) => sum + sizeOf(plan), 0);
  if (plans.length <= MOST_PLANS && taken <= room) return { kept: plans, dropped: [] };
  const isOver = ({ state }: RetryPlan): boolean => state.name === "closed" && state.told;
  const byWorth = [...plans].sort(
    (a, b) => Number(isOver(a)) - Number(isOver(b)) || b.createdAt - a.createdAt || (a.id < b.id ? -1 : 1),
  );
  const fits = new Set<RetryPlan>();
  let left = room;
  for (const plan of byWorth.slice(0, MOST_PLANS)) {
    left -= sizeOf(plan);
    if (left < 0) break;
    fits.add(plan);
  }
  return { kept: plans.filter((plan) => fits.has(plan)), dropped: plans.filter((plan) => !fits.has(plan)) };
}

/** The plans for which there is room, and those that went on and had to go for the want of it. */
export interface Fitted {
  readonly plans: Plans;
  readonly dropped: readonly RetryPlan[];
}

/** The plans for which there is room, and how those that go on and find none have ended. `now` is in epoch milliseconds. */
export function fitted(plans: Plans, now: number): Fitted {
  const { kept, dropped } = withinRoom(Object.values(plans));
  if (dropped.length === 0) return { plans, dropped: [] };
  const state = { name: "closed", at: now, reason: "dropped", told: true } as const;
  return {
    plans: Object.fromEntries(kept.map((plan) => [plan.id, plan])),
    dropped: dropped.filter(isOpen).map((plan) => ({ ...plan, state })),
  };
}
