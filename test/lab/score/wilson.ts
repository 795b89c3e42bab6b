/** A share with its 95 % interval; all 0 to 1. */
export interface Share {
  readonly share: number;
  readonly low: number;
  readonly high: number;
}

/** Two-sided 95 % of the normal distribution. */
const Z = 1.959964;

/**
 * Wilson's score interval for `hits` of `total`, which also holds for small samples and for shares near 0
 * and 1. `total` need not be whole: for weighted samples it is the effective size. NaN for no sample.
 * Source: E. B. Wilson, JASA 22 (1927).
 */
export function wilson(hits: number, total: number): Share {
  if (total <= 0) return { share: Number.NaN, low: Number.NaN, high: Number.NaN };
  const share = hits / total;
  const z2 = Z * Z;
  const middle = (share + z2 / (2 * total)) / (1 + z2 / total);
  const half = (Z / (1 + z2 / total)) * Math.sqrt((share * (1 - share)) / total + z2 / (4 * total * total));
  return { share, low: Math.max(0, middle - half), high: Math.min(1, middle + half) };
}

/** The same for a weighted sample, with Kish's effective size: (sum of weights)^2 / sum of their squares. */
export function weightedWilson(sample: ReadonlyArray<readonly [hit: boolean, weight: number]>): Share {
  const total = sample.reduce((sum, [, weight]) => sum + weight, 0);
  const squares = sample.reduce((sum, [, weight]) => sum + weight * weight, 0);
  if (total <= 0) return wilson(0, 0);
  const hits = sample.reduce((sum, [hit, weight]) => sum + (hit ? weight : 0), 0);
  const effective = (total * total) / squares;
  return wilson((hits / total) * effective, effective);
}
