import { closedStatusPage } from "../../core/diagnosis/state.ts";
import { hasNamedSite } from "../../platform/permissions.ts";
import { frontTabs } from "../../platform/tabs.ts";
import { checks } from "./driver.ts";

/**
 * Goes on where a tab's check was told nothing because its status page needed the user's leave, and the user has given
 * it by now, to this very host. Never rejects.
 */
export async function askGrantedStatusPage(tabId: number): Promise<void> {
  try {
    const check = await checks.in(tabId);
    const url = check && closedStatusPage(check);
    if (check && url && (await hasNamedSite(url))) await checks.tell(check, { type: "granted", url });
  } catch (error) {
    console.warn("Faultline: a status page was not asked", error);
  }
}

/** A grant was given while a popup asked for it, which the browser's prompt has closed: its tab is one in front. Never rejects. */
export async function askGrantedStatusPages(): Promise<void> {
  const tabs = await frontTabs().catch(() => []);
  await Promise.all([...tabs].map(askGrantedStatusPage));
}
