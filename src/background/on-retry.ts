/** What the user says to a plan, by the buttons of the popup. */
import { isRetried, protectionOf } from "../core/incident/incident.ts";
import type { RequestOf } from "../core/protocol/protocol.ts";
import { hasSite } from "../platform/permissions.ts";
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
  await retry.start(incident, { isProtected: protectionOf(incident) !== "none", floor: null, wanted: true });
}

/** Watches the site on after its tab is closed. */
export async function onRetryWatch({ tabId }: RequestOf<"retry/watch">): Promise<undefined> {
  const incident = await incidentOf(tabId);
  if (!incident || incident.private || !(await hasSite(incident.url))) return;
  await retry.watch(incident);
}

export async function onRetryUnwatch({ id }: RequestOf<"retry/unwatch">): Promise<undefined> {
  if (typeof id === "string") await retry.stop(id);
}
