import { type Incident, isLimited, pageUrl } from "../core/incident/incident.ts";
import type { TabLook } from "../core/incident/page.ts";
import { isBack, reloadOutcome } from "../core/incident/reload.ts";
import { isContrast } from "../core/incident/told.ts";
import type { RequestOf } from "../core/protocol/protocol.ts";
import { getTab } from "../platform/tabs.ts";
import { tabNavigation } from "../probes/tab-look.ts";
import { methodOf } from "./automatic-mode.ts";
import { forgetCheck, lastCheck } from "./check/check-session.ts";
import { diagnose } from "./check/diagnosis.ts";
import { toldOf } from "./check/told-steps.ts";
import { endIncident, incidentOf, keepIncident } from "./incidents.ts";
import { showRecovery } from "./retry/outcome.ts";
import { publishRecovery } from "./retry/plan-views.ts";
import { tellPlan } from "./retry/retry-driver.ts";
import { takeBack } from "./tab-view.ts";
import { loadAndWatch } from "./watch-reload.ts";

/**
 * The user loads the page again: the side with cookies of every contrast. A page that may have come from a
 * form is opened anew, by GET, so that no form is sent twice and like is compared with like.
 */
export async function onTabReload(request: RequestOf<"tab/reload">): Promise<undefined> {
  const { tabId, pastCache } = request;
  const incident = await incidentOf(tabId);
  if (!incident) {
    const url = pageUrl((await getTab(tabId))?.url ?? undefined);
    if (!url) return;
    const navigation = await tabNavigation(tabId);
    const isGet = navigation !== null && navigation !== "error-page" && (await methodOf(navigation)) === "GET";
    return void (await loadAndWatch(tabId, url, !isGet ? "anew" : pastCache ? "past-cache" : "reload"));
  }
  const check = await lastCheck(incident);
  await check?.reopen();
  // What was told too long ago is not compared with what the tab shows now.
  const told = await toldOf(incident);
  await check?.hear(told);
  const kind = incident.method !== "GET" ? "anew" : pastCache ? "past-cache" : "reload";
  const anew = await loadAndWatch(tabId, incident.url, kind);
  // Opened by GET first, so that going past cache and worker sends no form again.
  const isNext = pastCache && kind === "anew" && reloadOutcome(anew, false) === "fails";
  const look = isNext ? await loadAndWatch(tabId, incident.url, "past-cache") : anew;
  const limitedAgain = isLimited(incident.status) && look.state === "answered" && isLimited(look.status);
  const outcome = limitedAgain ? "fails" : reloadOutcome(look, isNext || kind === "past-cache");
  await tellPlan(tabId, { type: "looked", look });
  if (isBack(outcome)) {
    await endIncident(tabId, "works");
    await showRecovery(tabId, new URL(incident.url).host);
    await publishRecovery(incident);
    return check?.close(incident, outcome).then(() => undefined);
  }
  if (outcome === "fails") {
    const method = kind === "anew" ? "GET" : incident.method;
    const failure = await failureIn(tabId, incident, look);
    const fresh = { id: crypto.randomUUID(), since: Date.now(), method };
    const again = await keepIncident({ ...incident, ...failure, ...fresh });
    if (check && again.id === incident.id) return void (await check.close(again, outcome));
    // What works elsewhere waited for this reload. Otherwise a reload counts only after the check's own answers.
    const compares = again.id === incident.id && (isContrast(told.privateWindow) || isContrast(told.otherDevice));
    if (compares) return void diagnose(again, null, { told, reload: outcome });
    return void diagnose(again);
  }
  // Another page, another answer, or nothing yet: the popup asks anew what stands there.
  if (look.state === "loading") return void (await check?.close(incident, outcome));
  await endIncident(tabId, "left");
  await forgetCheck(tabId);
  await takeBack(tabId);
}

/** What the tab shows of the failure after its reload. */
async function failureIn(
  tabId: number,
  before: Incident,
  look: TabLook,
): Promise<Pick<Incident, "status" | "navigation">> {
  const navigation = look.state === "answered" ? await tabNavigation(tabId) : null;
  return {
    status: look.state === "answered" ? look.status : before.status,
    navigation: navigation === "error-page" ? null : navigation,
  };
}
