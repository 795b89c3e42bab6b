import { pageUrl } from "../../core/incident/incident.ts";
import type { TabLook } from "../../core/incident/page.ts";
import type { RetryPlan } from "../../core/retry/plan.ts";
import { getTab, tabsShowing } from "../../platform/tabs.ts";
import { lookAtTab } from "../../probes/tab-look.ts";

/** The tab that shows a page now and belongs to no plan; from now on it is taken. */
async function tabFor(url: string, taken: Set<number>, asleepOnly: boolean): Promise<number | null> {
  const tabs = await tabsShowing((shown) => pageUrl(shown) === url);
  const id = tabs.find((tab) => !taken.has(tab.id) && (tab.asleep || !asleepOnly))?.id ?? null;
  if (id !== null) taken.add(id);
  return id;
}

/** What stands in a plan's tab, and under which id: Chromium gives a tab that it puts to sleep another one. */
export async function lookFor(
  { tabId, url }: Pick<RetryPlan, "tabId" | "url">,
  taken: Set<number>,
): Promise<{ readonly tabId: number; readonly look: TabLook }> {
  const look = await lookAtTab(tabId, url);
  if (look.state !== "gone") return { tabId, look };
  const other = await tabFor(url, taken, true);
  return other === null ? { tabId, look } : { tabId: other, look: await lookAtTab(other, url) };
}

/**
 * Looks for the tab of a plan after a restart, and takes it; null while it has not come. Two plans may look at once. A tab
 * that bears the plan's old id may be any other by now, so only one that shows the plan's page is it.
 */
export async function findTab(
  { tabId, url }: Pick<RetryPlan, "tabId" | "url">,
  taken: Set<number>,
): Promise<number | null> {
  const tab = await getTab(tabId);
  if (pageUrl(tab?.url ?? undefined) !== url || taken.has(tabId)) return tabFor(url, taken, false);
  taken.add(tabId);
  return tabId;
}
