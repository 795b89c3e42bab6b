import type { Asked, RetryEvent } from "./events.ts";
import { isOfAnotherTarget } from "./late-answer.ts";
import { withClock } from "./moments.ts";
import type { RetryPlan } from "./plan.ts";
import { onDisk, openPlansOf, type Plans } from "./plans.ts";
import { reduce } from "./reduce.ts";
import { eventsFor, holdsFor, wordFor } from "./siblings.ts";
import { freeAt, originOf } from "./turns.ts";

/** What an event has changed among all plans. */
export interface Change {
  /** All of them after it; the very same where nothing has changed. */
  readonly plans: Plans;
  /** Those that it changed, whether they stay or go. */
  readonly changed: readonly RetryPlan[];
  readonly asked: readonly Asked[];
}

/** What is known from outside when an event happens. */
interface Circumstances {
  /** Epoch milliseconds. */
  readonly now: number;
  /** From 0 to 1; one for all plans, for those of an origin share one schedule. */
  readonly random: number;
  /** The tabs in front, which are loaded first. */
  readonly front: ReadonlySet<number>;
}

/**
 * What happens to one plan, and what the other plans of its origin learn from that at once. Pure and total: an event for
 * a plan that is not there changes nothing, and so does a turn that another plan of the origin has taken meanwhile.
 */
export function reduceAll(plans: Plans, id: string, event: RetryEvent, { now, random, front }: Circumstances): Change {
  const before = Object.hasOwn(plans, id) ? plans[id] : undefined;
  if (!before || (event.type === "tick" && isTurnTaken(plans, before, now))) return { plans, changed: [], asked: [] };
  const [after, effects] = reduce(before, event, now, random);
  const asked = effects.map((effect): Asked => ({ plan: after, effect }));
  // What a plan was answered to an earlier question may change nothing for it, and is news for the others.
  const isLate = event.type === "answered" && isOfAnotherTarget(before, event);
  if (after === before && !isLate) return { plans, changed: [], asked };
  const changed = after === before ? [] : [after];
  for (const [sibling, told] of whatOthersHear(plans, before, event, after, front)) {
    const [informed, caused] = reduce(sibling, told, now, random);
    if (informed !== sibling) changed.push(informed);
    asked.push(...caused.map((effect): Asked => ({ plan: informed, effect })));
  }
  if (changed.length === 0) return { plans, changed, asked };
  const all = { ...plans, ...Object.fromEntries(changed.map((plan) => [plan.id, plan])) };
  return { plans: onDisk(all, now), changed, asked };
}

/** The event for each other plan of the origin that learns from what has happened to one. */
function whatOthersHear(
  plans: Plans,
  before: RetryPlan,
  event: RetryEvent,
  after: RetryPlan,
  front: ReadonlySet<number>,
): ReadonlyArray<readonly [plan: RetryPlan, event: RetryEvent]> {
  const others = () => openPlansOf(plans, originOf(after)).filter(({ id }) => id !== after.id);
  if (event.type === "judged") {
    return others().flatMap((plan) => (holdsFor(plan, before, event.cause) ? [[plan, event] as const] : []));
  }
  const word = wordFor(before, event, after);
  return word ? eventsFor(word, after, others(), front) : [];
}

/** Two ticks can overlap before the first is written; this lets one plan of the origin send a request at a time. */
function isTurnTaken(plans: Plans, { state, deadline, target }: RetryPlan, now: number): boolean {
  if (state.name !== "waiting" || now < state.due || now >= deadline) return false;
  const others = openPlansOf(plans, originOf({ target })).filter(({ searching }) => searching === null);
  return (
    freeAt(
      others.map((plan) => withClock(plan, now)),
      now,
    ) > now
  );
}
