import { belongsToCheck, type RepairView } from "../repair/view.ts";
import { leavesNothing } from "../retry/stop-reason.ts";
import type { RetryView } from "../retry/view.ts";
import type { CheckView } from "../verdict/view.ts";
import { incidentIn, type Standing } from "./standing.ts";
import { EMPTY_VIEW, type TabView } from "./tab-view.ts";

/**
 * A tab's view after one of its parts has changed. Different modules write the parts, and only this function
 * combines them: a check and second opinions are shown with the incident that stands in the tab and with no
 * other, and so is a plan that has ended.
 */
export function compose(before: TabView, change: Partial<TabView>): TabView {
  const parts = { ...before, ...change };
  const standing = change.standing === undefined ? standingAfter(parts.standing, change.check) : parts.standing;
  const incident = incidentIn(standing);
  const belongsToIncident = (part: { readonly incidentId: string } | null): boolean => part?.incidentId === incident;
  const check = belongsToIncident(parts.check) ? parts.check : null;
  // Where nothing is checked, whoever has looked at the tab says whether it still is about what stands there.
  const repair = parts.repair && check && !belongsToCheck(parts.repair, check) ? null : parts.repair;
  return {
    standing: standing && informed(standing, repair),
    check,
    plan: isOutdated(parts.plan, standing, check) ? EMPTY_VIEW.plan : parts.plan,
    opinions: belongsToIncident(parts.opinions) ? parts.opinions : null,
    repair,
  };
}

/** Why nobody was reached, where a repair has found it out; what a look finds on the way to any proxy comes before it. */
function informed(standing: Standing, repair: RepairView | null): Standing {
  const isDead = repair?.state === "proxy" && repair.dead;
  if (!isDead || standing.kind !== "no-answer") return standing;
  const isNearer = standing.network === "no-internet" || standing.network === "captive-portal";
  return isNearer ? standing : { ...standing, network: "dead-proxy" };
}

/** A page is checked because it fails: a check of one says what stands in the tab, where nobody has said so yet. */
function standingAfter(standing: Standing | null, check: CheckView | null | undefined): Standing | null {
  if (check?.about !== "page" || check.incidentId === incidentIn(standing)) return standing;
  return { kind: "failing", incidentId: check.incidentId };
}

/** A plan that ended before this failure, or because an earlier one was over. */
function isOutdated(plan: RetryView, standing: Standing | null, check: CheckView | null): boolean {
  if (plan.state !== "stopped") return false;
  if (check) return plan.at < check.since;
  const { reason } = plan;
  return standing?.kind === "no-answer" && (leavesNothing(reason) || reason === "left" || reason === "refused");
}
