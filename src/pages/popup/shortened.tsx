import { message } from "../../core/message.ts";
import { translate } from "../../platform/i18n.ts";

/** Beside a way that hands on the beginning of the report alone: that it does, and what takes all of it. */
export function Shortened() {
  return <span class="muted">{translate(message("ui_report_shortened", message("action_copy_report")))}</span>;
}
