import type { RepairView } from "../../core/repair/view.ts";
import { hasAll, originPattern } from "../../platform/permissions.ts";
import { shownIn, tabsShown } from "../tab-view.ts";

/** The hosts that a repair has been granted, or may be at any moment, and gives back with its work. */
const borrowedBy = (repair: RepairView | null): readonly string[] =>
  repair?.state === "asking" || repair?.state === "working" ? repair.lacked : [];

/** Whether Faultline may touch this address for a repair alone, so that nothing else is to begin by it. */
export async function isBorrowed(url: string): Promise<boolean> {
  if (await hasAll()) return false;
  const pattern = originPattern(url);
  for (const tabId of await tabsShown()) {
    if (borrowedBy((await shownIn(tabId)).repair).includes(pattern)) return true;
  }
  return false;
}
