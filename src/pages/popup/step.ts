import { message } from "../../core/message.ts";
import type { RepairView } from "../../core/repair/view.ts";
import type { RetryView } from "../../core/retry/view.ts";
import type { CheckView } from "../../core/verdict/view.ts";
import type { VerdictView } from "../../core/verdict/words.ts";
import { stepAfter } from "./after-repair.ts";

/** What is said where the page of a form was opened since: its own words on what was sent. */
const OF_FORM = "cause_transient_anew_advice";

type Step = Pick<VerdictView, "advice"> | { readonly advice: null } | null;

/** Whether the step itself speaks of a form that was sent. */
export const speaksOfForm = (step: Step): boolean => step?.advice?.key === OF_FORM;

/** Whether the page opens again: nothing is left to try. */
export const isOver = (step: Step): boolean => speaksOfForm(step) || step?.advice?.key === "cause_over_advice";

/**
 * What the user is asked to do: nothing once it is back, nothing that a repair has done in vain, and nothing while the check
 * runs, unless it is theirs to fix: the cause of that is final with its side.
 */
export function stepOf(view: CheckView, retry: RetryView, repair: RepairView | null = null) {
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
    } as const;
  }
  const isTheirs = view.sideIsFinal && view.verdict?.side === "you";
  if (!view.verdict || !(view.phase === "done" || isTheirs)) return null;
  // Its advice ends with a reload of the user's own: a plan does that for them, and says so.
  const isLoaded =
    view.verdict.action === "log-in-to-network" && (retry.state === "waiting" || retry.state === "trying");
  return isLoaded ? { ...view.verdict, advice: null } : stepAfter(view.verdict, repair);
}
