import type { Cause } from "../evidence/causes.ts";
import { leastWaitFor } from "../evidence/least-wait.ts";
import type { RetryEvent } from "./events.ts";
import { isOfAnotherTarget } from "./late-answer.ts";
import { isWatch, type RetryPlan } from "./plan.ts";
import { isPageBack } from "./stop-reason.ts";
import { byFront } from "./turns.ts";

/** What the other plans of the origin learn from what has just happened to one of them. */
type SiblingWord = Omit<Extract<RetryEvent, { type: "sibling" }>, "type" | "place">;

type Meaning = Extract<RetryEvent, { type: "answered" }>["meaning"];
const GOOD: readonly Meaning[] = ["works", "redirects", "shared-cache"];
const BAD: readonly Meaning[] = ["fails", "limits", "queues", "no-answer"];

/**
 * One request feeds all plans of an origin, also where the plan asks another address by now. A bad answer lets them wait
 * as long as the plan that asked; a good one, or a page that came back, lets them load their tabs one after the other; a
 * failing load lets those that wait for their turn go back to waiting for an answer. Null when there is nothing to learn.
 */
export function wordFor(before: RetryPlan, event: RetryEvent, after: RetryPlan): SiblingWord | null {
  const { floor, good, state } = after;
  const nothing = { due: null, floor, good, seen: null, reloadedAt: null } as const;
  const answers = { ...nothing, says: "answers", floor: null } as const;
  if (event.type === "answered" && isOfAnotherTarget(before, event)) {
    // A front page's health is not that of pages.
    if (GOOD.includes(event.meaning)) return event.asked === before.url ? answers : null;
    const isBad = BAD.includes(event.meaning) && state.name === "waiting";
    return isBad ? { ...nothing, says: "fails", due: state.due } : null;
  }
  if (event.type === "answered" && before.state.name === "probing") {
    if (state.name === "waiting") return { ...nothing, says: "fails", due: state.due };
    if (state.name === "closed") return state.reason === "site-answers" ? answers : null;
    if (state.name !== "reloading") return null;
    // Where only the probe may have been refused one tab is tried, and no other for as long as that holds.
    return state.after === "refusal" ? { ...nothing, says: "fails", reloadedAt: state.since } : answers;
  }
  if (event.type !== "looked") return null;
  if (state.name === "closed") {
    return isPageBack(state.reason) ? { ...answers, seen: after.url } : null;
  }
  const failedInTab = before.state.name === "reloading" && state.name === "waiting";
  return failedInTab ? { ...nothing, says: "fails", seen: after.url, good: 0 } : null;
}

/** Whether no request brings an end to what a cause stands for. */
const isPatient = (cause: Cause | undefined): boolean => cause !== undefined && leastWaitFor(cause) > 0;

/**
 * Whether a verdict on one plan holds for another of its origin as it stands: one by which it is to ask seldom, and, where
 * that is what the other waits for, the one that rules it out. Who refuses this page's requests refuses those for the next,
 * and each plan that asked on at its own pace would keep up what the others wait for. Where the other's own check has found
 * something else, or its own answers name it, a look at this page rules nothing out.
 */
export const holdsFor = (other: RetryPlan, { cause }: RetryPlan, judged: Cause): boolean =>
  isPatient(judged) || (isPatient(cause) && other.cause === cause && !other.isNamed);

/** The verdict that holds for all plans of the origin, and so for one that begins now; undefined where there is none. */
export const heldByAll = (open: readonly RetryPlan[]): Cause | undefined =>
  open.find(({ cause, isNamed }) => isPatient(cause) && !isNamed)?.cause;

/** A plan that watches a site without a tab leaves the word to one that brings the same page back. */
const leavesItTo = (plan: RetryPlan, others: readonly RetryPlan[]): boolean =>
  others.some((other) => other.url === plan.url && other.touchesTab && other.state.name !== "closed");

/**
 * The event for each plan that learns of it. `front` are the tabs in front, which take the first turns;
 * `source` is the plan whose word it is.
 */
export function eventsFor(
  word: SiblingWord,
  source: RetryPlan,
  siblings: readonly RetryPlan[],
  front: ReadonlySet<number>,
): Array<readonly [plan: RetryPlan, event: RetryEvent]> {
  const all = [source, ...siblings];
  // The first turn is the source's own while it loads its tab.
  const first = source.state.name === "reloading" ? 1 : 0;
  return [...siblings]
    .sort(byFront(front))
    .filter((plan) => !(word.says === "answers" && word.seen !== plan.url && isWatch(plan) && leavesItTo(plan, all)))
    .map((plan, index) => [plan, { type: "sibling", place: first + index, ...word }] as const);
}
