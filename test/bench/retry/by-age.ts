import { hazardRate, type Kind, kindsOf } from "../../../src/core/retry/outage-model.ts";
import { BY_STATUS, partOf, withoutEach } from "../outages/fit.ts";
import type { Recorded } from "../outages/recorded.ts";
import { figure, table } from "../table.ts";
import { KINDS } from "./models.ts";

/**
 * Seconds. What is younger is left out: monitors hardly see outages that are over by then, so a schedule that follows the
 * recorded ones alone would ask nothing for minutes, and do badly on all that nobody recorded.
 */
const FROM = 300;
/** A month; no recorded outage is longer by much. */
const TO = 2_592_000;
/** By what factor the ages of one step differ from those of the step before. */
const STEP = 1.5;

/** Ages at which a density changes, in seconds. */
const EDGES = Array.from(
  { length: Math.ceil(Math.log(TO / FROM) / Math.log(STEP)) + 1 },
  (_, index) => FROM * STEP ** index,
);

/** Per step of ages: the share of the outages that ends in it, and the seconds of it that an outage lasts on average. */
interface Step {
  readonly ends: number;
  readonly lasts: number;
}

function stepsOf(outages: readonly Recorded[]): readonly Step[] {
  const count = outages.length;
  return EDGES.slice(0, -1).map((from, index) => {
    const to = EDGES[index + 1] ?? Number.POSITIVE_INFINITY;
    const ends = outages.filter(({ length }) => length > from && length <= to).length / count;
    const lasts = outages.reduce((sum, { length }) => sum + Math.max(0, Math.min(length, to) - from), 0) / count;
    return { ends, lasts };
  });
}

/** Requests a second that a schedule sends in each step of ages. */
type Densities = readonly number[];

/** Some of the outages, and the schedule that they are played with. */
interface Played {
  readonly outages: readonly Recorded[];
  readonly densities: Densities;
}

/** Mean wait times mean requests, seconds, over all that are played, with neither jitter nor rounding. */
function productOf(all: readonly Played[]): number {
  const count = all.reduce((sum, { outages }) => sum + outages.length, 0);
  let [wait, requests] = [0, 0];
  for (const { outages, densities } of all) {
    const share = outages.length / count;
    for (const [index, { ends, lasts }] of stepsOf(outages).entries()) {
      const density = densities[index] ?? 1;
      wait += (share * ends) / (2 * density);
      requests += share * lasts * density;
    }
  }
  return wait * requests;
}

/** The root of the rate at which outages end of each step of ages; one outage more, and a second, so that it is never nothing. */
const rootsOf = (outages: readonly Recorded[]): Densities =>
  stepsOf(outages).map(({ ends, lasts }) => Math.sqrt((ends + 1 / outages.length) / (lasts + 1)));

const following = (kinds: readonly Kind[]): Densities =>
  EDGES.slice(0, -1).map((from) => Math.sqrt(hazardRate(kinds, from * Math.sqrt(STEP))));

/** What a schedule goes by, and what its waits times its requests come to. */
export interface ByAge {
  readonly follows: string;
  readonly product: number;
}

/**
 * How much less any schedule could wait and ask that goes by an outage's age alone, on real outages older than five
 * minutes (Keller 1974): the root of the very rate at which these end, step by step of their ages, is the least there is,
 * for no schedule can know them better than they are. What a schedule reaches that has not seen an outage's monitor
 * stands beside it.
 */
export function compareByAge(recorded: readonly Recorded[]): readonly ByAge[] {
  const outages = recorded.filter(({ length }) => length > FROM);
  const tables = withoutEach(BY_STATUS, recorded);
  const parts = [...new Set(outages.map(partOf))];
  const unseen = (densities: (part: number) => Densities): number =>
    productOf(
      parts.map((part) => ({
        outages: outages.filter((outage) => partOf(outage) === part),
        densities: densities(part),
      })),
    );
  const ofOthers = (part: number) => rootsOf(outages.filter((outage) => partOf(outage) !== part));
  const least = stepsOf(outages).reduce((sum, { ends, lasts }) => sum + Math.sqrt(ends * lasts), 0) ** 2 / 2;
  return [
    { follows: "what guides say", product: productOf([{ outages, densities: following(KINDS) }]) },
    {
      follows: "the fitted model, without the outage's monitor",
      product: unseen((part) => following(kindsOf({}, tables[part]))),
    },
    { follows: "the rates of all other monitors, step by step", product: unseen(ofOthers) },
    { follows: "these outages themselves: the least there is", product: least },
  ];
}

/** The comparison as a table. */
export const byAgeTable = (rows: readonly ByAge[]): string =>
  table(
    ["follows", "wait x requests", "beside the first"],
    rows.map(({ follows, product }) => [
      follows,
      figure(product),
      `${((product / (rows[0]?.product ?? product) - 1) * 100).toFixed(1)} %`,
    ]),
  );
