import type { Recorded } from "../../../bench/outages/recorded.ts";
import { seeded } from "../../../bench/retry/random.ts";

/** Seconds between two checks. */
export const INTERVAL = 400;

/** As a monitor with its own rhythm records an outage; null where it ends between two checks. */
export function record(length: number, phase: number, monitor: number, status: number): Recorded | null {
  const checks = Math.floor((length - phase) / INTERVAL) + 1;
  if (length <= phase) return null;
  return {
    monitor,
    site: 1,
    incident: 1,
    start: 0,
    length: checks * INTERVAL,
    interval: INTERVAL,
    status,
    earlier: [],
  };
}

/** A normal number from two even ones (Box and Muller 1958). */
const normal = (random: () => number): number =>
  Math.sqrt(-2 * Math.log(1 - random())) * Math.cos(2 * Math.PI * random());

/** 1,500 outages around 15 minutes and 5 hours, as ten monitors saw them. */
export function world(): Recorded[] {
  const random = seeded(11);
  const all = Array.from({ length: 1_500 }, (_, index) => {
    const status = index % 2 === 0 ? 502 : 503;
    const isLong = random() < (status === 502 ? 0.4 : 0.1);
    const length = isLong ? 18_000 * Math.exp(2 * normal(random)) : 900 * Math.exp(0.9 * normal(random));
    return record(length, random() * INTERVAL, index % 10, status);
  });
  return all.filter((outage) => outage !== null);
}
