import { type Kind, kindsOf } from "../../../src/core/retry/outage-model.ts";
import { type Distribution, heavyTail, logNormal, mixture } from "./distributions.ts";

/**
 * The outages that guides to 502 errors describe: most end in 5 to 30 minutes, some in seconds (a restart, a hiccup), and
 * a stubborn rest lasts hours. The schedule followed them until there were real outages to follow; its budget of requests
 * is still counted on them.
 */
export const KINDS = [
  { share: 0.4, median: 20, sigma: 1 },
  { share: 0.5, median: 600, sigma: 0.7 },
  { share: 0.1, median: 7200, sigma: 0.8 },
] as const;

const [BLIP, , LONG] = KINDS;

export interface Model {
  readonly name: string;
  readonly lasts: Distribution;
}

const lasting = (kinds: readonly Kind[]): Distribution =>
  mixture(kinds.map(({ share, median, sigma }) => [share, logNormal(median, sigma)]));

export const GIVEN: Model = {
  name: "guides: 40 % around 20 s, 50 % around 10 min, 10 % around 2 h",
  lasts: lasting(KINDS),
};

/** What the schedule follows where it knows nothing else. */
export const FOLLOWED: Model = {
  name: "followed: the fitted model, its guessed blips included",
  lasts: lasting(kindsOf({})),
};

/** Outages unlike any of these, which the schedule must survive. */
export const OTHERS: readonly Model[] = [
  { name: "only blips: around 20 s", lasts: logNormal(BLIP.median, BLIP.sigma) },
  { name: "only hours: around 2 h", lasts: logNormal(LONG.median, LONG.sigma) },
  { name: "heavy tail: (1 + t/60 s)^-1.2, mean 5 min", lasts: heavyTail(1.2, 60) },
];
