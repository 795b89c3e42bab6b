import type { MessageKey } from "../../core/message.ts";
import type { ClickEnd } from "../../core/protocol/protocol.ts";

/** What is said of a click that did not do what it says. */
export const END_WORDS = {
  "too-late": "ui_too_late",
  "not-kept": "options_not_saved",
  "not-done": "ui_click_failed",
} as const satisfies Record<NonNullable<ClickEnd>, MessageKey>;

/** What there is to say of a click once the worker has answered, or cannot; null where it did what it says. */
export const failureOf = (sent: Promise<ClickEnd>): Promise<MessageKey | null> =>
  sent.then(
    (end) => (end ? END_WORDS[end] : null),
    () => "ui_click_failed",
  );
