import { forecastAt } from "./forecast.ts";
import type { RetryPlan } from "./plan.ts";
import { usualLength } from "./usual.ts";
import type { RetryView } from "./view.ts";

/** A plan as the popup shows it; `now` is in epoch milliseconds, for the forecast. */
export function planView(plan: RetryPlan, now: number): RetryView {
  const { state, attempts, touchesTab, history, published, status, cause, workedAt, announcedEnd } = plan;
  const since = plan.failingSince ?? plan.createdAt;
  if (state.name === "closed") return { state: "stopped", reason: state.reason, at: state.at, attempts };
  const going = {
    attempts,
    watching: touchesTab ? "page" : "front-page",
    usual: usualLength(history),
    forecast: forecastAt(now, { since, workedAt, announcedEnd, status, cause, history, published }),
  } as const;
  return state.name === "waiting" ? { state: "waiting", due: state.due, ...going } : { state: "trying", ...going };
}
