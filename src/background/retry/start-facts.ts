import type { Cause } from "../../core/evidence/causes.ts";
import { isOneShot } from "../../core/http/one-shot/one-shot.ts";
import type { Incident } from "../../core/incident/incident.ts";
import { watchedPage, watchId } from "../../core/protocol/protocol.ts";
import type { Start, Terms, WatchStart } from "../../core/retry/begin.ts";
import { deadlineMs } from "../../core/settings/deadlines.ts";
import { retryOffBy } from "../../core/settings/retry-off.ts";
import { managedSettings, readSettings } from "../../platform/settings.ts";
import { frontTabs } from "../../platform/tabs.ts";
import { historyOf } from "./outage-history.ts";
import { endedPlans } from "./plans.ts";

/** What holds for a new plan. A click outweighs what the user has set themselves, and not what an administrator has. */
async function termsFor(url: string, wanted: boolean): Promise<Terms> {
  const settings = await readSettings();
  const offBy = retryOffBy(settings, (await managedSettings()).settings, url);
  return {
    off: offBy === "administrator" || (offBy === "user" && !wanted),
    maxPerHour: settings.retry.maxPerHour,
    lasts: deadlineMs(settings.deadlines),
    history: await historyOf(url),
  };
}

/** What is known from outside when a plan is to begin for an incident; `wanted` where the user has clicked for it. */
export async function factsFor(
  { tabId, url }: Incident,
  wanted: boolean,
): Promise<Pick<Start, "terms" | "ends" | "isInFront">> {
  const terms = await termsFor(url, wanted);
  const ends = await endedPlans();
  return { terms, ends, isInFront: (await frontTabs()).has(tabId) };
}

/** How the site of an incident is to be watched without a tab: an address that works once is not asked for. */
export async function watchFor(incident: Incident, cause: Cause | null): Promise<WatchStart> {
  const url = watchedPage(incident.url, isOneShot(incident.url));
  return { incident, url, id: watchId(url), cause, terms: await termsFor(url, true) };
}
