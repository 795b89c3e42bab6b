import type { Cause, Side } from "../../../src/core/evidence/causes.ts";

/** What was asked of the product in one scenario, and what it said. */
export interface Run {
  readonly id: string;
  readonly gateway: string;
  readonly fault: string;
  readonly held: boolean;
  readonly truth: {
    readonly side: Side | "none";
    readonly cause: Cause | null;
    /** `unsure` is the honest answer, if a step that settles it is named. */
    readonly needsAnotherBrowser: boolean;
  };
  readonly verdict: {
    readonly side: Side | "none";
    readonly cause: string;
    /** 0 to 1. */
    readonly confidence: number;
  };
  /** Where one browser cannot tell: the popup says `unsure` and names a step that would settle it. */
  readonly namesStep: boolean;
  /** The cause counts as right: the true one, or one with the same traces beside which the true one is named. */
  readonly causeRight: boolean;
  /** Whether any of three plain requests after the verdict worked; null where there was nothing to ask. */
  readonly anyRetryWorks: boolean | null;
}

/**
 * - `right`: the side, or `unsure` with a settling step where that is the honest answer.
 * - `no-step`: honestly `unsure`, without a word on how to find out.
 * - `abstained`: `unsure`, where the evidence would have sufficed.
 * - `missed`: said that there is no incident, though there is.
 * - `guessed`: named the true side, though one browser cannot know it.
 * - `wrong-side`: named a side that is not the true one.
 */
export type Outcome = "right" | "no-step" | "abstained" | "missed" | "guessed" | "wrong-side";

/** How a verdict compares with the truth, by side alone. */
export function outcomeOf({ truth, verdict, namesStep }: Pick<Run, "truth" | "verdict" | "namesStep">): Outcome {
  if (truth.needsAnotherBrowser) {
    if (verdict.side === "unsure") return namesStep ? "right" : "no-step";
    if (verdict.side === "none") return "missed";
    return verdict.side === truth.side ? "guessed" : "wrong-side";
  }
  if (verdict.side === truth.side) return "right";
  if (verdict.side === "none") return "missed";
  return verdict.side === "unsure" ? "abstained" : "wrong-side";
}

/** Whether what one browser sees is enough to name the side. */
export const suffices = ({ truth }: Pick<Run, "truth">): boolean => !truth.needsAnotherBrowser;

/** A verdict that names whose fault it is. */
export const names = ({ verdict }: Pick<Run, "verdict">): boolean =>
  verdict.side === "server" || verdict.side === "you";
