import type { Cause } from "./causes.ts";

/**
 * How a retry plan may ask while a cause stands:
 * - `usual`: as often as outages of that age end.
 * - `seldom`: once in a quarter of an hour at most. It ends by somebody's hand, or with the day or the month.
 * - `none`: not by itself. What keeps the page away counts requests or wants a person, and asking prolongs it.
 */
type Pace = "usual" | "seldom" | "none";

/** Nothing that is asked brings these back sooner. */
const BY_HAND: readonly Cause[] = ["switched-off"];

/** Only the user's own step, or time without requests, ends these. */
const NOT_BY_ASKING: readonly Cause[] = ["blocked-address", "bot-check"];

/** The pace that a cause leaves a plan, however sure the verdict is: to ask a site that refuses to be asked is what its block is for. */
export function paceFor(cause: Cause): Pace {
  if (NOT_BY_ASKING.includes(cause)) return "none";
  return BY_HAND.includes(cause) ? "seldom" : "usual";
}
