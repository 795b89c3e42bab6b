import type { Incident } from "../../core/incident/incident.ts";
import type { Navigation } from "../../core/incident/navigation.ts";
import type { Tab } from "../../platform/tabs.ts";
import { methodOf } from "../automatic-mode.ts";
import { badgeFailure } from "../badge-failure.ts";
import { incidentOf, keepFailure } from "../incidents.ts";

/** The incident that the tab shows now: the known one as long as it is about this very navigation. */
export async function clickedIncident(
  tab: Tab,
  url: string,
  status: number,
  navigation: Navigation | null,
): Promise<Incident> {
  const known = await incidentOf(tab.id);
  const same = known?.url === url && known.status === status;
  if (known && same && known.navigation?.startedAt === navigation?.startedAt) return known;
  await badgeFailure(tab.id, url, status);
  return keepFailure({
    tabId: tab.id,
    url,
    status,
    noticed: "click",
    method: navigation ? await methodOf(navigation) : "unknown",
    private: tab.private,
    navigation,
  });
}
