import type { Incident } from "../../core/incident/incident.ts";
import { WATCHED_KEY } from "../../core/protocol/protocol.ts";
import { forecastAt } from "../../core/retry/forecast.ts";
import { isWatch, type RetryPlan } from "../../core/retry/plan.ts";
import { isOpen, type Plans, planOfTab } from "../../core/retry/plans.ts";
import { usualLength } from "../../core/retry/usual.ts";
import type { RetryView, WatchedView } from "../../core/retry/view.ts";
import { publish } from "../../platform/views.ts";
import { showPlan } from "../tab-view.ts";

/** Shows pages that are open what their plans do now. Of `all`, one that goes on in a tab hides one that has ended there. */
export async function publishPlans(plans: readonly RetryPlan[], all: Plans): Promise<void> {
  const now = Date.now();
  const tabs = plans.filter((plan) => !isWatch(plan) && (isOpen(plan) || planOfTab(all, plan.tabId) === null));
  await Promise.all(tabs.map((plan) => showPlan(plan.tabId, viewOf(plan, now))));
}

/** The list of sites that are watched without a tab. Where the session has no room it is lost, and plans go on. */
export async function publishWatched(plans: readonly RetryPlan[]): Promise<void> {
  const watched: WatchedView[] = plans
    .filter((plan) => isWatch(plan) && isOpen(plan))
    .map(({ id, url, createdAt, deadline }) => ({ id, host: new URL(url).host, since: createdAt, until: deadline }));
  await publish(WATCHED_KEY, watched).catch((error: unknown) =>
    console.warn("Faultline: the watched sites cannot be shown", error),
  );
}

/** The page came back by the user's own load, without a plan: the popup shows that like a plan's success. */
export async function publishRecovery({ tabId }: Incident): Promise<void> {
  const view: RetryView = { state: "stopped", reason: "recovered", at: Date.now(), attempts: 0 };
  await showPlan(tabId, view);
}

function viewOf(plan: RetryPlan, now: number): RetryView {
  const { state, attempts, touchesTab, history, status, cause, failingSince, createdAt, workedAt, announcedEnd } = plan;
  if (state.name === "closed") return { state: "stopped", reason: state.reason, at: state.at, attempts };
  const going = {
    attempts,
    watching: touchesTab ? "page" : "front-page",
    usual: usualLength(history),
    forecast: forecastAt(now, { since: failingSince ?? createdAt, workedAt, announcedEnd, status, cause, history }),
  } as const;
  return state.name === "waiting" ? { state: "waiting", due: state.due, ...going } : { state: "trying", ...going };
}
