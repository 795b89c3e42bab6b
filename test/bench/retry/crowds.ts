import { waitFor } from "../../../src/core/retry/schedule.ts";
import { figure, table } from "../table.ts";
import { type Crowd, gather, type Returning, returning, shape } from "./crowd.ts";
import { seeded } from "./random.ts";
import { faultline, MORE_PEERS, NAMED_PEERS, type Schedule } from "./schedules.ts";

/** A site of a million visitors, broken for five minutes. */
export const OUTAGE = 300;

const OURS = faultline();

const withoutJitter: Schedule = {
  ...OURS,
  name: "- without jitter",
  wait: (tried, elapsed) => OURS.wait(tried, elapsed, () => 0.5),
  reload: () => OURS.reload?.(() => 0.5) ?? 0,
};

/** As if a tab whose load failed were loaded again after 3 s, and not after two to four minutes. */
const withoutSlowReturn: Schedule = { ...OURS, name: "- without the slow return", reload: () => 3 };

/** The site said when it would be back, and all browsers know the same moment. */
const told: Schedule = {
  ...OURS,
  name: "- told the moment of the end",
  wait: (tried, elapsed, random) =>
    waitFor({
      elapsed: elapsed * 1_000,
      first: tried === 0,
      floor: (OUTAGE - elapsed) * 1_000,
      random: random(),
    }) / 1_000,
};

export const PEERS = [...NAMED_PEERS, ...MORE_PEERS];
export const VARIANTS = [OURS, withoutJitter, withoutSlowReturn, told];

/** How one schedule returns to a site with any strength, and to one that answers only `capacity` a second. */
export function returns(schedule: Schedule, crowd: Crowd, capacity: number): readonly [Returning, Returning] {
  const random = seeded(1974);
  const gathered = gather(schedule, crowd, random);
  return [
    returning(schedule, gathered, Number.POSITIVE_INFINITY, random),
    returning(schedule, gathered, capacity, random),
  ];
}

const HEAD = [
  "",
  "peak/s",
  "half back s",
  "95 % back s",
  "weak: requests",
  "half back s",
  "95 % back s",
  "first 2 min",
];

/** Peaks and shapes of the returning load, one line a schedule. */
export function crowdTable(schedules: readonly Schedule[], crowd: Crowd, capacity: number): string {
  const rows = schedules.map((schedule) => {
    const [strong, weak] = returns(schedule, crowd, capacity);
    const [half, most, requests] = [figure(strong.half), figure(strong.most), weak.requests.toFixed(1)];
    const bars = `|${shape(strong.perSecond, 120, 4)}|`;
    return [schedule.name, String(strong.peak), half, most, requests, figure(weak.half), figure(weak.most), bars];
  });
  return table(HEAD, rows);
}
