import { figure, table } from "../table.ts";
import { lengths } from "./distributions.ts";
import { kellerBound } from "./keller.ts";
import type { Model } from "./models.ts";
import { faultline, MORE_PEERS, NAMED_PEERS, type Schedule } from "./schedules.ts";
import { type Outcome, simulate } from "./simulate.ts";

export interface Row {
  readonly schedule: Schedule;
  readonly outcome: Outcome;
  /** The least mean wait that as many requests allow, as a share of this one. */
  readonly share: number;
}

/** Faultline and its peers on one model, each playing the same `count` outages. */
export function compare({ lasts }: Model, count: number): Row[] {
  const played = lengths(lasts, count);
  return [faultline(), ...NAMED_PEERS, ...MORE_PEERS].map((schedule) => {
    const outcome = simulate(schedule, played);
    return { schedule, outcome, share: kellerBound(lasts, outcome.requests) / outcome.mean };
  });
}

const HEAD = ["", "mean wait s", "p95 s", "requests", "share of bound"];

/** The comparison as a table. */
export const outageTable = (rows: readonly Row[]): string =>
  table(
    HEAD,
    rows.map(({ schedule, outcome, share }) => [
      schedule.name,
      figure(outcome.mean),
      figure(outcome.p95),
      figure(outcome.requests),
      `${(share * 100).toFixed(0)} %`,
    ]),
  );

/** The best mean wait among the peers that ask no oftener than Faultline, or infinity. */
export function bestPeer(rows: readonly Row[], peers: readonly Schedule[]): number {
  const ours = rows[0]?.outcome.requests ?? 0;
  const comparable = rows.filter(({ schedule, outcome }) => peers.includes(schedule) && outcome.requests <= ours);
  return Math.min(...comparable.map(({ outcome }) => outcome.mean));
}
