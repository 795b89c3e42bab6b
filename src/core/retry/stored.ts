import { isOneShot } from "../http/one-shot/one-shot.ts";
import { REMEMBERED_MS } from "../incident/incident.ts";
import type { RetryPlan } from "./plan.ts";
import { endedAs, type Plans } from "./plans.ts";
import { reduce } from "./reduce.ts";
import { resumePlan } from "./start.ts";

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

/**
 * Stored plans in a new session, and after an update, which may know more addresses that work once than the version did
 * that wrote them: every plan takes today's care and looks for its tab. One that was left in the last minutes may have
 * been left by the browser's own end. `now` is in epoch milliseconds, `random` from 0 to 1.
 */
export function inNewSession(plans: Plans, now: number, random: number): Plans {
  const revived = Object.entries(plans).map(([id, plan]): [string, RetryPlan] => {
    const wasJustLeft = plan.state.name === "closed" && endedAs(plan) === "left" && now - plan.state.at < REMEMBERED_MS;
    const resumed = wasJustLeft ? resumePlan(plan, now, random) : plan;
    return [id, withTodaysCare(reduce(resumed, { type: "restarted" }, now, random)[0])];
  });
  return Object.fromEntries(revived);
}
