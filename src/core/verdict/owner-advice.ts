import { type Cause, LEANING } from "../evidence/causes.ts";
import type { Message } from "../message.ts";
import { isServerCause } from "./owner-causes.ts";
import { ownerNotes } from "./owner-notes.ts";
import type { CheckView } from "./view.ts";

/**
 * Causes for which the owner gets notes however sure the verdict is: both sides have a hand in them, and where
 * cookies and a dead account system cannot be told apart, the owner can look into either.
 */
const ALWAYS: ReadonlySet<Cause> = new Set([
  "own-machine",
  "cookies",
  "signed-in",
  "stale-cache",
  "page-worker",
  "blocked-address",
]);

/** The notes for whoever runs the site of a check; empty without a verdict, or where they could do nothing. */
export function adviceFor({ verdict, details, status, since }: CheckView): readonly Message[] {
  if (!verdict) return [];
  const { side, cause, alternatives, confidence } = verdict;
  const leansToSite = side === "server" || (side === "unsure" && confidence >= LEANING);
  if (!ALWAYS.has(cause) && !(leansToSite && isServerCause(cause))) return [];
  return ownerNotes({
    cause,
    alternatives,
    // A view that another version left behind has neither.
    family: details.gatewayFamily ?? null,
    product: details.gateway,
    word: details.gatewayWord ?? null,
    detail: details.gatewayDetail,
    status,
    since,
    requestId: details.requestId,
    waited: details.waited,
  });
}
