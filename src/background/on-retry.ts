/** What the user says to a plan, by the buttons of the popup. */
import { causeForPlan } from "../core/diagnosis/asking.ts";
import type { Diagnosis } from "../core/diagnosis/state.ts";
import { statusPageWords } from "../core/diagnosis/status-page-words.ts";
import { viewOf } from "../core/diagnosis/view.ts";
import type { Cause } from "../core/evidence/causes.ts";
import { protectionOf } from "../core/incident/incident.ts";
import { isRetried } from "../core/incident/status.ts";
import type { ClickEnd, RequestOf } from "../core/protocol/protocol.ts";
import type { RetryEvent } from "../core/retry/events.ts";
import { hasSite } from "../platform/permissions.ts";
import { checks } from "./check/driver.ts";
import { orNotKept } from "./click-end.ts";
import { clickedOn, isReplaced } from "./incidents.ts";
import { retry } from "./retry/driver.ts";
import { planOf } from "./retry/plans.ts";

export const onRetryNow = (click: RequestOf<"retry/now">): Promise<ClickEnd> =>
  orNotKept(tellPlan(click, { type: "now" }));

/** Where another click has ended it already, there is nothing to say: it is as the user wants it. */
export async function onRetryStop(click: RequestOf<"retry/stop">): Promise<ClickEnd> {
  const end = await orNotKept(tellPlan(click, { type: "stop", reason: "stopped" }));
  return end === "too-late" && !(await isOver(click)) ? undefined : end;
}

async function tellPlan(click: RequestOf<"retry/now" | "retry/stop">, event: RetryEvent): Promise<ClickEnd> {
  if (await isReplaced(click)) return "too-late";
  return (await retry.tell(click.tabId, event)) ? undefined : "too-late";
}

/** Whether the incident that a click names is over, or another stands in its place. */
const isOver = async (click: RequestOf<"retry/stop">): Promise<boolean> =>
  click.incidentId !== undefined && (await clickedOn(click)) === "too-late";

/** Takes a stopped plan up again. Works where Faultline may ask the site by itself. */
export const onRetryKeep = (click: RequestOf<"retry/keep">): Promise<ClickEnd> => orNotKept(keepOn(click));

async function keepOn(click: RequestOf<"retry/keep">): Promise<ClickEnd> {
  const { tabId } = click;
  const incident = await clickedOn(click);
  if (typeof incident === "string") return incident;
  if (!(await hasSite(incident.url))) return "not-done";
  if (incident.private || (incident.status !== null && !isRetried(incident.status))) return;
  if (await planOf(tabId)) return;
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
export const onRetryWatch = (click: RequestOf<"retry/watch">): Promise<ClickEnd> => orNotKept(watchOn(click));

async function watchOn(click: RequestOf<"retry/watch">): Promise<ClickEnd> {
  const incident = await clickedOn(click);
  if (typeof incident === "string") return incident;
  if (!(await hasSite(incident.url))) return "not-done";
  if (incident.private) return;
  const check = await checks.of(incident);
  await retry.watch(incident, foundBy(check), wordsOf(check));
}

export async function onRetryUnwatch({ id }: RequestOf<"retry/unwatch">): Promise<ClickEnd> {
  return typeof id === "string" ? orNotKept(retry.stop(id).then(() => undefined)) : undefined;
}
