import type { Cause } from "./causes.ts";

/**
 * Seconds. What somebody's hand ends, or the day or the month, is asked about this often at most, and so is what counts
 * requests or wants a person, which asking prolongs. No longer, for an answer may be misread, and a site that is back
 * shall be seen.
 */
const SELDOM = 15 * 60;

const NOT_BY_ASKING: readonly Cause[] = ["switched-off", "blocked-address", "bot-check"];

/**
 * Seconds that a retry plan leaves between two requests at least while a cause stands, however sure the verdict is: to
 * be left alone by requests is what a block is for. 0 where outages of that age set the pace.
 */
export const leastWaitFor = (cause: Cause): number => (NOT_BY_ASKING.includes(cause) ? SELDOM : 0);
