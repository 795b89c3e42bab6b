import { endsWithin, type Forecast, forecastAt } from "../../../src/core/retry/forecast.ts";
import type { Knowledge, OutageTable } from "../../../src/core/retry/outage-model.ts";
import { seeded } from "../retry/random.ts";
import { partOf } from "./fit.ts";
import type { Recorded } from "./recorded.ts";

/** The ages at which forecasts are held against what came true, in seconds. */
export const AGES = [0, 60, 300, 600, 1_800, 3_600, 7_200, 28_800] as const;

/** A share, and the range in which nine of ten samples of monitors would find it. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** How forecasts at one age came true. */
export interface Coverage {
  readonly age: number;
  /** Recorded outages that lasted so long. */
  readonly outages: number;
  readonly monitors: number;
  /** Of these, those that were over within the half-way mark and the one for nine of ten. */
  readonly half: Share;
  readonly ninth: Share;
  /** What the popup would have said, as shares of them. */
  readonly said: ReadonlyMap<Forecast["says"] | "nothing", number>;
}

const SAMPLES = 1_000;

/** The range comes from drawing whole monitors, since outages of one are no independent witnesses. */
function shareOf(outages: readonly Recorded[], came: (outage: Recorded) => boolean): Share {
  const byMonitor = new Map<number, { hits: number; all: number }>();
  for (const outage of outages) {
    const { hits, all } = byMonitor.get(outage.monitor) ?? { hits: 0, all: 0 };
    byMonitor.set(outage.monitor, { hits: hits + (came(outage) ? 1 : 0), all: all + 1 });
  }
  const monitors = [...byMonitor.values()];
  const random = seeded(1974);
  const ratio = (drawn: readonly { hits: number; all: number }[]): number =>
    drawn.reduce((sum, { hits }) => sum + hits, 0) / drawn.reduce((sum, { all }) => sum + all, 0);
  const samples = Array.from({ length: SAMPLES }, () =>
    ratio(monitors.flatMap(() => monitors[Math.floor(random() * monitors.length)] ?? [])),
  ).sort((one, other) => one - other);
  return { share: ratio(monitors), low: samples[SAMPLES * 0.05] ?? 0, high: samples[SAMPLES * 0.95] ?? 1 };
}

/** What a forecast is told of an outage. */
export type Knows = (outage: Recorded) => Knowledge;

export const statusAlone: Knows = ({ status }) => ({ status });
export const withHistory: Knows = ({ status, earlier }) => ({ status, history: earlier });

/** Holds forecasts against recorded outages, each by the table that was fitted without its monitor. */
export function coverageAt(
  age: number,
  outages: readonly Recorded[],
  tables: readonly OutageTable[],
  knows: Knows,
): Coverage {
  const lasting = outages.filter(({ length }) => length > age);
  const within = (share: number) => (outage: Recorded) =>
    outage.length - age <= endsWithin(share, { seen: age, unseen: 0 }, knows(outage), tables[partOf(outage)]);
  const said = new Map<Forecast["says"] | "nothing", number>();
  for (const outage of lasting) {
    const forecast = forecastAt(age * 1_000, { since: 0, ...knows(outage) }, tables[partOf(outage)]);
    const says = forecast?.says ?? "nothing";
    said.set(says, (said.get(says) ?? 0) + 1 / lasting.length);
  }
  return {
    age,
    outages: lasting.length,
    monitors: new Set(lasting.map(({ monitor }) => monitor)).size,
    half: shareOf(lasting, within(0.5)),
    ninth: shareOf(lasting, within(0.9)),
    said,
  };
}

/** Into how many moments a stretch of time is cut. */
const MOMENTS = 20;

/**
 * The same for somebody who opens the site once in `gap` seconds and so meets a long outage more often than a short one,
 * and in its middle rather than at its beginning. `unseen` is what the forecast knows of that, in seconds: 0 where it takes
 * the outage to begin with the first failure that they saw.
 */
export function coverageForVisitor(
  gap: number,
  outages: readonly Recorded[],
  tables: readonly OutageTable[],
  unseen: number,
): { readonly half: number; readonly ninth: number } {
  const marks = new Map<string, readonly [half: number, ninth: number]>();
  const marksOf = (outage: Recorded): readonly [half: number, ninth: number] => {
    const key = `${partOf(outage)}/${outage.status}`;
    const within = (share: number): number =>
      endsWithin(share, { seen: 0, unseen }, { status: outage.status }, tables[partOf(outage)]);
    const found = marks.get(key) ?? ([within(0.5), within(0.9)] as const);
    marks.set(key, found);
    return found;
  };
  let [met, half, ninth] = [0, 0, 0];
  for (const outage of outages) {
    const [early, late] = marksOf(outage);
    const reach = Math.min(outage.length, gap);
    const weight = reach / gap / MOMENTS;
    for (let moment = 0.5; moment < MOMENTS; moment += 1) {
      const left = outage.length - (reach * moment) / MOMENTS;
      met += weight;
      if (left <= early) half += weight;
      if (left <= late) ninth += weight;
    }
  }
  return { half: half / met, ninth: ninth / met };
}
