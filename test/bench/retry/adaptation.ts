import type { Knowledge } from "../../../src/core/retry/outage-model.ts";
import { DENSITY } from "../../../src/core/retry/schedule.ts";
import { type Distribution, lengths, logNormal } from "./distributions.ts";
import { GIVEN, OTHERS } from "./models.ts";
import { seeded } from "./random.ts";
import { faultline } from "./schedules.ts";
import { type Outcome, simulate } from "./simulate.ts";

/** What one request is worth at the chosen density, in seconds of waiting: 1 / (2 c^2). */
export const PRICE = 1 / (2 * DENSITY ** 2);

/** Waiting and requests in one figure, seconds: what the schedule makes least of. */
export const cost = ({ mean, requests }: Outcome): number => mean + PRICE * requests;

/** One case: a site, what is thought of it, and what that thought is worth. */
export interface Adapted {
  readonly site: string;
  readonly knows: string;
  readonly outcome: Outcome;
  /** Cost beside that of knowing nothing; below 1 the knowledge helps. */
  readonly costRatio: number;
}

const OUTAGES = 100;
const HISTORIES = 40;

/** Sites with a habit; each outage is within a factor of 2.7 of the middle nine times in ten. */
const SITES: ReadonlyArray<readonly [name: string, lasts: Distribution]> = [
  ["restarts, around 15 s", logNormal(15, 0.6)],
  ["deploys, around 3 min", logNormal(180, 0.6)],
  ["repairs, around 30 min", logNormal(1_800, 0.6)],
  ["nights, around 4 h", logNormal(14_400, 0.6)],
];

/** The average over many histories of `count` outages, each remembered `factor` times as long as it was. */
function withHistory(lasts: Distribution, count: number, factor: number): Outcome {
  const possible = lengths(lasts, 2_000);
  const played = lengths(lasts, OUTAGES);
  const random = seeded(7);
  const outcomes = Array.from({ length: HISTORIES }, (_, seed) => {
    const history = Array.from({ length: count }, () => (possible[Math.floor(random() * 2_000)] ?? 0) * factor);
    return simulate(faultline({ history }), played, seed);
  });
  const average = (of: (outcome: Outcome) => number): number =>
    outcomes.reduce((sum, outcome) => sum + of(outcome), 0) / HISTORIES;
  return { mean: average(({ mean }) => mean), p95: average(({ p95 }) => p95), requests: average((o) => o.requests) };
}

/** A site's own history: true, and remembered wrongly by a factor of four either way. */
export function histories(): Adapted[] {
  return SITES.flatMap(([site, lasts]) => {
    const plain = withHistory(lasts, 0, 1);
    const rated = (knows: string, outcome: Outcome): Adapted => ({
      site,
      knows,
      outcome,
      costRatio: cost(outcome) / cost(plain),
    });
    return [
      rated("nothing", plain),
      rated("3 outages", withHistory(lasts, 3, 1)),
      rated("10 outages", withHistory(lasts, 10, 1)),
      rated("10, each 4x too long", withHistory(lasts, 10, 4)),
      rated("10, each 4x too short", withHistory(lasts, 10, 0.25)),
    ];
  });
}

const CAUSES: ReadonlyArray<Knowledge["cause"]> = [undefined, "transient", "maintenance", "misconfigured", "overload"];

/** Each cause that shifts the schedule, on `count` outages of each model, so also where it is wrong. */
export function causes(count: number): Adapted[] {
  return [GIVEN, ...OTHERS].flatMap(({ name, lasts }) => {
    const played = lengths(lasts, count);
    const plain = simulate(faultline(), played);
    return CAUSES.map((cause) => {
      const outcome = cause === undefined ? plain : simulate(faultline({ cause }), played);
      return { site: name, knows: cause ?? "no cause", outcome, costRatio: cost(outcome) / cost(plain) };
    });
  });
}
