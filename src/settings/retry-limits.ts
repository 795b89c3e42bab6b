import type { Settings } from "./settings.ts";

type Limits = Settings["retry"];

const HOUR_MS = 3_600_000;

/** Whether pages may be tried again by themselves at all. */
export const mayRetry = ({ off }: Limits): boolean => !off;

/**
 * A wait of the plan, in milliseconds, within the limits that were set: no two requests of a plan come closer than
 * the limit's share of an hour, so no hour sees more of them by one. Never shorter than what it was given.
 */
export const withinLimits = (wait: number, { maxPerHour }: Limits): number =>
  maxPerHour === null ? wait : Math.max(wait, Math.ceil(HOUR_MS / maxPerHour));
