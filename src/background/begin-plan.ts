import { type Incident, protectionOf } from "../core/incident/incident.ts";
import { isRetried } from "../core/incident/status.ts";
import { hasSite } from "../platform/permissions.ts";
import { judgeWithoutAnswer } from "./card/first-words.ts";
import { retry } from "./retry/driver.ts";

/**
 * Starts the retry plan of a failure where that is wanted: a gateway error, on a site that Faultline may read by itself.
 * `floor` is the moment before which the site wants no request; null for none.
 */
export async function beginPlan(incident: Incident, floor: number | null): Promise<void> {
  if (incident.status !== null && isRetried(incident.status) && (await hasSite(incident.url))) {
    // Where the disk has no room for a plan, what can be said of the page is said all the same.
    await retry
      .start(incident, { isProtected: protectionOf(incident) !== "none", floor })
      .catch((error: unknown) => console.warn("Faultline: a failing page cannot be tried again", error));
  }
  void judgeWithoutAnswer(incident);
}
