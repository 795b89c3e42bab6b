/**
 * What strangers were served at a page a moment before its plan loads the tab: evidence about that failure, where it fails
 * again, and about no other page or failure of the tab. A worker that dies in between loses a word.
 */
import type { Answer } from "../../core/http/answer.ts";
import type { Settled } from "../../core/http/settled.ts";
import type { Incident } from "../../core/incident/incident.ts";
import type { RetryPlan } from "../../core/retry/plan.ts";
import { isOpen } from "../../core/retry/plans.ts";

interface Served {
  readonly tabId: number;
  /** The address that was asked. */
  readonly target: string;
  readonly tried: Settled<Answer>;
}

/** Each holds a page's text. Of an origin one plan asks at a time, so that few are on their way to a load. */
const MOST = 20;

/** By plan, which bears its incident's id; the oldest first. */
const served = new Map<string, Served>();

export function keepServed({ id, tabId, target }: RetryPlan, tried: Settled<Answer>): void {
  served.delete(id);
  served.set(id, { tabId, target, tried });
  const [oldest] = served.keys();
  if (served.size > MOST && oldest !== undefined) served.delete(oldest);
}

/** What strangers were served before this page failed again, or null. It is given once. */
export function takeServed({ id, url }: Pick<Incident, "id" | "url">): Settled<Answer> | null {
  const found = served.get(id);
  served.delete(id);
  return found?.target === url ? found.tried : null;
}

/** A plan has been answered anew: an earlier answer has led to no load, and is the past. */
export const forgetServed = (id: string): void => void served.delete(id);

/** Plans have changed: those that have ended load nothing. */
export function forgetServedOfEnded(plans: readonly RetryPlan[]): void {
  for (const plan of plans) if (!isOpen(plan)) served.delete(plan.id);
}

/** All that is kept of a tab is forgotten. */
export function forgetServedIn(tabId: number): void {
  for (const [id, one] of served) if (one.tabId === tabId) served.delete(id);
}
