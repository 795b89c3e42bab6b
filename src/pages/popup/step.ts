import { type MessageKey, message } from "../../core/message.ts";
import type { OpinionsView } from "../../core/places/opinions-view.ts";
import { areCompared, suspectAddress } from "../../core/places/suspect.ts";
import { isOutlived } from "../../core/protocol/outlived.ts";
import type { RepairView } from "../../core/repair/view.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import type { VerdictView } from "../../core/verdict/words.ts";
import { stepAfter } from "./after-repair.ts";

/** What is said where the page of a form was opened since: its own words on what was sent. */
const OF_FORM = "cause_transient_anew_advice";

/** To wait, beside something else that there is to do: to look whether what was sent has arrived, or to ask for a new link. */
const APART: Partial<Record<MessageKey, MessageKey>> = {
  cause_origin_down_advice: "advice_apart_wait",
  cause_origin_slow_advice: "advice_apart_wait",
  cause_origin_invalid_advice: "advice_apart_wait",
  cause_regional_advice: "advice_apart_wait",
  cause_maintenance_advice: "advice_apart_maintenance",
  cause_gateway_fault_advice: "advice_apart_gateway_fault",
  cause_switched_off_advice: "advice_apart_switched_off",
  cause_signed_in_advice: "advice_apart_signed_in",
};

type Step = Pick<VerdictView, "advice"> | { readonly advice: null } | null;

/** A step as it is shown. */
type ShownStep = Pick<VerdictView, "lasts" | "notNeeded" | "action" | "actionNote"> & NonNullable<Step>;

/** Whether the step itself speaks of a form that was sent. */
export const speaksOfForm = (step: Step): boolean => step?.advice?.key === OF_FORM;

/** Whether the page opens again: nothing is left to try. */
export const isOver = (step: Step): boolean => speaksOfForm(step) || step?.advice?.key === "cause_over_advice";

/**
 * What the user is asked to do: nothing once it is back, nothing that a repair has done in vain, and nothing while the check
 * runs, unless it is theirs to fix: the cause of that is final with its side.
 */
export function stepOf(view: CheckView, retry: RetryView, repair: RepairView | null = null): ShownStep | null {
  if (retry.state === "stopped" && retry.reason === "recovered") return null;
  // A plain reload would show the browser's own copy of the error once more.
  const pastCache = view.phase === "done" && view.verdict?.action === "reload-past-cache";
  if (retry.state === "stopped" && retry.reason === "site-answers" && !pastCache) {
    return {
      advice: null,
      lasts: null,
      notNeeded: null,
      action: "reload",
      actionNote: view.mayBeForm ? message("note_reload_form") : null,
    };
  }
  const isTheirs = view.sideIsFinal && view.verdict?.side === "you";
  if (!view.verdict || !(view.phase === "done" || isTheirs)) return null;
  if (isOutlived(view, retry)) {
    return { advice: message("advice_gave_up"), lasts: null, notNeeded: null, action: null, actionNote: null };
  }
  return besidePlan(stepAfter(view.verdict, repair), view, retry);
}

/** What is left of a step for the user beside what a plan does for them, and what is said of a form. */
function besidePlan(step: ShownStep, { fromForm }: CheckView, retry: RetryView): ShownStep {
  const isRunning = retry.state === "waiting" || retry.state === "trying";
  // Its advice ends with a reload of the user's own: a plan does that for them, and says so.
  if (isRunning && step.action === "log-in-to-network") return { ...step, advice: null };
  if (isRunning && step.action === "check-again") {
    const isTried = step.advice?.key === "advice_check_again" && retry.watching === "page";
    return { ...step, ...(isTried ? { advice: message("advice_check_later") } : {}), action: null, actionNote: null };
  }
  const apart = step.advice && APART[step.advice.key];
  if (!apart) return step;
  // That there is nothing to wait for is said already.
  if (retry.state === "stopped" && retry.reason === "front-page-works") return { ...step, advice: null };
  const isOther = fromForm || (isRunning && retry.watching === "front-page");
  return isOther ? { ...step, advice: message(apart) } : step;
}

interface Beside {
  readonly opinions: OpinionsView | null;
  /** The site is to be left alone. */
  readonly spared: boolean;
  /** Epoch milliseconds. */
  readonly now: number;
}

/** The same beside what others have said by now, which need not be asked for again. */
export function stepBeside(step: ShownStep | null, { opinions, spared, now }: Beside): ShownStep | null {
  if (spared && step?.action === "check-again") return { ...step, action: null, actionNote: null };
  if (step?.advice?.key !== "advice_places_served" || !opinions || !areCompared(opinions, now)) return step;
  const left = suspectAddress(opinions, now) === null ? "advice_other_network" : "advice_places_served_address";
  return { ...step, advice: message(left) };
}
