import { isOneShot } from "../http/one-shot/one-shot.ts";
import type { RetryPlan } from "./plan.ts";

/**
 * A stored plan with the care of today: one that an earlier version wrote may ask for an address that is known by now to
 * work once. It watches the front page from here on, and leaves the tab alone.
 */
export function withTodaysCare(plan: RetryPlan): RetryPlan {
  if (plan.state.name === "closed" || !URL.canParse(plan.url) || !isOneShot(plan.url)) return plan;
  const target = new URL("/", plan.url).href;
  if (!plan.touchesTab && plan.target === target) return plan;
  const { state } = plan;
  const next = state.name === "waiting" ? ({ ...state, next: "probe" } as const) : state;
  return { ...plan, target, touchesTab: false, state: next };
}
