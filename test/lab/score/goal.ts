import { brier, type Forecast } from "./brier.ts";
import { names, outcomeOf, type Run, suffices } from "./run.ts";
import { type Share, wilson } from "./wilson.ts";

/** The share of right sides that the product promises where the evidence suffices. */
export const GOAL = 0.99;
/** The share of right causes among the verdicts that name a side there. */
export const CAUSE_GOAL = 0.95;

/** How the promise stands where one browser can know. */
export interface GoalFigures {
  /** Scenarios whose side one browser can tell. */
  readonly sufficing: number;
  readonly right: number;
  readonly share: Share;
  /** `right` of `sufficing` is the goal or more; false for no scenario at all. */
  readonly isReached: boolean;
  /** Right causes, of the verdicts that name a side. */
  readonly causes: Share;
  readonly areCausesReached: boolean;
  /** Verdicts for the wrong side among them, as a share: its upper end is what the count proves. */
  readonly wrongSide: number;
  readonly wrong: Share;
}

/** What was said where one browser cannot know. */
export interface UntellableFigures {
  readonly count: number;
  /** `unsure`, with a step that settles it. */
  readonly honest: number;
  /** `unsure`, without one. */
  readonly noStep: number;
  /** Named the true side, and the other one; neither could be known. */
  readonly guessed: number;
  readonly wrongSide: number;
  /**
   * Brier score over all of them. A verdict that names a side forecasts it with its confidence, any other gives both
   * sides one half. 0.25 is a coin: what is left for look-alikes of which one is as frequent as the other.
   */
  readonly brier: number;
  /** The highest confidence with which a side was named; NaN where none was. */
  readonly boldest: number;
}

/** Measures the promise "the right side and nearly always the right cause where one browser can know, and never the wrong side". */
export function goalOf(runs: readonly Run[]): GoalFigures {
  const tellable = runs.filter(suffices);
  const count = (wanted: "right" | "wrong-side") => tellable.filter((run) => outcomeOf(run) === wanted).length;
  const right = count("right");
  const wrongSide = count("wrong-side");
  const named = tellable.filter(names);
  const causes = wilson(named.filter(({ causeRight }) => causeRight).length, named.length);
  return {
    sufficing: tellable.length,
    right,
    share: wilson(right, tellable.length),
    isReached: tellable.length > 0 && right / tellable.length >= GOAL,
    causes,
    areCausesReached: causes.share >= CAUSE_GOAL,
    wrongSide,
    wrong: wilson(wrongSide, tellable.length),
  };
}

const forecastOf = (run: Run): Forecast => ({
  probability: names(run) ? run.verdict.confidence : 0.5,
  cameTrue: run.verdict.side === run.truth.side,
  weight: 1,
});

/** Measures what was said of the rows that one browser cannot tell; they belong to no promise but this: no certainty. */
export function untellableOf(runs: readonly Run[]): UntellableFigures {
  const untellable = runs.filter((run) => !suffices(run));
  const count = (wanted: ReturnType<typeof outcomeOf>) => untellable.filter((run) => outcomeOf(run) === wanted).length;
  const bold = untellable.filter(names).map(({ verdict }) => verdict.confidence);
  return {
    count: untellable.length,
    honest: count("right"),
    noStep: count("no-step"),
    guessed: count("guessed"),
    wrongSide: count("wrong-side"),
    brier: brier(untellable.map(forecastOf)),
    boldest: bold.length === 0 ? Number.NaN : Math.max(...bold),
  };
}
