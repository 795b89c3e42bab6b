import { type Kind, kindsOf, type OutageTable } from "../../../src/core/retry/outage-model.ts";
import { BY_STATUS, partOf, withoutEach } from "../outages/fit.ts";
import type { Recorded } from "../outages/recorded.ts";
import { figure, table } from "../table.ts";
import { KINDS } from "./models.ts";
import { faultline, following, MORE_PEERS, NAMED_PEERS, type Schedule } from "./schedules.ts";
import { type Outcome, simulate } from "./simulate.ts";

/** What is known of a real outage: its length in seconds, its status, and the site's outages before it. */
export interface Real {
  readonly length: number;
  readonly status: number;
  readonly earlier?: readonly number[];
}

interface Player {
  readonly name: string;
  readonly schedule: (outage: Real) => Schedule;
}

/** How the schedule was before there were real outages to follow: its density, and every wait varied by half. */
const BEFORE_MANNER = { density: 0.754, jitter: () => 0.5 };
/** What it followed then: guides, and a site's own from the third on. */
function guidesWith(history: readonly number[]): readonly Kind[] {
  if (history.length < 3) return KINDS;
  const own = history.slice(-10);
  const total = 3 + own.length;
  return [
    ...KINDS.map((kind) => ({ ...kind, share: (kind.share * 3) / total })),
    ...own.map((median) => ({ share: 1 / total, median, sigma: 0.7 })),
  ];
}

const guides = following("guides", KINDS, KINDS, BEFORE_MANNER);
const plain = faultline();
const knows = ({ status, earlier }: Real) => ({ status, history: earlier });

const FAULTLINE: readonly Player[] = [
  { name: "Faultline", schedule: (outage) => faultline(knows(outage)) },
  { name: "- knowing nothing", schedule: () => plain },
];

const BEFORE: readonly Player[] = [
  {
    name: "On what guides say",
    schedule: ({ earlier = [] }) => following("", guidesWith(earlier), KINDS, BEFORE_MANNER),
  },
  { name: "- knowing nothing", schedule: () => guides },
];

/** Faultline on the model that the monitors of the other parts would have given. */
function unseen(tables: readonly OutageTable[]): Player {
  const kinds = (outage: Recorded): readonly Kind[] => kindsOf(knows(outage), tables[partOf(outage)]);
  const nothing = tables.map((each) => kindsOf({}, each));
  return {
    name: "- fitted without the outage's monitor",
    schedule: (outage) => {
      if (!isRecorded(outage)) throw new TypeError("only a recorded outage has a monitor");
      return following("", kinds(outage), nothing[partOf(outage)]);
    },
  };
}

const isRecorded = (outage: Real): outage is Recorded => "monitor" in outage;

const alike = (schedule: Schedule): Player => ({ name: schedule.name, schedule: () => schedule });

/** Plays every outage `times` times, each time with other chance. */
export function play({ schedule }: Pick<Player, "schedule">, outages: readonly Real[], times: number): Outcome {
  const lived = outages.map((outage, index) => simulate(schedule(outage), Array(times).fill(outage.length), index));
  return { mean: average(lived, ({ mean }) => mean), p95: p95(lived), requests: average(lived, (one) => one.requests) };
}

const average = (lived: readonly Outcome[], of: (one: Outcome) => number): number =>
  lived.reduce((sum, one) => sum + of(one), 0) / lived.length;

/** The mean wait that one outage in twenty exceeds. */
const p95 = (lived: readonly Outcome[]): number =>
  lived.map(({ mean }) => mean).sort((one, other) => one - other)[Math.floor(lived.length * 0.95)] ?? Number.NaN;

/** How one schedule does on the real outages. */
export interface RealRow {
  readonly name: string;
  readonly outcome: Outcome;
}

/** Faultline, what it was before, and its peers, on the same real outages. */
export function compareReal(outages: readonly Real[], times: number): RealRow[] {
  const recorded = outages.filter(isRecorded);
  const cross = recorded.length === outages.length ? [unseen(withoutEach(BY_STATUS, recorded))] : [];
  const players = [...FAULTLINE, ...cross, ...BEFORE, ...[...NAMED_PEERS, ...MORE_PEERS].map(alike)];
  return players.map((player) => ({ name: player.name, outcome: play(player, outages, times) }));
}

const HEAD = ["", "mean wait s", "p95 s", "requests", "wait x requests"];

/** The comparison as a table. */
export const realTable = (rows: readonly RealRow[]): string =>
  table(
    HEAD,
    rows.map(({ name, outcome: { mean, p95: late, requests } }) => [
      name,
      figure(mean),
      figure(late),
      figure(requests),
      figure(mean * requests),
    ]),
  );
