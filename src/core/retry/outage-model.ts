import type { Cause } from "../evidence/causes.ts";

/** A kind of outage: log-normal around its median in seconds; `sigma` is the deviation of the logarithm. */
interface Kind {
  readonly share: number;
  readonly median: number;
  readonly sigma: number;
}

/** What is known about an outage beside its age. */
export interface Knowledge {
  /** The cause that the gateway or the verdict names. */
  readonly cause?: Cause | undefined;
  /** How long this site's own earlier outages lasted, in seconds, oldest first. */
  readonly history?: readonly number[] | undefined;
}

/**
 * What guides to gateway errors say of their length: some end in seconds (a restart, a hiccup), most within 5
 * to 30 minutes, a rest takes hours.
 */
const MODEL: readonly Kind[] = [
  { share: 0.4, median: 20, sigma: 1 },
  { share: 0.5, median: 600, sigma: 0.7 },
  { share: 0.1, median: 7200, sigma: 0.8 },
];

type Shares = readonly [blip: number, usual: number, long: number];

/** Estimates, and cautious ones: no kind is ever ruled out, for a cause may be named wrongly. */
const SHARES_OF: Partial<Record<Cause, Shares>> = {
  // A passing fault is over soon, or it was not one.
  transient: [0.65, 0.3, 0.05],
  intermittent: [0.65, 0.3, 0.05],
  // Announced work is planned by the quarter of an hour.
  maintenance: [0.15, 0.6, 0.25],
  // A wrong name or certificate waits for a person.
  misconfigured: [0.2, 0.5, 0.3],
};

/** Fewer outages than this say nothing about a site. */
const LEAST_HISTORY = 3;
/** Older ones are forgotten: sites change. */
const MOST_HISTORY = 10;
/** As many outages as the model counts for beside the site's own. */
const MODEL_COUNTS_FOR = 3;
/** A remembered outage stands for those up to about twice or half as long. */
const HISTORY_SIGMA = 0.7;
/** Lengths beyond these, in seconds, are taken for these: a second, and a week. */
const SHORTEST_HISTORY = 1;
const LONGEST_HISTORY = 604_800;

/**
 * The outages to expect: the three kinds, in shares that the cause shifts, and beside them a kernel around
 * each of the last ten of the site's own outages once there are three. The model keeps the weight of three
 * outages, so a misleading history is never believed alone. Shares sum to 1.
 */
export function kindsOf({ cause, history = [] }: Knowledge): readonly Kind[] {
  const shares = cause === undefined ? undefined : SHARES_OF[cause];
  const model = shares ? MODEL.map((kind, index) => ({ ...kind, share: shares[index] ?? 0 })) : MODEL;
  const own = history.filter((length) => Number.isFinite(length) && length > 0).slice(-MOST_HISTORY);
  if (own.length < LEAST_HISTORY) return model;
  const total = MODEL_COUNTS_FOR + own.length;
  return [
    ...model.map((kind) => ({ ...kind, share: (kind.share * MODEL_COUNTS_FOR) / total })),
    ...own.map((length) => ({
      share: 1 / total,
      median: Math.min(LONGEST_HISTORY, Math.max(SHORTEST_HISTORY, length)),
      sigma: HISTORY_SIGMA,
    })),
  ];
}

/**
 * The rate, per second, at which outages of these kinds end that have lasted `age` seconds (above 0) so far.
 * Kinds that should be over by then drop out by themselves, which is all the learning within one outage.
 * The normal distribution's tail is that of Borjesson and Sundberg (1979), within 0.3 % at any distance.
 */
export function hazardRate(kinds: readonly Kind[], age: number): number {
  let ending = 0;
  let lasting = 0;
  for (const { share, median, sigma } of kinds) {
    const z = Math.log(age / median) / sigma;
    const bell = Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);
    const outer = bell / (0.661 * Math.abs(z) + 0.339 * Math.sqrt(z * z + 5.51));
    ending += (share * bell) / (sigma * age);
    lasting += share * (z < 0 ? 1 - outer : outer);
  }
  return ending / lasting;
}
