import type { Truth } from "./faults.ts";
import type { PopupVerdict } from "./popup-driver.ts";

export interface Grade {
  readonly right: boolean;
  /** What a reader must know to agree; "" when the verdict is simply the truth. */
  readonly note: string;
}

/** The step that tells a signed-in outage from a bad cookie: the same account, without this browser's cookies. */
const SETTLING_STEP = /[^.\n]*\b(?:private|incognito) window[^.\n]*\.?/i;

/** Compares what the popup says with the truth of the fault. Pure. */
export function grade(truth: Truth, verdict: PopupVerdict): Grade {
  if (truth.side === "none") return { right: verdict.side === "none", note: "" };
  if (truth.needsAnotherBrowser) {
    const step = SETTLING_STEP.exec(verdict.text)?.[0].trim();
    if (verdict.side !== "unsure") return { right: false, note: "one browser cannot tell this" };
    if (step === undefined) return { right: false, note: "unsure without naming the step that would settle it" };
    return { right: true, note: `one browser cannot tell; the popup names the step: "${step}"` };
  }
  if (truth.cause === null || verdict.side !== truth.side) return { right: false, note: "" };
  if (verdict.cause === truth.cause) return { right: true, note: "" };
  const sameTraces = truth.alsoAccept?.some((cause) => cause === verdict.cause) ?? false;
  if (!sameTraces || !verdict.alternatives.includes(truth.cause)) return { right: false, note: "" };
  return { right: true, note: `leaves the same traces as ${truth.cause}, which the popup names as well` };
}
