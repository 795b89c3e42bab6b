import { type Kind, kindsOf, type OutageTable } from "../../../src/core/retry/outage-model.ts";
import { isMeasured, logLikelihood } from "./likelihood.ts";
import { minimise } from "./minimise.ts";
import type { Recorded } from "./recorded.ts";

const share = (odds: number): number => 1 / (1 + Math.exp(-odds));

/** A way to tell outages apart. */
export interface Family {
  readonly name: string;
  /** Where the search begins: logarithms of seconds, of odds and of deviations. */
  readonly start: readonly number[];
  readonly table: (at: readonly number[]) => OutageTable;
}

/** The two widths. Fitted as well they come out at 1.3 and 1.4, and tell less of monitors that the fit has not seen. */
const USUAL_SIGMA = 0.9;
const LONG_SIGMA = 2;

const MEDIANS = [6.5, 9] as const;

const widthsGiven = (at: readonly number[], badGateway = 0, others = badGateway): OutageTable => ({
  usual: { median: Math.exp(at[0] ?? 0), sigma: USUAL_SIGMA },
  long: { median: Math.exp(at[1] ?? 0), sigma: LONG_SIGMA },
  longShare: { badGateway: share(badGateway), others: share(others) },
});

/** All statuses alike. */
export const POOLED: Family = {
  name: "all statuses alike",
  start: [...MEDIANS, -1.7],
  table: (at) => widthsGiven(at, at[2]),
};

/** 502 with a share of long outages of its own: what the extension ships. */
export const BY_STATUS: Family = {
  name: "502 apart",
  start: [...MEDIANS, -1.2, -2],
  table: (at) => widthsGiven(at, at[2], at[3]),
};

/** The same with both widths fitted as well. */
export const WITH_WIDTHS: Family = {
  name: "502 apart, widths fitted",
  start: [...MEDIANS, -1.2, -2, 0, 0.7],
  table: (at) => {
    const { usual, long, longShare } = widthsGiven(at, at[2], at[3]);
    return {
      usual: { ...usual, sigma: Math.exp(at[4] ?? 0) },
      long: { ...long, sigma: Math.exp(at[5] ?? 0) },
      longShare,
    };
  },
};

/** The table under which these outages are likeliest. */
export function fitted({ start, table }: Family, outages: readonly Recorded[]): OutageTable {
  const measured = outages.filter(isMeasured);
  const unlikely = (at: readonly number[]): number => {
    const tried = table(at);
    const kinds = [kindsOf({ status: 502 }, tried), kindsOf({ status: 503 }, tried)] as const;
    return -measured.reduce((sum, each) => sum + logLikelihood(each.status === 502 ? kinds[0] : kinds[1], each), 0);
  };
  return table(minimise(unlikely, start));
}

/** In how many parts the monitors are cut: each part is judged by a fit to the others. */
const PARTS = 10;

/** Which part a monitor belongs to. All sites of a monitor stay together, for they share networks and owners. */
export const partOf = ({ monitor }: Recorded): number => monitor % PARTS;

/** For each part of the monitors, the table fitted to all others. */
export const withoutEach = (family: Family, outages: readonly Recorded[]): OutageTable[] =>
  Array.from({ length: PARTS }, (_, part) =>
    fitted(
      family,
      outages.filter((outage) => partOf(outage) !== part),
    ),
  );

/** The mean logarithm of the likelihood of the measured ones among `outages`, each under the kinds that it is given. */
export function meanLogLikelihood(
  outages: readonly Recorded[],
  kinds: (outage: Recorded) => readonly Kind[],
): { readonly mean: number; readonly outages: number } {
  const measured = outages.filter(isMeasured);
  const sum = measured.reduce((total, each) => total + logLikelihood(kinds(each), each), 0);
  return { mean: sum / measured.length, outages: measured.length };
}
