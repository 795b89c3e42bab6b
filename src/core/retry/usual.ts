/** Fewer outages than this say nothing about a site. */
const LEAST = 3;

/** How long a site's outages usually last. */
export interface Usual {
  /** The median, in seconds. */
  readonly seconds: number;
  /** Of how many outages. */
  readonly outages: number;
}

/** The median of a site's earlier outages, in seconds, or null when there are fewer than three. */
export function usualLength(history: readonly number[] | undefined): Usual | null {
  const sorted = [...(history ?? [])].sort((a, b) => a - b);
  if (sorted.length < LEAST) return null;
  const middle = sorted.length / 2;
  const [low = 0, high = low] = [sorted[Math.ceil(middle) - 1], sorted[Math.floor(middle)]];
  return { seconds: (low + high) / 2, outages: sorted.length };
}
