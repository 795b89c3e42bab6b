import type { Cause, Side } from "../../../src/verdict/causes.ts";

/** What was asked of the product in one scenario, and what it said. */
export interface Run {
  readonly id: string;
  readonly gateway: string;
  readonly fault: string;
  readonly held: boolean;
  readonly truth: {
    readonly side: Side | "none";
    readonly cause: Cause | null;
    /** `unsure` is the honest answer. */
    readonly needsAnotherBrowser: boolean;
  };
  readonly verdict: {
    readonly side: Side | "none";
    readonly cause: string;
    /** 0 to 1. */
    readonly confidence: number;
  };
  /** The cause counts as right: the true one, or one with the same traces beside which the true one is named. */
  readonly causeRight: boolean;
  /** Whether any of three plain requests after the verdict worked; null where there was nothing to ask. */
  readonly anyRetryWorks: boolean | null;
}

/**
 * - `right`: the side, or `unsure` where that is the honest answer.
 * - `abstained`: `unsure`, where the evidence would have sufficed.
 * - `missed`: said that there is no incident, though there is.
 * - `guessed`: named the true side, though one browser cannot know it.
 * - `wrong-side`: named a side that is not the true one.
 */
export type Outcome = "right" | "abstained" | "missed" | "guessed" | "wrong-side";

/** How a verdict compares with the truth, by side alone. */
export function outcomeOf({ truth, verdict }: Pick<Run, "truth" | "verdict">): Outcome {
  if (truth.needsAnotherBrowser) {
    if (verdict.side === "unsure") return "right";
    if (verdict.side === "none") return "missed";
    return verdict.side === truth.side ? "guessed" : "wrong-side";
  }
  if (verdict.side === truth.side) return "right";
  if (verdict.side === "none") return "missed";
  return verdict.side === "unsure" ? "abstained" : "wrong-side";
}

/** A verdict that names whose fault it is. */
export const names = ({ verdict }: Pick<Run, "verdict">): boolean =>
  verdict.side === "server" || verdict.side === "you";
