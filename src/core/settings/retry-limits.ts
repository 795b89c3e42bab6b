const HOUR_MS = 3_600_000;

/**
 * A wait of the plan, in milliseconds, within a limit of requests per hour that was set; null for none. No two
 * requests of a plan then come closer than the limit's share of an hour. Never shorter than the wait it was given.
 */
export const withinLimit = (wait: number, maxPerHour: number | null | undefined): number =>
  Math.max(wait, HOUR_MS / (maxPerHour ?? Number.POSITIVE_INFINITY));
