/**
 * Answers to what a plan asks no more. A page may come from a form, or by its address, while its plan's request is under
 * way; from then on the plan asks another address.
 */
import type { RetryEvent, Step } from "./events.ts";
import type { RetryPlan } from "./plan.ts";

type Answered = Extract<RetryEvent, { type: "answered" }>;

/** Whether another address was asked than the plan asks now. */
export const isOfAnotherTarget = ({ target }: RetryPlan, { asked = target }: Answered): boolean => asked !== target;

/** Whether the plan waits for this very answer. */
export const isAwaited = (plan: RetryPlan, event: Answered): boolean =>
  plan.state.name === "probing" && !isOfAnotherTarget(plan, event);

/**
 * One that it does not wait for says nothing of what the plan asks now, so it loads no tab and ends no plan. What holds all the same is
 * when the site wants to be asked again. A plan that has come to its next turn meanwhile sends its request now: a plan
 * has one under way at a time, and this was the one.
 */
export function lateAnswer(plan: RetryPlan, event: Answered): Step {
  const { state } = plan;
  const isUnsent = event.meaning === "not-sent" && isOfAnotherTarget(plan, event);
  const counted = isUnsent ? { ...plan, attempts: Math.max(0, plan.attempts - 1) } : plan;
  return [withFloor(counted, event.floor), state.name === "probing" ? [{ do: "probe" }] : []];
}

/** The plan asks no sooner than this; a tab's turn to be loaded, for another page's good answer, stays. */
function withFloor(plan: RetryPlan, floor: number | null): RetryPlan {
  if (floor === null || floor <= (plan.floor ?? 0)) return plan;
  const { state } = plan;
  if (state.name !== "waiting" || (state.next === "reload" && state.after === "sibling")) return { ...plan, floor };
  return { ...plan, floor, state: { ...state, due: Math.max(state.due, floor) } };
}
