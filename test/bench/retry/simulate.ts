import { seeded } from "./random.ts";
import type { Schedule } from "./schedules.ts";

/** What a schedule does to those who wait and to the site. Waits in seconds. */
export interface Outcome {
  /** From the end of the outage to the request that finds it. */
  readonly mean: number;
  readonly p95: number;
  /** Requests an outage, the one that succeeds included. */
  readonly requests: number;
}

/** One outage from its failure to the request that finds it over. */
export function live({ wait }: Schedule, length: number, random: () => number): { waited: number; requests: number } {
  let elapsed = 0;
  let requests = 0;
  while (elapsed < length) {
    elapsed += wait(requests, elapsed, random);
    requests += 1;
  }
  return { waited: elapsed - length, requests };
}

/** Plays every length once, always with the same chance. */
export function simulate(schedule: Schedule, lengths: readonly number[], seed = 1974): Outcome {
  const random = seeded(seed);
  const waits = new Float64Array(lengths.length);
  let requests = 0;
  for (const [index, length] of lengths.entries()) {
    const lived = live(schedule, length, random);
    waits[index] = lived.waited;
    requests += lived.requests;
  }
  waits.sort();
  return {
    mean: waits.reduce((sum, wait) => sum + wait, 0) / waits.length,
    p95: waits[Math.floor(waits.length * 0.95)] ?? Number.NaN,
    requests: requests / lengths.length,
  };
}
