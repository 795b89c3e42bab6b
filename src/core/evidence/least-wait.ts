import type { Cause } from "./causes.ts";

/** Seconds. What ends by somebody's hand, or with the day or the month, is asked about this often at most. */
const BY_HAND = 15 * 60;
/** Seconds. What counts requests, or wants a person, is prolonged by asking. */
const NOT_BY_ASKING = 60 * 60;

const LEAST_WAITS: Partial<Record<Cause, number>> = {
  "switched-off": BY_HAND,
  "blocked-address": NOT_BY_ASKING,
  "bot-check": NOT_BY_ASKING,
};

/**
 * Seconds that a retry plan leaves between two requests at least while a cause stands, however sure the verdict is: to
 * be left alone by requests is what a block is for. 0 where outages of that age set the pace.
 */
export const leastWaitFor = (cause: Cause): number => LEAST_WAITS[cause] ?? 0;
