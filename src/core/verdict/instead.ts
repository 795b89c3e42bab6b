import { CAUSES, type Cause } from "../evidence/causes.ts";
import type { MessageKey } from "../message.ts";
import type { CheckView } from "./view.ts";

/** Causes that end by what the user does in a page, however often that page is asked for. */
const ENDS_BY: Partial<Record<Cause, MessageKey>> = {
  "captive-portal": "ui_next_after_log_in",
  "bot-check": "ui_next_after_test",
};

/**
 * What brings the page back in place of trying, which a countdown would promise; null where trying may. A log-in page that
 * is only the likeliest of several causes is no reason to promise anything by it.
 */
export function insteadOfTrying({ verdict }: Pick<CheckView, "verdict">): MessageKey | null {
  const isShown = verdict !== null && verdict.side === CAUSES[verdict.cause].side;
  return (isShown && ENDS_BY[verdict.cause]) || null;
}
