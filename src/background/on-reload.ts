import { type Incident, pageUrl } from "../core/incident/incident.ts";
import type { Navigation } from "../core/incident/navigation.ts";
import type { TabLook } from "../core/incident/page.ts";
import { checkAfterReload, type LoadKind, loadFor, nextLoad, reloadEnd } from "../core/incident/user-reload.ts";
import type { RequestOf } from "../core/protocol/protocol.ts";
import { getTab } from "../platform/tabs.ts";
import { tabNavigation } from "../probes/tab-look.ts";
import { methodOf } from "./automatic-mode.ts";
import { checks } from "./check/driver.ts";
import { toldOf } from "./check/told-steps.ts";
import { endIncident, hasFailedSince, incidentOf, keepIncident } from "./incidents.ts";
import { retry } from "./retry/driver.ts";
import { showRecovery } from "./retry/outcome.ts";
import { publishRecovery } from "./retry/plan-views.ts";
import { takeBack } from "./tab-view.ts";
import { loadAndWatch } from "./watch-reload.ts";

/** The user loads the page again. */
export async function onTabReload({ tabId, pastCache }: RequestOf<"tab/reload">): Promise<undefined> {
  const incident = await incidentOf(tabId);
  if (incident) return reloadFailure(incident, pastCache).then(() => undefined);
  const url = pageUrl((await getTab(tabId))?.url ?? undefined);
  if (!url) return;
  const navigation = await documentIn(tabId);
  const method = navigation ? await methodOf(navigation) : "unknown";
  await loadAndWatch(tabId, url, loadFor(method, pastCache));
}

/** The load of a failing page, which its check waits for, and all that follows from what the tab shows then. */
async function reloadFailure(incident: Incident, pastCache: boolean): Promise<void> {
  const { tabId, url } = incident;
  const check = await checks.lastOf(incident);
  if (check) await checks.tell(check, { type: "reloads" });
  // What was told too long ago is not compared with what the tab shows now.
  const told = await toldOf(incident);
  if (check) await checks.tell(check, { type: "told", told });

  const [kinds, look] = await load(incident, pastCache);
  const shown = reloadEnd(incident, kinds, look);
  // Where a form failed, or may have, another page has taken its place: nobody has seen that work which failed.
  const isOther = shown.end === "back" && incident.method !== "GET";
  await (isOther ? retry.leaveOpened(incident) : retry.tell(tabId, { type: "looked", look })).catch((error: unknown) =>
    // Its next look at the tab shows the plan the same.
    console.warn("Faultline: a plan could not be told of a reload", error),
  );
  switch (shown.end) {
    case "back":
      await endIncident(tabId, isOther ? "left" : "works");
      await showRecovery(tabId, new URL(url).host);
      if (!isOther) await publishRecovery(incident);
      if (check) await checks.tell(check, { type: "reloaded", incident, reload: shown.outcome });
      return;
    case "fails": {
      const { status, method } = shown;
      const navigation = await documentOf(tabId, look);
      if (navigation === "moved-on") {
        await checks.forget(tabId);
        return leaveMovedOn(incident);
      }
      const fresh = { id: crypto.randomUUID(), since: Date.now(), status, method, navigation };
      const again = await keepIncident({ ...incident, ...fresh });
      const reload = "fails";
      const next = checkAfterReload(again.id === incident.id, check !== null, told);
      if (next === "takes" && check) await checks.tell(check, { type: "reloaded", incident: again, reload });
      else checks.begin(again, next === "compares" ? { seen: { told, reload } } : {});
      return;
    }
    case "nothing-yet":
      if (check) await checks.tell(check, { type: "reloaded", incident, reload: "not-tried" });
      return;
    case "left":
      // The popup asks anew what stands there.
      await endIncident(tabId, "left");
      await checks.forget(tabId);
      await takeBack(tabId);
  }
}

/** Loads the tab again, and once more where that must follow. */
export async function load(
  { tabId, url, method }: Incident,
  pastCache: boolean,
): Promise<readonly [kinds: readonly LoadKind[], look: TabLook]> {
  const first = loadFor(method, pastCache);
  const look = await loadAndWatch(tabId, url, first);
  const next = nextLoad(first, pastCache, look);
  return next ? [[first, next], await loadAndWatch(tabId, url, next)] : [[first], look];
}

/** How the document in the tab came; null where none says. */
export async function documentIn(tabId: number) {
  const navigation = await tabNavigation(tabId);
  return typeof navigation === "string" ? null : navigation;
}

/** How the failing document came that a load has just shown; null where none says. Another one may stand there by now. */
export async function documentOf(tabId: number, look: TabLook): Promise<Navigation | null | "moved-on"> {
  if (look.state !== "answered") return null;
  const now = await tabNavigation(tabId);
  if (typeof now === "object" && now?.startedAt === look.startedAt) return now;
  if (now !== "silent") return "moved-on";
  // One that is too busy by now may have said so by its sentinel.
  const navigation = (await incidentOf(tabId))?.navigation;
  return navigation?.startedAt === look.startedAt ? navigation : null;
}

/** The tab went on while its failing page was asked how it came. What stands there now speaks for itself. */
export async function leaveMovedOn(before: Incident): Promise<void> {
  if (!(await hasFailedSince(before.tabId, before))) await endIncident(before.tabId, "left");
  await takeBack(before.tabId);
}
