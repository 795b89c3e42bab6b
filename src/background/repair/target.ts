import { pageUrl } from "../../core/incident/incident.ts";
import { REPAIR_IDS, type RepairId } from "../../core/repair/repair.ts";
import { getTab } from "../../platform/tabs.ts";

/** What is to be repaired: the page that stands in a tab now. */
export interface Target {
  readonly tabId: number;
  readonly id: RepairId;
  readonly url: string;
}

/** The page in a tab that a message asks a repair of, or null. */
export async function targetOf({ tabId, id }: Pick<Target, "tabId" | "id">): Promise<Target | null> {
  const known = REPAIR_IDS.find((one) => one === id);
  const url = Number.isInteger(tabId) ? pageUrl((await getTab(tabId))?.url ?? undefined) : null;
  return known && url ? { tabId, id: known, url } : null;
}

/** Whether the click was on a page that the tab shows no more. The popup names none where nothing but the browser is looked at. */
export const isOfAnother = ({ url }: { readonly url?: string | null }, target: Target): boolean =>
  typeof url === "string" && url !== target.url;
