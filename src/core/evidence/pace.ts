import type { Cause } from "./causes.ts";

/**
 * How a retry plan may ask while a cause stands:
 * - `usual`: as often as outages of that age end.
 * - `none`: not by itself. What keeps the page away counts requests or wants a person, and asking prolongs it.
 */
type Pace = "usual" | "none";

/** Only the user's own step, or time without requests, ends these. */
const NOT_BY_ASKING: readonly Cause[] = ["blocked-address", "bot-check"];

/** The pace that a cause leaves a plan, however sure the verdict is: to ask a site that refuses to be asked is what its block is for. */
export const paceFor = (cause: Cause): Pace => (NOT_BY_ASKING.includes(cause) ? "none" : "usual");
