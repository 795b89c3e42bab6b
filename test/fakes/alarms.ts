import type { Clock } from "./clock.ts";
import { FakeEvent } from "./event.ts";

/** No alarm fires earlier than this from now. */
const SHORTEST_MS = 30_000;

/** `browser.alarms`. An alarm outlives the worker that set it. */
export class FakeAlarms {
  readonly onAlarm = new FakeEvent<[{ name: string }]>();
  /** When each is due; milliseconds since the Unix epoch. */
  readonly due = new Map<string, number>();
  readonly #cancel = new Map<string, () => void>();

  constructor(private readonly clock: Clock) {}

  readonly create = async (name: string, { when }: { when: number }): Promise<void> => {
    await this.clear(name);
    const wait = Math.max(SHORTEST_MS, when - Date.now());
    const fire = () => {
      this.due.delete(name);
      this.onAlarm.fire({ name });
    };
    this.due.set(name, when);
    this.#cancel.set(name, this.clock.later(wait, fire));
  };

  readonly clear = async (name: string): Promise<boolean> => {
    this.#cancel.get(name)?.();
    return this.due.delete(name);
  };
}
