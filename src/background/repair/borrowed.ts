import { permissionsFor } from "../../core/repair/repair.ts";
import type { RepairView } from "../../core/repair/view.ts";
import { isFirefox } from "../../platform/browser.ts";
import { areOf, hasAll, hasForRepair, hasSite } from "../../platform/permissions.ts";
import { shownIn, tabsShown } from "../tab-view.ts";
import { everyBegun } from "./begun.ts";

/** Whether a repair has been granted a host, or may be at any moment, and gives it back with its work. */
const borrows = (repair: RepairView, url: string): boolean =>
  (repair.state === "asking" || repair.state === "working") && areOf(repair.lacked, url);

/**
 * Whether the user has granted a host for themselves since: the browser grants a repair its hosts together with its
 * permission, or nothing.
 */
async function isUsersOwn({ id }: Pick<RepairView, "id">, url: string): Promise<boolean> {
  const permissions = permissionsFor(id, isFirefox ? "firefox" : "chromium");
  return (await hasSite(url)) && !(await hasForRepair({ permissions, origins: [] }));
}

/** Whether Faultline may touch this address for a repair alone, so that nothing else is to begin by it. */
export async function isBorrowed(url: string): Promise<boolean> {
  if (await hasAll()) return false;
  // Before those that are shown, for a click is shown before it counts as begun no more.
  for (const click of everyBegun()) if (areOf(click.lacked, url) && !(await isUsersOwn(click, url))) return true;
  for (const tabId of await tabsShown()) {
    const { repair } = await shownIn(tabId);
    if (repair && borrows(repair, url) && !(await isUsersOwn(repair, url))) return true;
  }
  return false;
}
