/** How long outages last: times in seconds, all functions defined for times above 0. */
export interface Distribution {
  /** Probability density, per second. */
  readonly density: (time: number) => number;
  /** Share of outages that last longer. */
  readonly survival: (time: number) => number;
}

const normalDensity = (z: number): number => Math.exp(-(z * z) / 2) / Math.sqrt(2 * Math.PI);

/**
 * The normal distribution's upper tail, to more than ten digits: a power series in the middle, a continued
 * fraction outside. The extension ships a shorter approximation; this one is here to judge it.
 */
export function normalTail(z: number): number {
  if (z < 0) return 1 - normalTail(-z);
  if (z < 4) {
    let term = z;
    let sum = z;
    for (let odd = 3; term > sum * 1e-17; odd += 2) {
      term *= (z * z) / odd;
      sum += term;
    }
    return 0.5 - normalDensity(z) * sum;
  }
  let fraction = z;
  for (let depth = 60; depth > 0; depth -= 1) fraction = z + depth / fraction;
  return normalDensity(z) / fraction;
}

/** Outages around a median, spread by a factor: `sigma` is the deviation of the natural logarithm. */
export function logNormal(median: number, sigma: number): Distribution {
  const score = (time: number): number => Math.log(time / median) / sigma;
  return {
    density: (time) => normalDensity(score(time)) / (sigma * time),
    survival: (time) => normalTail(score(time)),
  };
}

/** Outages that end at the same rate at any age. */
export const exponential = (mean: number): Distribution => ({
  density: (time) => Math.exp(-time / mean) / mean,
  survival: (time) => Math.exp(-time / mean),
});

/** A power law from `scale` seconds on (Lomax): the older the outage, the longer it goes on. */
export const heavyTail = (shape: number, scale: number): Distribution => ({
  density: (time) => (shape / scale) * (1 + time / scale) ** -(shape + 1),
  survival: (time) => (1 + time / scale) ** -shape,
});

/** Several kinds of outages, each with its share; the shares sum to 1. */
export const mixture = (parts: ReadonlyArray<readonly [share: number, kind: Distribution]>): Distribution => ({
  density: (time) => parts.reduce((sum, [share, kind]) => sum + share * kind.density(time), 0),
  survival: (time) => parts.reduce((sum, [share, kind]) => sum + share * kind.survival(time), 0),
});

/** The shortest and longest outage told apart: a tenth of a second, and some thirty years. */
export const SHORTEST = 0.1;
export const LONGEST = 1e9;

/**
 * `count` lengths in seconds that stand for the distribution: one from the middle of each of `count` equal
 * shares, shortest first. No luck is involved, so that two schedules are judged by the very same outages.
 */
export function lengths({ survival }: Distribution, count: number): number[] {
  return Array.from({ length: count }, (_, index) => {
    const longer = 1 - (index + 0.5) / count;
    let low = Math.log(SHORTEST);
    let high = Math.log(LONGEST);
    for (let step = 0; step < 40; step += 1) {
      const middle = (low + high) / 2;
      if (survival(Math.exp(middle)) > longer) low = middle;
      else high = middle;
    }
    return Math.exp((low + high) / 2);
  });
}
