import type { RetryEvent } from "../retry/events.ts";
import { publishedLengths } from "../status-pages/past-incidents.ts";
import { maintenanceUntil } from "../status-pages/relevance.ts";
import type { Diagnosis } from "./state.ts";

/** What a status page can have to say to a plan. */
type StatusPageWord = Extract<RetryEvent, { type: "announced" | "published" }>;

/**
 * What the site's status page, as a check has read it, says to a plan of the page: when the maintenance under way is to
 * end, and how long the site's last incidents took. Nothing where it was not read, or says neither.
 */
export function statusPageWords({
  incident,
  signals: { statusPage },
}: Pick<Diagnosis, "incident" | "signals">): readonly StatusPageWord[] {
  if (statusPage.state !== "ok" || !statusPage.value) return [];
  const { value: report, at } = statusPage;
  const subject = { host: new URL(incident.url).hostname, gateway: null };
  const end = maintenanceUntil(report, subject, at);
  const lengths = publishedLengths(report, subject, at);
  return [
    ...(end === null ? [] : [{ type: "announced", end } as const]),
    ...(lengths.length === 0 ? [] : [{ type: "published", lengths } as const]),
  ];
}
