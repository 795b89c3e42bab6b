import { type Distribution, heavyTail, logNormal, mixture } from "./distributions.ts";

/**
 * The outage model that the schedule is made for. Public guides to 502 errors say: most end in 5 to 30 minutes,
 * some in seconds (a restart, a hiccup), and a stubborn rest lasts hours.
 */
export const KINDS = [
  { share: 0.4, median: 20, sigma: 1 },
  { share: 0.5, median: 600, sigma: 0.7 },
  { share: 0.1, median: 7200, sigma: 0.8 },
] as const;

const [BLIP, USUAL, LONG] = KINDS;

export interface Model {
  readonly name: string;
  readonly lasts: Distribution;
}

export const GIVEN: Model = {
  name: "given: 40 % around 20 s, 50 % around 10 min, 10 % around 2 h",
  lasts: mixture([BLIP, USUAL, LONG].map(({ share, median, sigma }) => [share, logNormal(median, sigma)])),
};

/** What the schedule is not made for, and must survive. */
export const OTHERS: readonly Model[] = [
  { name: "only blips: around 20 s", lasts: logNormal(BLIP.median, BLIP.sigma) },
  { name: "only hours: around 2 h", lasts: logNormal(LONG.median, LONG.sigma) },
  { name: "heavy tail: (1 + t/60 s)^-1.2, mean 5 min", lasts: heavyTail(1.2, 60) },
];
