/** What the user says to a plan, by the buttons of the popup. */
import { causeForPlan } from "../core/diagnosis/asking.ts";
import type { Diagnosis } from "../core/diagnosis/state.ts";
import { statusPageWords } from "../core/diagnosis/status-page-words.ts";
import { viewOf } from "../core/diagnosis/view.ts";
import type { Cause } from "../core/evidence/causes.ts";
import { protectionOf } from "../core/incident/incident.ts";
import { isRetried } from "../core/incident/status.ts";
import type { RequestOf } from "../core/protocol/protocol.ts";
import { hasSite } from "../platform/permissions.ts";
import { checks } from "./check/driver.ts";
import { incidentOf } from "./incidents.ts";
import { retry } from "./retry/driver.ts";
import { planOf } from "./retry/plans.ts";

export async function onRetryNow({ tabId }: RequestOf<"retry/now">): Promise<undefined> {
  await retry.tell(tabId, { type: "now" });
}

export async function onRetryStop({ tabId }: RequestOf<"retry/stop">): Promise<undefined> {
  await retry.tell(tabId, { type: "stop", reason: "stopped" });
}

/** Takes a stopped plan up again. Works where Faultline may ask the site by itself. */
export async function onRetryKeep({ tabId }: RequestOf<"retry/keep">): Promise<undefined> {
  const incident = await incidentOf(tabId);
  if (!incident || incident.private || (incident.status !== null && !isRetried(incident.status))) return;
  if (!(await hasSite(incident.url)) || (await planOf(tabId))) return;
  const check = await checks.of(incident);
  const cause = foundBy(check);
  await retry.start(incident, { isProtected: protectionOf(incident) !== "none", floor: null, wanted: true, cause });
  // The plans of this tab have heard it when the page was read; this one was not there yet.
  for (const word of wordsOf(check)) await retry.tell(tabId, word);
}

/** What an incident's check has found that a plan goes by; null where there is no verdict. */
const foundBy = (check: Diagnosis | null): Cause | null => check && causeForPlan(viewOf(check).verdict);

/** What the site's status page, as that check has read it, says to a plan. */
const wordsOf = (check: Diagnosis | null) => (check ? statusPageWords(check) : []);

/** Watches the site on after its tab is closed. */
export async function onRetryWatch({ tabId }: RequestOf<"retry/watch">): Promise<undefined> {
  const incident = await incidentOf(tabId);
  if (!incident || incident.private || !(await hasSite(incident.url))) return;
  const check = await checks.of(incident);
  await retry.watch(incident, foundBy(check), wordsOf(check));
}

export async function onRetryUnwatch({ id }: RequestOf<"retry/unwatch">): Promise<undefined> {
  if (typeof id === "string") await retry.stop(id);
}
