import { SHORTEST_ALARM_MS, TIMER_REACH_MS } from "../../core/retry/schedule.ts";
import { type Activity, wakeAt } from "../../core/retry/what-is-due.ts";
import { clearAlarm, setAlarm } from "../../platform/alarms.ts";
import { read } from "../../platform/storage.ts";
import { PLANS } from "./plans.ts";

/** One alarm for all plans, and a timer for what is due before an alarm can fire. */
export class AlarmClock {
  readonly #activity: Activity;
  readonly #ring: () => unknown;
  #timer: ReturnType<typeof setTimeout> | undefined;
  /** Resolves once the alarm stands for all that was written until now. */
  #setting: Promise<void> = Promise.resolve();
  #isQueued = false;

  /**
   * `activity` is what goes on in this worker whenever it is looked at; `ring` is what the timer calls. The alarm
   * outlives the worker and wakes the next.
   */
  constructor(activity: Activity, ring: () => unknown) {
    this.#activity = activity;
    this.#ring = ring;
  }

  /**
   * Sets both to when something is to be done next. Reads what is stored when its turn comes, so that no older picture
   * of the plans can clear a newer one's alarm.
   */
  set(): Promise<void> {
    // One that has not read yet will see what this one would.
    if (!this.#isQueued) {
      this.#isQueued = true;
      const turn = () => this.#setNow();
      this.#setting = this.#setting.then(turn, turn);
    }
    return this.#setting;
  }

  async #setNow(): Promise<void> {
    this.#isQueued = false;
    const plans = Object.values(await read(PLANS));
    const now = Date.now();
    clearTimeout(this.#timer);
    const next = wakeAt(plans, { now, offline: !navigator.onLine }, this.#activity);
    if (next === null) return clearAlarm();
    if (next - now < TIMER_REACH_MS) this.#timer = setTimeout(this.#ring, Math.max(0, next - now));
    await setAlarm(Math.max(next, now + SHORTEST_ALARM_MS));
  }
}
