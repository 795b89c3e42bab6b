import type { Cause, Side } from "../../../src/core/evidence/causes.ts";
import type { Truth } from "../faults.ts";

/** The site's side. The further causes leave the same traces: naming one of them is right if this one is named beside it. */
export const theirs = (cause: Cause, ...alsoAccept: readonly Cause[]): Truth => ({ side: "server", cause, alsoAccept });

/** The user's side. */
export const yours = (cause: Cause): Truth => ({ side: "you", cause });

/** Nothing that one browser sees tells it from its twin. */
export const hidden = (side: Exclude<Side, "unsure">, cause: Cause): Truth => ({
  side,
  cause,
  needsAnotherBrowser: true,
});

/** Refused, reset and malformed: behind most gateways one page stands for them all. */
export const DOWN = theirs("origin-down", "origin-invalid");
export const INVALID = theirs("origin-invalid", "origin-down");
export const SLOW = theirs("origin-slow", "origin-down", "origin-invalid");
/** A 503 that gives no reason: a full site, a dead one and one that was closed send the same. */
export const BARE_503 = theirs("origin-down", "overload", "maintenance", "switched-off");
export const NOTHING: Truth = { side: "none", cause: null };
