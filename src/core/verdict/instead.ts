import { CAUSES, type Cause } from "../evidence/causes.ts";
import type { MessageKey } from "../message.ts";
import type { CheckView } from "./view.ts";

/** Causes that end by what the user does in a page, however often that page is asked for. */
const ENDS_BY: Partial<Record<Cause, MessageKey>> = {
  "captive-portal": "ui_next_after_log_in",
  "bot-check": "ui_next_after_test",
};

/** What is said to whoever stands in a line, which is an overload by its cause. */
const IN_LINE = "cause_queue_advice";

/**
 * What brings the page back in place of trying, which a countdown would promise; null where trying may. A log-in page that
 * is only the likeliest of several causes is no reason to promise anything by it.
 */
export function insteadOfTrying({ verdict }: Pick<CheckView, "verdict">): MessageKey | null {
  const isShown = verdict !== null && verdict.side === CAUSES[verdict.cause].side;
  if (!isShown) return null;
  return verdict.advice.key === IN_LINE ? "ui_next_after_turn" : (ENDS_BY[verdict.cause] ?? null);
}
