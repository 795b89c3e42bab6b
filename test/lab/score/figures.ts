import { brier, type Forecast } from "./brier.ts";
import { names, outcomeOf, type Run } from "./run.ts";
import { type Share, weightedWilson } from "./wilson.ts";

/** The figures of a set of runs, plain or weighted. */
export interface Figures {
  readonly count: number;
  /** The side is right, or `unsure` with a settling step where that is honest. */
  readonly sideRight: Share;
  /** Of the verdicts that name a side: the cause is right as well. */
  readonly causeRight: Share;
  /** Honestly `unsure`, but no step named that would settle it. */
  readonly noStep: number;
  readonly abstained: number;
  readonly missed: number;
  readonly guessed: number;
  readonly wrongSide: number;
  /** Of the verdicts that name a side. */
  readonly brier: number;
}

/** What each verdict that names a side forecast, and whether it came true. */
export const forecastsOf = (runs: readonly Run[], weights: readonly number[]): Forecast[] =>
  runs.flatMap((run, index) =>
    names(run)
      ? [
          {
            probability: run.verdict.confidence,
            cameTrue: run.verdict.side === run.truth.side,
            weight: weights[index] ?? 1,
          },
        ]
      : [],
  );

/** Figures of these runs; weights default to 1 each. Counts are of scenarios, never weighted. */
export function figuresOf(runs: readonly Run[], weights: readonly number[] = runs.map(() => 1)): Figures {
  const outcomes = runs.map(outcomeOf);
  const number = (wanted: (typeof outcomes)[number]) => outcomes.filter((outcome) => outcome === wanted).length;
  const weighted = (fits: (run: Run) => boolean, hit: (run: Run) => boolean) =>
    runs.flatMap((run, index) => (fits(run) ? [[hit(run), weights[index] ?? 0] as const] : []));
  return {
    count: runs.length,
    sideRight: weightedWilson(
      weighted(
        () => true,
        (run) => outcomeOf(run) === "right",
      ),
    ),
    causeRight: weightedWilson(weighted(names, ({ causeRight }) => causeRight)),
    noStep: number("no-step"),
    abstained: number("abstained"),
    missed: number("missed"),
    guessed: number("guessed"),
    wrongSide: number("wrong-side"),
    brier: brier(forecastsOf(runs, weights)),
  };
}
