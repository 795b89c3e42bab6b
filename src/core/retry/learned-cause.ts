import type { Cause } from "../evidence/causes.ts";
import { leastWaitFor } from "../evidence/least-wait.ts";
import type { RetryPlan } from "./plan.ts";
import { wait } from "./start.ts";

/**
 * A check's verdict names the cause, which holds until another does. The plan keeps its time, unless no request brings such
 * a cause to an end: then it waits from now on as long as that bears, for the check has just asked. Where one that was found
 * before is not it, nobody waits out what that bore.
 */
export function judgedAs(plan: RetryPlan, cause: Cause, now: number, random: number): RetryPlan {
  const judged: RetryPlan = { ...plan, cause, isNamed: false };
  const { state } = plan;
  const slower = leastWaitFor(cause) - (plan.cause ? leastWaitFor(plan.cause) : 0);
  // A good answer is asked about once more at once, whatever the check has met.
  if (slower === 0 || state.name !== "waiting" || state.next !== "probe" || plan.good > 0) return judged;
  const anew = wait(judged, now, random);
  return anew.state.name === "waiting" && (anew.state.due - state.due) * slower > 0 ? anew : judged;
}

/** What a failing answer names outweighs what was known, and holds for as long as answers name it. */
export function namedAs(plan: RetryPlan, cause: Cause | null): RetryPlan {
  if (cause !== null) return cause === plan.cause ? plan : { ...plan, cause, isNamed: true };
  return plan.isNamed ? { ...plan, cause: undefined, isNamed: false } : plan;
}
