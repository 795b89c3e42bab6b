import { notSent } from "../../core/http/settled.ts";
import { isBack } from "../../core/incident/reload.ts";
import { maintenanceUntil } from "../../core/status-pages/relevance.ts";
import { mayHaveStatusPage } from "../../core/verdict/status-pages.ts";
import { hasNamedSite } from "../../platform/permissions.ts";
import { frontTabs } from "../../platform/tabs.ts";
import { retry } from "../retry/driver.ts";
import { inTabTurn } from "../tab-turns.ts";
import { askStatusPages, type StatusAnswers } from "./ask-status-pages.ts";
import { type CheckSession, checkIn } from "./check-session.ts";

/**
 * Asks the status pages of the site and of whoever stands before it, once all is known that they are found by, and
 * gives the check what they say. Costs at most the patience of the probe, 6 s.
 */
export async function learnStatusPages(session: CheckSession): Promise<void> {
  const { incident, reload } = session.signals;
  if (!mayHaveStatusPage(incident.url) || isBack(reload)) {
    return session.takeStatusPages({ site: notSent("not-needed"), gateway: notSent("not-needed"), url: null });
  }
  await ask(session, null);
}

/** The check may be over by then, and another may have begun in its tab: that one asks for itself. */
async function ask({ id, incident, signals }: CheckSession, granted: string | null): Promise<void> {
  const answers = await askStatusPages(signals, granted);
  const check = await checkIn(incident.tabId);
  if (check?.id !== id) return;
  const end = maintenanceEnd(incident.url, answers);
  if (end !== null) await retry.tell(incident.tabId, { type: "announced", end });
  await check.takeStatusPages(answers);
}

/** When a maintenance of the site's that is under way is to end, if its page says; epoch milliseconds. */
function maintenanceEnd(url: string, { site }: StatusAnswers): number | null {
  if (site.state !== "ok" || !site.value) return null;
  return maintenanceUntil(site.value, { host: new URL(url).hostname, gateway: null }, site.at);
}

/**
 * Goes on where a tab's check was told nothing because its status page needed the user's leave, and the user has given
 * it by now, to this very host. Never rejects.
 */
export async function askGrantedStatusPage(tabId: number): Promise<void> {
  // The popup, the browser and the next opening may all tell of one leave: whoever comes later finds the page asked.
  await inTabTurn(`status page ${tabId}`, async () => {
    const check = await checkIn(tabId);
    const closed = check?.closedStatusPage ?? null;
    if (check && closed !== null && (await hasNamedSite(closed))) await ask(check, closed);
  }).catch((error: unknown) => console.warn("Faultline: a status page was not asked", error));
}

/** A grant was given while a popup asked for it, which the browser's prompt has closed: its tab is one in front. Never rejects. */
export async function askGrantedStatusPages(): Promise<void> {
  const tabs = await frontTabs().catch(() => []);
  await Promise.all([...tabs].map(askGrantedStatusPage));
}
