import type { Forecast } from "./brier.ts";
import { type Share, wilson } from "./wilson.ts";

/** One line of a reliability table: forecasts of about this probability, and how often they came true. */
export interface Bin {
  readonly from: number;
  readonly to: number;
  readonly count: number;
  /** Mean probability that was named; NaN for an empty bin. */
  readonly named: number;
  readonly cameTrue: Share;
}

/** Finer towards certainty, where all verdicts lie: 0.8 is needed for the server, 0.95 for the user. */
const EDGES = [0, 0.8, 0.9, 0.95, 0.98, 0.99, 1] as const;

/** Sorts forecasts into bins; each holds its upper edge. */
export function reliability(forecasts: readonly Forecast[]): Bin[] {
  return EDGES.slice(1).map((to, index) => {
    const from = EDGES[index] ?? 0;
    const inside = forecasts.filter(({ probability: p }) => (p > from || (index === 0 && p === 0)) && p <= to);
    const named = inside.reduce((sum, { probability }) => sum + probability, 0) / inside.length;
    return {
      from,
      to,
      count: inside.length,
      named,
      cameTrue: wilson(inside.filter((f) => f.cameTrue).length, inside.length),
    };
  });
}
