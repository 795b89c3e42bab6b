import { type Message, type MessageKey, message } from "../message.ts";
import { isSiteBack, type StopReason } from "./stop-reason.ts";
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

const NEVER = { limited: "ui_next_limited", error: "ui_next_never", private: "ui_next_private" } as const;

/** Why a failure is never tried again by itself, whatever is granted. */
export type NeverTried = keyof typeof NEVER;

/** Where a form failed, or an address that may work only once, the front page is looked at and nothing is tried. */
const OF = {
  page: { in: "ui_next_in", due: "ui_next_due", trying: "ui_next_trying", now: "action_retry_now" },
  "front-page": {
    in: "ui_next_front_in",
    due: "ui_next_front_due",
    trying: "ui_next_front_trying",
    now: "action_look_now",
  },
} as const satisfies Record<string, Record<string, MessageKey>>;

/**
 * What a plan does next, in a sentence; one that ends in a countdown is said until then (epoch milliseconds), and once
 * that has come, `due` is.
 */
interface NextWords {
  readonly says: Message;
  readonly until: number | null;
  readonly due: Message | null;
}

/** What a failure has that a plan does not know. */
interface NextOf {
  /** Why this failure is never tried again by itself; null when it can be. */
  readonly never: NeverTried | null;
  /** What brings the page back in place of trying, which a countdown would promise; null where trying may. */
  readonly instead: MessageKey | null;
}

/** What the button says that does at once what a plan would do next. */
export const nowWords = (retry: RetryView): MessageKey => ("watching" in retry ? OF[retry.watching].now : OF.page.now);

/** What the button says that ends a plan: where nothing is tried, "Stop" would read as leaving what the user waits for. */
export const stopWords = (instead: MessageKey | null): MessageKey =>
  instead === null ? "action_retry_stop" : "action_retry_stop_watching";

/** Whether a plan can be of use that the user begins anew: none passes a test for them. */
export const mayKeepTrying = (instead: MessageKey | null): boolean => instead !== "ui_next_after_test";

/**
 * Whether what a plan would do next is offered at once. A load may cost a place in line, whoever makes it, until the site is
 * known to answer past that line; and while a test is waited for it passes none, and may take it from under the user's hands.
 */
export function mayTryNow(retry: RetryView, instead: MessageKey | null): boolean {
  if (retry.state === "stopped" && isSiteBack(retry.reason)) return retry.reason !== "queued";
  const isRunning = retry.state === "waiting" || retry.state === "trying";
  return instead !== "ui_next_after_turn" && !(isRunning && instead === "ui_next_after_test");
}

/**
 * What happens next, as popup and card say it. A moment that has come is said as "any moment": whoever shows a countdown
 * asks again at its end.
 */
export function nextWords(retry: RetryView, { never, instead }: NextOf, now: number): NextWords {
  const only = (key: MessageKey): NextWords => ({ says: message(key), until: null, due: null });
  switch (retry.state) {
    case "none":
      return only(never ? NEVER[never] : "ui_next_none");
    case "trying":
      return only(OF[retry.watching].trying);
    case "stopped":
      return only(ENDED[retry.reason]);
    case "waiting": {
      if (instead) return only(instead);
      const words = OF[retry.watching];
      if (retry.due <= now) return only(words.due);
      return { says: message(words.in), until: retry.due, due: message(words.due) };
    }
  }
}
