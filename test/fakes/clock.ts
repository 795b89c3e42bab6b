import { vi } from "vitest";

/**
 * The fake clock. The world outside (the network, loading tabs, alarms) has timers of its own, which go on when a worker
 * dies; the worker's timers die with it.
 */
export class Clock {
  readonly #setTimeout: typeof setTimeout;
  readonly #clearTimeout: typeof clearTimeout;
  readonly #ofWorker = new Set<ReturnType<typeof setTimeout>>();

  constructor(now: number) {
    vi.useFakeTimers({ now, toFake: ["Date", "performance", "setTimeout", "clearTimeout"] });
    this.#setTimeout = globalThis.setTimeout;
    this.#clearTimeout = globalThis.clearTimeout;
    // What the worker waits for.
    vi.stubGlobal("setTimeout", (act: () => void, ms = 0) => {
      const timer = this.#setTimeout(
        () => {
          this.#ofWorker.delete(timer);
          act();
          // Time goes on between a timer and the next, however short that is.
        },
        Math.max(1, ms),
      );
      this.#ofWorker.add(timer);
      return timer;
    });
    // Node's own runs on real time.
    vi.spyOn(AbortSignal, "timeout").mockImplementation((ms) => {
      const controller = new AbortController();
      this.later(ms, () => controller.abort(new DOMException("The operation timed out.", "TimeoutError")));
      return controller.signal;
    });
  }

  /** Calls back after so many milliseconds, whatever becomes of the worker. Returns the way to stop it. */
  later(ms: number, act: () => void): () => void {
    const timer = this.#setTimeout(act, ms);
    return () => this.#clearTimeout(timer);
  }

  forgetWorker(): void {
    for (const timer of this.#ofWorker) this.#clearTimeout(timer);
    this.#ofWorker.clear();
  }

  /** So many milliseconds pass. */
  async pass(ms: number): Promise<void> {
    await vi.advanceTimersByTimeAsync(ms);
  }

  /** Whatever takes no time happens: nothing waits any more but for timers and for answers. */
  async rest(): Promise<void> {
    for (let turn = 0; turn < 8; turn += 1) await vi.advanceTimersByTimeAsync(0);
  }

  /** Time passes from one timer to the next until `isTrue`; fails where it is not so after `within` milliseconds. */
  async until(isTrue: () => boolean, within = 60_000): Promise<void> {
    await this.rest();
    for (const end = Date.now() + within; !isTrue(); await vi.advanceTimersToNextTimerAsync()) {
      if (Date.now() > end || vi.getTimerCount() === 0) throw new Error(`Not so within ${within / 1_000} s: ${isTrue}`);
    }
  }

  /** Time passes until it is done; gives what it brings. */
  async done<T>(act: Promise<T>, within = 60_000): Promise<T> {
    let isSettled = false;
    const settled = act.finally(() => {
      isSettled = true;
    });
    settled.catch(() => undefined);
    await this.until(() => isSettled, within);
    return settled;
  }

  end(): void {
    vi.restoreAllMocks();
    vi.unstubAllGlobals();
    vi.useRealTimers();
  }
}
