import type { Incident } from "../../core/incident/incident.ts";
import { reloadEnd } from "../../core/incident/user-reload.ts";
import type { RepairEnd } from "../../core/repair/view.ts";
import { checks } from "../check/driver.ts";
import { forgetTold } from "../check/told-steps.ts";
import { endIncident, keepIncident } from "../incidents.ts";
import { documentIn, documentOf, leaveMovedOn, load, onTabReload } from "../on-reload.ts";
import { retry } from "../retry/driver.ts";
import { showRecovery } from "../retry/outcome.ts";
import { showTab, takeBack } from "../tab-view.ts";

/**
 * Loads the page once after a repair and has it judged anew: nothing that was found out or told before counts any more,
 * for the browser is another by now.
 */
export async function judgeAgain(incident: Incident): Promise<RepairEnd> {
  const { tabId, url } = incident;
  await checks.forget(tabId);
  await forgetTold(tabId);
  const [kinds, look] = await load(incident, false);
  await retry.tell(tabId, { type: "looked", look }).catch((error: unknown) =>
    // Its next look at the tab shows the plan the same.
    console.warn("Faultline: a plan could not be told of a repair", error),
  );
  const shown = reloadEnd(incident, kinds, look);
  switch (shown.end) {
    case "back":
      await endIncident(tabId, "works");
      await showRecovery(tabId, new URL(url).host);
      await takeBack(tabId);
      return "works";
    case "fails": {
      const navigation = await documentOf(tabId, look);
      if (navigation === "moved-on") {
        await leaveMovedOn(incident);
        return "unclear";
      }
      const fresh = {
        id: crypto.randomUUID(),
        since: Date.now(),
        status: shown.status,
        method: shown.method,
        navigation,
      };
      const again = await keepIncident({ ...incident, ...fresh });
      const { view: check } = checks.begin(again);
      await showTab(tabId, { standing: { kind: "failing", incidentId: again.id }, check });
      return "fails";
    }
    case "nothing-yet":
      await takeBack(tabId);
      return "unclear";
    case "left": {
      await endIncident(tabId, "left");
      await takeBack(tabId);
      // Whoever is signed out is led to a sign-in, or refused: that is no failure.
      const landed = await documentIn(tabId);
      return landed && landed.status > 0 && landed.status < 500 ? "leads-on" : "unclear";
    }
  }
}

/** Loads a page once of which nobody knows an incident: the browser had reached nobody. */
export async function loadUnjudged(tabId: number): Promise<RepairEnd> {
  await onTabReload({ tabId, pastCache: false });
  await takeBack(tabId);
  const landed = await documentIn(tabId);
  if (!landed || landed.status >= 500) return "fails";
  return landed.status > 0 ? "works" : "unclear";
}
