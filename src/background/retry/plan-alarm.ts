import { withClock } from "../../core/retry/moments.ts";
import type { RetryPlan } from "../../core/retry/plan.ts";
import { SHORTEST_ALARM_MS, TIMER_REACH_MS } from "../../core/retry/schedule.ts";
import { byOrigin, nextTurn } from "../../core/retry/turns.ts";
import { clearAlarm, setAlarm } from "../../platform/alarms.ts";
import { read } from "../../platform/storage.ts";
import { PLANS, QUIT_MS } from "./plans.ts";

/** A tab of an earlier worker's load, or one that is looked for, is looked at this often. */
const LOOK_AGAIN_MS = 3_000;
/** However far the next try is, deadlines are met. */
const LONGEST_ALARM_MS = 60_000;

let timer: ReturnType<typeof setTimeout> | undefined;
let arming: Promise<void> = Promise.resolve();
let isQueued = false;

/** Whether plans of this tab's origin wait for a check, and whether this worker acts for a plan now. */
interface Activity {
  isPaused(tabId: number): boolean;
  isActing(planId: string): boolean;
}

/**
 * One alarm for all plans, and a timer for what is due before an alarm can fire. Reads what is stored when
 * its turn comes, so that no older picture of the plans can clear a newer one's alarm.
 */
export function arm(wake: () => unknown, activity: Activity): Promise<void> {
  // One that has not read yet will see what this one would.
  if (!isQueued) {
    isQueued = true;
    const turn = () => armNow(wake, activity);
    arming = arming.then(turn, turn);
  }
  return arming;
}

async function armNow(wake: () => unknown, activity: Activity): Promise<void> {
  isQueued = false;
  const now = Date.now();
  const plans = Object.values(await read(PLANS)).map((plan) => withClock(plan, now));
  clearTimeout(timer);
  if (plans.length === 0) return clearAlarm();
  const next = Math.min(now + LONGEST_ALARM_MS, ...byOrigin(plans).map((group) => wakeFor(group, now, activity)));
  if (next - now < TIMER_REACH_MS) timer = setTimeout(wake, Math.max(0, next - now));
  await setAlarm(Math.max(next, now + SHORTEST_ALARM_MS));
}

/** When something is to be done for the plans of one origin. */
function wakeFor(group: readonly RetryPlan[], now: number, { isPaused, isActing }: Activity): number {
  const mayAsk = navigator.onLine && !group.some(({ tabId }) => isPaused(tabId));
  const moments = group.map(({ id, state, searching }) => {
    const isWaiting = state.name === "waiting" && searching === null;
    if (isWaiting) return mayAsk ? Number.POSITIVE_INFINITY : now + SHORTEST_ALARM_MS;
    // One whose end is told goes from the disk then.
    if (state.name === "closed" && state.told) return state.at + QUIT_MS;
    // A killed worker's plan, or a tab that has not come yet: only looking again tells.
    return state.name === "closed" || isActing(id) ? now + SHORTEST_ALARM_MS : now + LOOK_AGAIN_MS;
  });
  const found = group.filter(({ searching }) => searching === null);
  return Math.min(...moments, mayAsk ? nextTurn(found, now) : Number.POSITIVE_INFINITY);
}
