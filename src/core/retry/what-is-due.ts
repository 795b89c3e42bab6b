import type { RetryEvent } from "./events.ts";
import { enteredAt, withClock } from "./moments.ts";
import type { RetryPlan } from "./plan.ts";
import { isUntold, LAST_WORD_MS, QUIT_MS } from "./plans.ts";
import { LOOK_AGAIN_MS, SHORTEST_ALARM_MS } from "./schedule.ts";
import { byOrigin, nextTurn, whoseTurn } from "./turns.ts";

/** However far the next try is, deadlines are met. */
const LONGEST_ALARM_MS = 60_000;

type Knows<T> = Pick<ReadonlySet<T>, "has">;

/** What goes on in this worker, of which stored plans know nothing. */
export interface Activity {
  /** Tabs in which a check runs: the plans of their origins wait for it. */
  readonly checked: Knows<number>;
  /** Ids of plans that this worker changes or acts for now. */
  readonly busy: Knows<string>;
}

/** How it stands outside when time has passed. */
export interface Passing {
  /** Epoch milliseconds. */
  readonly now: number;
  readonly offline: boolean;
  /** The tabs in front, which are loaded first. */
  readonly front: ReadonlySet<number>;
}

/** What is due for a plan: something happens to it, or its tab is looked for. */
type Due = readonly [plan: RetryPlan, what: RetryEvent | "search"];

/** What it means for the plans of one origin that time has passed. Of those that wait one has its turn, or none. */
export function dueOf(
  group: readonly RetryPlan[],
  { now, offline, front }: Passing,
  { checked, busy }: Activity,
): Due[] {
  const tick = { type: "tick", offline } as const;
  const ready = group.filter(({ searching }) => searching === null);
  const turn = group.some(({ tabId }) => checked.has(tabId)) ? null : whoseTurn(ready, now, front);
  const dueFor = (plan: RetryPlan): RetryEvent | "search" | null => {
    const { id, state, deadline, searching } = plan;
    if (state.name === "closed") {
      if (!isUntold(plan)) return null;
      return now - enteredAt(plan) < LAST_WORD_MS ? tick : { type: "told" };
    }
    if (state.name !== "waiting" && busy.has(id)) return null;
    if (now >= deadline) return tick;
    if (searching !== null) return "search";
    if (state.name === "waiting") return plan === turn ? tick : null;
    // Whatever a worker had under way died with it.
    return state.name === "probing" ? { type: "lost" } : tick;
  };
  return group.flatMap((plan): Due[] => {
    const what = dueFor(plan);
    return what ? [[plan, what]] : [];
  });
}

/** Whether some plan may load its tab now, so that it matters which tabs are in front. */
export const isLoadDue = (plans: readonly RetryPlan[], now: number): boolean =>
  plans.some(({ state }) => state.name === "waiting" && state.next === "reload" && state.due <= now);

/** When something is to be done for any plan, in epoch milliseconds; null where there is none. */
export function wakeAt(plans: readonly RetryPlan[], moment: Omit<Passing, "front">, activity: Activity): number | null {
  const { now } = moment;
  if (plans.length === 0) return null;
  const groups = byOrigin(plans.map((plan) => withClock(plan, now)));
  return Math.min(now + LONGEST_ALARM_MS, ...groups.map((group) => wakeFor(group, moment, activity)));
}

/** When something is to be done for the plans of one origin. */
function wakeFor(
  group: readonly RetryPlan[],
  { now, offline }: Omit<Passing, "front">,
  { checked, busy }: Activity,
): number {
  const mayAsk = !offline && !group.some(({ tabId }) => checked.has(tabId));
  const moments = group.map(({ id, state, searching }) => {
    const isWaiting = state.name === "waiting" && searching === null;
    if (isWaiting) return mayAsk ? Number.POSITIVE_INFINITY : now + SHORTEST_ALARM_MS;
    // One whose end is told goes from the disk then.
    if (state.name === "closed" && state.told) return state.at + QUIT_MS;
    // A killed worker's plan, or a tab that has not come yet: only looking again tells.
    return state.name === "closed" || busy.has(id) ? now + SHORTEST_ALARM_MS : now + LOOK_AGAIN_MS;
  });
  const found = group.filter(({ searching }) => searching === null);
  return Math.min(...moments, mayAsk ? nextTurn(found, now) : Number.POSITIVE_INFINITY);
}
