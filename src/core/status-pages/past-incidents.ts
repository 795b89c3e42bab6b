import { fitness, type Subject } from "./fitness.ts";
import type { PastIncident, StatusReport } from "./model.ts";
import { concerning } from "./relevance.ts";

/** As many as a site's own outages that are remembered. */
const MOST_LENGTHS = 10;
/** A site that failed half a year ago is run by others by now, or differently. */
const OLDEST_MS = 180 * 86_400_000;

const lengthOf = ({ startedAt, endedAt }: PastIncident): number => endedAt - startedAt;

const overlap = (one: PastIncident, other: PastIncident): boolean =>
  one.startedAt < other.endedAt && other.startedAt < one.endedAt;

/** One entry for each stretch of trouble, the longest: some pages list an incident once for each part that it hit. */
function eachOnce(past: readonly PastIncident[]): readonly PastIncident[] {
  const kept: PastIncident[] = [];
  for (const one of [...past].sort((a, b) => lengthOf(b) - lengthOf(a))) {
    if (!kept.some((other) => overlap(one, other))) kept.push(one);
  }
  return kept;
}

/**
 * How long the site's last incidents took that concerned what failed, by its status page's own word: seconds, oldest
 * first, ten at most. None that is over only later than `now` (epoch milliseconds), and none older than half a year.
 * Pure.
 */
export function publishedLengths(report: StatusReport, subject: Subject, now: number): readonly number[] {
  const concerns = concerning(report.components, fitness(subject, report));
  const past = (report.past ?? []).filter(
    (one) => one.endedAt <= now && one.endedAt >= now - OLDEST_MS && concerns(one),
  );
  return [...eachOnce(past)]
    .sort((a, b) => a.endedAt - b.endedAt)
    .slice(-MOST_LENGTHS)
    .map((one) => lengthOf(one) / 1_000);
}
