/**
 * Answers to what a plan asks no more. A page may come from a form, or by its address, while its plan's request is under
 * way; from then on the plan asks another address.
 */
import type { RetryEvent, Transition } from "./events.ts";
import type { RetryPlan } from "./plan.ts";
import { wait } from "./start.ts";

type Answered = Extract<RetryEvent, { type: "answered" }>;

/** Whether another address was asked than the plan asks now. */
export const isOfAnotherTarget = ({ target }: RetryPlan, { asked = target }: Answered): boolean => asked !== target;

/** Whether the plan waits for this very answer. */
export const isAwaited = (plan: RetryPlan, event: Answered): boolean =>
  plan.state.name === "probing" && !isOfAnotherTarget(plan, event);

/**
 * One that it does not wait for says nothing of what the plan asks now, so it loads no tab and ends no plan. What holds
 * all the same is when the site wants to be asked again. A plan that has come to its next turn meanwhile sends its request
 * now: a plan has one under way at a time, and this was the one.
 */
export function lateAnswer(plan: RetryPlan, event: Answered, now: number, random: number): Transition {
  const { state } = plan;
  const isUnsent = event.meaning === "not-sent" && isOfAnotherTarget(plan, event);
  const counted = isUnsent ? { ...plan, attempts: Math.max(0, plan.attempts - 1) } : plan;
  return [withFloor(counted, event.floor, now, random), state.name === "probing" ? [{ do: "probe" }] : []];
}

/**
 * The plan asks no sooner than this, and at another moment than everybody else who was told the same; a tab's turn to be
 * loaded, for another page's good answer, stays.
 */
function withFloor(before: RetryPlan, floor: number | null, now: number, random: number): RetryPlan {
  if (floor === null || floor <= (before.floor ?? 0)) return before;
  const plan = { ...before, floor };
  const { state } = plan;
  if (state.name !== "waiting" || state.due >= floor) return plan;
  if (state.next === "probe") return wait(plan, now, random);
  return state.after === "sibling" ? plan : { ...plan, state: { ...state, due: floor } };
}
