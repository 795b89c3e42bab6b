import { pageUrl } from "../core/incident/incident.ts";
import type { RequestOf } from "../core/protocol/protocol.ts";
import { incidentIn } from "../core/protocol/standing.ts";
import { type TabView, UNREADABLE_VIEW } from "../core/protocol/tab-view.ts";
import { getTab } from "../platform/tabs.ts";
import { checks } from "./check/driver.ts";
import { endLostCopy } from "./check/saved-copy.ts";
import { endLostQuestion } from "./check/second-opinions.ts";
import { askGrantedStatusPage } from "./check/status-page-grants.ts";
import { refreshReturn } from "./form-return.ts";
import { isNamedIn } from "./named-views.ts";
import { forgetRepair, repairAtOpening } from "./repair/on-repair.ts";
import { whatStands } from "./standing/what-stands.ts";
import { sweep } from "./sweep.ts";
import { shownIn, showTab } from "./tab-view.ts";

type Open = RequestOf<"tab/open">;

/** The popup opened on a tab: shows what stands there, and begins a check when it is failing. */
export async function onTabOpen({ tabId }: Open): Promise<TabView> {
  if (!Number.isInteger(tabId)) return UNREADABLE_VIEW;
  void endLostQuestion(tabId).catch(() => undefined);
  void endLostCopy(tabId).catch(() => undefined);
  void refreshReturn(tabId).catch(() => undefined);
  const view = await showOpened(tabId);
  // The popup waits for its first view alone.
  void sweep();
  return view;
}

async function showOpened(tabId: number): Promise<TabView> {
  const { standing, incident, answer } = await whatStands(tabId);
  // The popup over a page of ours: what that page shows is not the popup's to take away.
  if (standing.kind === "unreadable" && (await isNamedIn(tabId))) return UNREADABLE_VIEW;
  const repair = await endedRepair(tabId);
  if (!incident) {
    const [view] = await Promise.all([
      showTab(tabId, { standing, ...repair }),
      incidentIn(standing) === null ? checks.forget(tabId) : undefined,
    ]);
    return view;
  }
  const { view: check, isNew } = await checks.open(incident, { answer });
  if (!isNew) void askGrantedStatusPage(tabId);
  return showTab(tabId, { standing, check, ...repair });
}

/**
 * Takes away the repair of a tab, where it no longer is about what stands there. One that stays is not named: by the time
 * this is written it may have come further than it was when it was read.
 */
async function endedRepair(tabId: number): Promise<{ readonly repair?: null }> {
  const { repair } = await shownIn(tabId);
  if (!repair) return {};
  const shown = pageUrl((await getTab(tabId))?.url ?? undefined);
  return repairAtOpening(tabId, repair, shown) ? {} : { repair: null };
}

/** The user gave leave for the status page that is shown, and the popup outlived the browser's prompt. */
export async function onStatusPageGranted({ tabId }: RequestOf<"check/status-page-granted">): Promise<undefined> {
  if (Number.isInteger(tabId)) await askGrantedStatusPage(tabId);
}

/** The user wants to know it anew: what others said counts no more either. */
export async function onCheckAgain({ tabId }: Open): Promise<TabView> {
  if (!Number.isInteger(tabId)) return UNREADABLE_VIEW;
  await checks.forget(tabId);
  await forgetRepair(tabId);
  const { standing, incident, answer } = await whatStands(tabId);
  const check = incident && checks.begin(incident, { answer }).view;
  return showTab(tabId, { standing, check, opinions: null, repair: null });
}
