import { outcomeOf, type Run, suffices } from "./run.ts";
import { type Share, wilson } from "./wilson.ts";

/** The share of right sides that the product promises where the evidence suffices. */
export const GOAL = 0.98;

/** How the promise stands. */
export interface GoalFigures {
  /** Scenarios whose side one browser can tell. */
  readonly sufficing: number;
  readonly right: number;
  readonly share: Share;
  /** `right` of `sufficing` is the goal or more; false for no scenario at all. */
  readonly isReached: boolean;
  /** Scenarios that one browser cannot tell, and those of them with `unsure` and a settling step. */
  readonly untellable: number;
  readonly honest: number;
  /** Verdicts for the wrong side, of all scenarios. */
  readonly wrongSide: number;
}

/** Measures the promise "the right side in 98 % of the scenarios whose evidence suffices, and never the wrong one". */
export function goalOf(runs: readonly Run[]): GoalFigures {
  const tellable = runs.filter(suffices);
  const isRight = (run: Run) => outcomeOf(run) === "right";
  const right = tellable.filter(isRight).length;
  const untellable = runs.filter((run) => !suffices(run));
  return {
    sufficing: tellable.length,
    right,
    share: wilson(right, tellable.length),
    isReached: tellable.length > 0 && right / tellable.length >= GOAL,
    untellable: untellable.length,
    honest: untellable.filter(isRight).length,
    wrongSide: runs.filter((run) => outcomeOf(run) === "wrong-side").length,
  };
}
