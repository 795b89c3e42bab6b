import type { Cause } from "../evidence/causes.ts";
import type { MessageKey } from "../message.ts";
import type { CheckView } from "./view.ts";

/** Causes that end by what the user does in a page, however often that page is asked for. */
const ENDS_BY: Partial<Record<Cause, MessageKey>> = {
  "captive-portal": "ui_next_after_log_in",
  "bot-check": "ui_next_after_test",
};

/** What brings the page back in place of trying, which a countdown would promise; null where trying may. */
export const insteadOfTrying = ({ verdict }: Pick<CheckView, "verdict">): MessageKey | null =>
  (verdict && ENDS_BY[verdict.cause]) ?? null;
