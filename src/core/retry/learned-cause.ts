import type { Cause } from "../evidence/causes.ts";
import { leastWaitFor } from "../evidence/least-wait.ts";
import type { RetryPlan } from "./plan.ts";
import { wait } from "./start.ts";

/**
 * A check's verdict names the cause, which holds until another does. The plan keeps its time, unless no request brings such
 * a cause to an end: then it waits from now on as long as that bears, for the check has just asked.
 */
export function judgedAs(plan: RetryPlan, cause: Cause, now: number, random: number): RetryPlan {
  const judged: RetryPlan = { ...plan, cause, isNamed: false };
  const { state } = plan;
  if (state.name !== "waiting" || state.next !== "probe" || !isSlower(cause, plan.cause)) return judged;
  const later = wait(judged, now, random);
  return later.state.name === "waiting" && later.state.due > state.due ? later : judged;
}

const isSlower = (cause: Cause, before: Cause | undefined): boolean =>
  leastWaitFor(cause) > (before ? leastWaitFor(before) : 0);

/** What a failing answer names outweighs what was known, and holds for as long as answers name it. */
export function namedAs(plan: RetryPlan, cause: Cause | null): RetryPlan {
  if (cause !== null) return cause === plan.cause ? plan : { ...plan, cause, isNamed: true };
  return plan.isNamed ? { ...plan, cause: undefined, isNamed: false } : plan;
}
