import { type Message, message } from "../message.ts";
import type { StopReason } from "./stop-reason.ts";
import type { RetryView } from "./view.ts";

const ENDED = {
  recovered: "stop_recovered",
  "site-answers": "stop_site_answers",
  "front-page-works": "stop_front_page_works",
  stopped: "stop_stopped",
  left: "stop_left",
  refused: "stop_refused",
  queued: "stop_queued",
  deadline: "stop_deadline",
  "gave-up": "stop_gave_up",
  dropped: "stop_dropped",
} as const satisfies Record<StopReason, string>;

const NEVER = { limited: "ui_next_limited", error: "ui_next_never" } as const;

/** What a plan does next, in a sentence; one that ends in a countdown is said until then (epoch milliseconds). */
interface NextWords {
  readonly says: Message;
  readonly until: number | null;
}

/**
 * What happens next, as popup and card say it. `never` is why this failure is never tried again by itself, null when it
 * can be. A moment that has come is said as "any moment": whoever shows a countdown asks again at its end.
 */
export function nextWords(retry: RetryView, never: keyof typeof NEVER | null, now: number): NextWords {
  switch (retry.state) {
    case "none":
      return { says: message(never ? NEVER[never] : "ui_next_none"), until: null };
    case "trying":
      return { says: message("ui_next_trying"), until: null };
    case "stopped":
      return { says: message(ENDED[retry.reason]), until: null };
    case "waiting":
      if (retry.due <= now) return { says: message("ui_next_due"), until: null };
      return { says: message(retry.watching === "front-page" ? "ui_next_front_in" : "ui_next_in"), until: retry.due };
  }
}
