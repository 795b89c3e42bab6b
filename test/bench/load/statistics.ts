import { seeded } from "../retry/random.ts";

/** The value that half of them lie below; NaN for none. */
export function median(values: readonly number[]): number {
  const sorted = [...values].sort((a, b) => a - b);
  const middle = sorted.length / 2;
  const [low, high] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return low === undefined || high === undefined ? Number.NaN : (low + high) / 2;
}

/** The value that this share of them lie at or below; NaN for none. */
function quantile(values: readonly number[], share: number): number {
  const sorted = [...values].sort((a, b) => a - b);
  return sorted[Math.ceil(sorted.length * share) - 1] ?? Number.NaN;
}

export const tenth = (values: readonly number[]): number => quantile(values, 0.1);
export const ninetieth = (values: readonly number[]): number => quantile(values, 0.9);

/** A figure with the bounds that it lies between in 95 of 100 repetitions. */
export interface Estimate {
  readonly value: number;
  readonly low: number;
  readonly high: number;
}

const RESAMPLES = 1_000;

/**
 * What is figured out from rounds, and how sure it is: the figure of samples of as many rounds, drawn from them with
 * replacement (percentile bootstrap, Efron 1979). Draws are the same every time. A round holds what all contenders had in
 * it, so that what troubled the machine meanwhile troubles both sides of a ratio.
 */
export function estimate<Round>(rounds: readonly Round[], figureOf: (rounds: readonly Round[]) => number): Estimate {
  const random = seeded(rounds.length);
  const drawOne = () => {
    const drawn = Math.floor(random() * rounds.length);
    return rounds.slice(drawn, drawn + 1);
  };
  const figures = Array.from({ length: RESAMPLES }, () => figureOf(rounds.flatMap(drawOne)));
  return { value: figureOf(rounds), low: quantile(figures, 0.025), high: quantile(figures, 0.975) };
}
