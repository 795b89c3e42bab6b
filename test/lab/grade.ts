import type { Truth } from "./faults.ts";
import type { PopupVerdict } from "./popup-driver.ts";
import { settlingStep } from "./settling-steps.ts";

export interface Grade {
  readonly right: boolean;
  /** What a reader must know to agree; "" when the verdict is simply the truth. */
  readonly note: string;
}

/** What a grade rests on. */
type Said = Pick<PopupVerdict, "side" | "cause" | "alternatives" | "advice">;

/** Compares what the popup says with the truth of the fault. Pure. */
export function grade(truth: Truth, verdict: Said): Grade {
  if (truth.side === "none") return { right: verdict.side === "none", note: "" };
  if (truth.needsAnotherBrowser) {
    const step = settlingStep(truth.cause, verdict.advice);
    if (verdict.side !== "unsure") return { right: false, note: "one browser cannot tell this" };
    if (truth.isOver) return { right: true, note: "over by the click, and nothing tells any more what it was" };
    if (step === null) return { right: false, note: "unsure without naming the step that would settle it" };
    return { right: true, note: `one browser cannot tell; the popup names the step: "${step}"` };
  }
  if (truth.cause === null || verdict.side !== truth.side) return { right: false, note: "" };
  if (verdict.cause === truth.cause) return { right: true, note: "" };
  const sameTraces = truth.alsoAccept?.some((cause) => cause === verdict.cause) ?? false;
  if (!sameTraces || !verdict.alternatives.includes(truth.cause)) return { right: false, note: "" };
  return { right: true, note: `leaves the same traces as ${truth.cause}, which the popup names as well` };
}
