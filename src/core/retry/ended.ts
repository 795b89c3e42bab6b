import * as v from "valibot";
import { type Incident, REMEMBERED_MS } from "../incident/incident.ts";
import { lazily } from "../lazily.ts";
import { planSchema, type RetryPlan } from "./plan.ts";
import { isOpen, type Plans } from "./plans.ts";
import { isSiteBack, leavesNothing, type StopReason } from "./stop-reason.ts";

export const endedSchema = lazily(() => {
  const { url: _url, target: _target, ...entries } = planSchema().entries;
  return v.object({ ...entries, origin: v.string() });
});

/** A plan that has ended, without its address. Its incident knows that, for as long as there is one. */
export type EndedPlan = v.InferOutput<ReturnType<typeof endedSchema>>;

/** How a plan ended, without its address. */
export function endOf({ url, target: _asked, ...plan }: RetryPlan): EndedPlan {
  const { origin } = new URL(url);
  // The id of a plan that watches a site without a tab is its address.
  return { ...plan, id: plan.id.endsWith(url) ? `watch:${origin}` : plan.id, origin };
}

/** The same of all plans that have ended. */
export const endsOf = (plans: Plans): EndedPlan[] =>
  Object.values(plans)
    .filter((plan) => !isOpen(plan))
    .map(endOf);

/** Whether a page that fails again after a plan ended so is another matter than a new one. */
const hasEcho = (reason: StopReason): boolean => reason === "left" || reason === "stopped" || leavesNothing(reason);

/** Whether a plan's end still matters: it came within the last ten minutes, and a page that fails again follows from it. */
export const isRecentEnd = ({ state }: EndedPlan, now: number): boolean =>
  state.name === "closed" && hasEcho(state.reason) && Math.abs(now - state.at) < REMEMBERED_MS;

/** The plan of this very incident that ended a few minutes ago, with the address that it no longer bears. */
export function recall(ends: readonly EndedPlan[], { id, url }: Pick<Incident, "id" | "url">): RetryPlan | undefined {
  const ended = ends.find((plan) => plan.id === id);
  if (!ended) return undefined;
  const { origin: _origin, ...plan } = ended;
  return { ...plan, url, target: plan.touchesTab ? url : new URL("/", url).href };
}

/** When the site came back, if it did a few minutes ago: epoch milliseconds of the last such moment, or null. */
export function cameBackAt(ends: readonly EndedPlan[], url: string): number | null {
  const { origin } = new URL(url);
  const moments = ends.flatMap((plan) =>
    plan.origin === origin && plan.state.name === "closed" && isSiteBack(plan.state.reason) ? [plan.state.at] : [],
  );
  return moments.length > 0 ? Math.max(...moments) : null;
}
