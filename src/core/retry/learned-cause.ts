import type { Cause } from "../evidence/causes.ts";
import type { RetryPlan } from "./plan.ts";

/** A check's verdict names the cause, which holds until another does. */
export const judgedAs = (plan: RetryPlan, cause: Cause): RetryPlan => ({ ...plan, cause, isNamed: false });

/** What a failing answer names outweighs what was known, and holds for as long as answers name it. */
export function namedAs(plan: RetryPlan, cause: Cause | null): RetryPlan {
  if (cause !== null) return cause === plan.cause ? plan : { ...plan, cause, isNamed: true };
  return plan.isNamed ? { ...plan, cause: undefined, isNamed: false } : plan;
}
