import { hazardRate, type Kind, type Knowledge } from "../../../src/core/retry/outage-model.ts";
import { DENSITY, jitterAt, SHORTEST_ALARM_MS, TIMER_REACH_MS, waitFor } from "../../../src/core/retry/schedule.ts";

/** A way to ask again and again. */
export interface Schedule {
  readonly name: string;
  /** Seconds to the next request, `tried` requests and `elapsed` seconds after the failure. */
  readonly wait: (tried: number, elapsed: number, random: () => number) => number;
  /** After a good probe the tab is loaded as well, and a load that fails is tried again after this many seconds. */
  readonly reload?: (random: () => number) => number;
}

/** What Faultline ships, with all that slows it: the first try, the jitter, the platform's shortest alarm. */
export const faultline = (knowledge: Knowledge = {}, name = "Faultline"): Schedule => ({
  name,
  wait: (tried, elapsed, random) =>
    waitFor({
      elapsed: elapsed * 1_000,
      first: tried === 0,
      ...knowledge,
      random: random(),
    }) / 1_000,
  reload: (random) => waitFor({ elapsed: 0, reload: true, random: random() }) / 1_000,
});

interface Manner {
  readonly density?: number;
  /** By how much of itself a wait is varied at an age. */
  readonly jitter?: (elapsed: number) => number;
}

/**
 * Faultline's schedule on other expectations: `kinds` where it knows something of the outage, `plain` where it does not.
 * Its tests hold it to the schedule that ships.
 */
export function following(
  name: string,
  kinds: readonly Kind[],
  plain = kinds,
  { density = DENSITY, jitter = jitterAt }: Manner = {},
): Schedule {
  const best = (expected: readonly Kind[], elapsed: number): number => {
    let wait = 20;
    for (let round = 0; round < 2; round += 1) {
      wait = 1 / (density * Math.sqrt(hazardRate(expected, elapsed + wait / 2)));
    }
    return wait;
  };
  return {
    name,
    wait: (tried, elapsed, random) => {
      if (tried === 0) return 1 + 4 * random();
      const pace = kinds === plain ? best(plain, elapsed) : Math.min(best(kinds, elapsed), 2 * best(plain, elapsed));
      const wait = Math.max(3, pace) * (1 + jitter(elapsed) * (2 * random() - 1));
      return wait >= TIMER_REACH_MS / 1_000 && wait * 1_000 < SHORTEST_ALARM_MS ? SHORTEST_ALARM_MS / 1_000 : wait;
    },
  };
}

const fixed = (seconds: number): Schedule => ({ name: `fixed ${seconds} s`, wait: () => seconds });

const growing = (from: number, by: number, cap: number): Schedule => ({
  name: `x${by} from ${from} s, cap ${cap} s`,
  wait: (tried) => Math.min(cap, from * by ** tried),
});

const CHROMIUM_WAITS = [1, 5, 30, 60, 300, 600];

/** Chromium's net-error page: six waits, then every half hour, on the second. It would be used on a 5xx if it could. */
const chromium: Schedule = { name: "Chromium's net-error schedule", wait: (tried) => CHROMIUM_WAITS[tried] ?? 1_800 };

/** Alarms from 1 to 20 minutes, doubling, plus up to a tenth; its published figures fit that jitter. */
const chromeRetry: Schedule = {
  name: "chrome-retry",
  wait: (tried, _elapsed, random) => Math.min(1_200, 60 * 2 ** tried) * (1 + 0.1 * random()),
};

/** Those that the target names. */
export const NAMED_PEERS: readonly Schedule[] = [chromium, chromeRetry, fixed(3), fixed(30)];

/** Two more to compare with: the usual advice, and what Faultline did before. */
export const MORE_PEERS: readonly Schedule[] = [growing(1, 2, 300), growing(1, 1.3, 120)];
