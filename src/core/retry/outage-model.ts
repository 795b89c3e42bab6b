import type { Cause } from "../evidence/causes.ts";

/** How long outages of one kind last: log-normal around a median in seconds; `sigma` is the logarithm's deviation. */
interface Lasts {
  readonly median: number;
  readonly sigma: number;
}

/** A kind of outage and its share of all. */
export interface Kind extends Lasts {
  readonly share: number;
}

/** What is known about an outage beside its age. */
export interface Knowledge {
  /** The cause that the gateway or the verdict names. */
  readonly cause?: Cause | undefined;
  /** The status that the page fails with; 0 where the browser hides it. */
  readonly status?: number | undefined;
  /** How long this site's own earlier outages lasted, in seconds, oldest first. */
  readonly history?: readonly number[] | undefined;
  /**
   * How long its last incidents took by its status page's own word, in seconds, oldest first. The forecast counts them in;
   * the pace does not, for people write the ends, often late, and nobody should wait for that.
   */
  readonly published?: readonly number[] | undefined;
}

/** What was fitted to real outages. */
export interface OutageTable {
  readonly usual: Lasts;
  readonly long: Lasts;
  /** Which share of the outages that are no blips are long ones, by status. */
  readonly longShare: { readonly badGateway: number; readonly others: number };
}

/**
 * Outages that end within seconds: a restart, a hiccup. A guess, from what guides to gateway errors say, and nothing
 * measured corrects it: monitors that look every five to ten minutes hardly see such outages.
 */
const BLIP: Kind = { share: 0.4, median: 20, sigma: 1 };

/**
 * All longer outages, fitted to 509 real ones with 502, 503, 504 or 520 to 530: those that 58 public uptime monitors saw
 * with more than one check, 2020 to 2026, each incident once and no site more than 20 times. `npm run bench:outages` fits
 * them anew. A monitor knows a length to within a check interval, and the fit asks for no more than that. Medians and
 * shares are fitted, the widths are set: fitted as well they told less of monitors that the fit had not seen. 502 has more
 * long outages than the others. The long kind is so wide because no typical length exists that an old outage would come
 * close to: of those that have lasted ten minutes, an hour or a day, a third to a half end before their
 * age doubles.
 */
const FITTED: OutageTable = {
  usual: { median: 665, sigma: 0.9 },
  long: { median: 5_380, sigma: 2 },
  longShare: { badGateway: 0.267, others: 0.122 },
};

const BAD_GATEWAY = 502;

type Shares = readonly [blip: number, usual: number, long: number];

/** Guesses, for monitors name no causes, and cautious ones: no kind is ever ruled out, for a cause may be wrong. */
const SHARES_OF: Partial<Record<Cause, Shares>> = {
  // A passing fault is over soon, or it was not one.
  transient: [0.65, 0.3, 0.05],
  intermittent: [0.65, 0.3, 0.05],
  // Announced work is planned by the quarter of an hour.
  maintenance: [0.15, 0.6, 0.25],
  // A wrong name or certificate waits for a person.
  misconfigured: [0.2, 0.5, 0.3],
};

/** As many outages as the model counts for beside the site's own. */
const MODEL_COUNTS_FOR = 3;

/** One source of lengths: how many it may tell, the newest, what each counts for, and how widely each is taken. */
interface Source {
  readonly most: number;
  readonly counts: number;
  readonly sigma: number;
}

/** Older outages of a site are forgotten: sites change. One stands for those up to about twice or half as long. */
const HISTORY: Source = { most: 10, counts: 1, sigma: 0.6 };
/**
 * A published incident counts for a quarter of an outage that was seen here (a power prior, Ibrahim and Chen 2000), so
 * ten of them count for less than the model does, and is taken more widely: status pages leave short outages out, call
 * slowness an incident, and their ends come when somebody writes them.
 */
const PUBLISHED: Source = { most: 10, counts: 0.25, sigma: 1 };
/** Lengths beyond these, in seconds, are taken for these: a second, and a week. */
const SHORTEST_HISTORY = 1;
const LONGEST_HISTORY = 604_800;

const longShareOf = (status: number | undefined, { longShare }: OutageTable): number =>
  status === BAD_GATEWAY ? longShare.badGateway : longShare.others;

function sharesOf({ cause, status }: Knowledge, table: OutageTable): Shares {
  const named = cause && SHARES_OF[cause];
  if (named) return named;
  const long = (1 - BLIP.share) * longShareOf(status, table);
  return [BLIP.share, 1 - BLIP.share - long, long];
}

/** A kernel around each length that a source tells, its share not yet beside anything else's. */
const kernelsAround = (lengths: readonly number[] = [], { most, counts, sigma }: Source): readonly Kind[] =>
  lengths
    .filter((length) => Number.isFinite(length) && length > 0)
    .slice(-most)
    .map((length) => ({
      share: counts,
      median: Math.min(LONGEST_HISTORY, Math.max(SHORTEST_HISTORY, length)),
      sigma,
    }));

function withKernels([blip, usual, long]: Shares, kernels: readonly Kind[], table: OutageTable): readonly Kind[] {
  const model = (share: number, { median, sigma }: Lasts): Kind => ({
    share: share * MODEL_COUNTS_FOR,
    median,
    sigma,
  });
  const total = kernels.reduce((sum, { share }) => sum + share, MODEL_COUNTS_FOR);
  return [model(blip, BLIP), model(usual, table.usual), model(long, table.long), ...kernels].map(
    ({ share, median, sigma }) => ({ share: share / total, median, sigma }),
  );
}

/**
 * The outages to expect: the three kinds, in shares that the cause or else the status shifts, and beside them a kernel
 * around each of the last ten of the site's own outages. The model keeps the weight of three outages, so a misleading
 * history is never believed alone. Shares sum to 1.
 */
export const kindsOf = (knowledge: Knowledge, table = FITTED): readonly Kind[] =>
  withKernels(sharesOf(knowledge, table), kernelsAround(knowledge.history, HISTORY), table);

/** What a forecast takes from the lengths that a status page lists: those that are none tell nothing. */
export const publishedKinds = (published: Knowledge["published"]): readonly Kind[] =>
  kernelsAround(published, PUBLISHED);

/**
 * The same for a forecast: without what is guessed, so no blips and no shift by the cause, for what remains was measured
 * and can be held against what came true; and with the incidents that the site publishes.
 */
export function lastingKindsOf({ status, history, published }: Knowledge, table = FITTED): readonly Kind[] {
  const long = longShareOf(status, table);
  const kernels = [...kernelsAround(history, HISTORY), ...publishedKinds(published)];
  return withKernels([0, 1 - long, long], kernels, table);
}

/** The factors of the polynomial in the exponent of `normalTail`, from the constant one up. */
const [C0, C1, C2, C3, C4, C5, C6, C7, C8, C9] = [
  -1.26551223, 1.00002368, 0.37409196, 0.09678418, -0.18628806, 0.27886807, -1.13520398, 1.48851587, -0.82215223,
  0.17087277,
] as const;

/**
 * The share of a normal distribution beyond `z` deviations: the complementary error function's Chebyshev fit, within
 * 1.2e-7 of the share however small that is, and without a jump at the middle, so that no forecast goes back.
 */
function normalTail(z: number): number {
  const x = Math.abs(z) / Math.SQRT2;
  const t = 1 / (1 + x / 2);
  const power = C0 + t * (C1 + t * (C2 + t * (C3 + t * (C4 + t * (C5 + t * (C6 + t * (C7 + t * (C8 + t * C9))))))));
  const tail = (t * Math.exp(power - x * x)) / 2;
  return z < 0 ? 1 - tail : tail;
}

/** Of outages of these kinds, the share that lasts longer than `age` seconds (above 0), and the share a second that ends. */
export function outlookAt(kinds: readonly Kind[], age: number): { readonly lasting: number; readonly ending: number } {
  let ending = 0;
  let lasting = 0;
  for (const { share, median, sigma } of kinds) {
    const z = Math.log(age / median) / sigma;
    ending += (share * Math.exp(-(z * z) / 2)) / (Math.sqrt(2 * Math.PI) * sigma * age);
    lasting += share * normalTail(z);
  }
  return { lasting, ending };
}

/**
 * The rate, per second, at which outages of these kinds end that have lasted `age` seconds (above 0) so far.
 * Kinds that should be over by then drop out by themselves, which is all the learning within one outage.
 */
export function hazardRate(kinds: readonly Kind[], age: number): number {
  const { lasting, ending } = outlookAt(kinds, age);
  return ending / lasting;
}
