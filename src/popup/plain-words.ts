import type { ActionId } from "../protocol/view.ts";
import { type Message, message } from "../texts/message.ts";
import type { Mood } from "../ui/side-icon.tsx";
import type { Standing } from "./use-popup.ts";

/** What is said where there is no incident to judge. */
export interface PlainWords {
  readonly mood: Mood;
  readonly headline: Message;
  readonly why: Message | null;
  readonly advice: Message | null;
  readonly action: ActionId | null;
  readonly note: Message | null;
}

const quiet = { mood: "plain", why: null, advice: null, action: null, note: null } as const;

function noAnswer({ host, network, answersNow }: Extract<Standing, { kind: "no-answer" }>): PlainWords {
  if (answersNow) {
    return {
      ...quiet,
      mood: "back",
      headline: message("ui_site_answers", host),
      why: message("ui_answers_now_why"),
      action: "reload",
    };
  }
  switch (network) {
    case "online":
      return {
        ...quiet,
        mood: "unsure",
        headline: message("ui_no_answer_online", host),
        why: message("ui_no_answer_online_why"),
        advice: message("ui_no_answer_online_advice"),
      };
    case "no-internet":
      return {
        ...quiet,
        mood: "you",
        headline: message("ui_no_answer_offline"),
        why: message("ui_no_answer_offline_why"),
        advice: message("ui_no_answer_offline_advice"),
      };
    case "captive-portal":
      return {
        ...quiet,
        mood: "you",
        headline: message("ui_no_answer_portal"),
        why: message("ui_no_answer_portal_why"),
        action: "log-in-to-network",
        note: message("note_log_in_to_network"),
      };
    case "unknown":
      return {
        ...quiet,
        mood: "unsure",
        headline: message("ui_no_answer_unknown", host),
        why: message("ui_no_answer_unknown_why"),
        advice: message("ui_no_answer_unknown_advice"),
      };
  }
}

/** The words for a page that is not failing with a gateway error, or cannot be looked at. */
export function plainWords(standing: Exclude<Standing, { kind: "failing" }>, automatic: boolean): PlainWords {
  switch (standing.kind) {
    case "looking":
      return { ...quiet, mood: "checking", headline: message("ui_looking") };
    case "answered":
      if (standing.recovered) {
        const headline = message("ui_back", standing.host);
        return { ...quiet, mood: "back", headline, why: message("ui_back_why_plain") };
      }
      return {
        ...quiet,
        headline: message("ui_idle", String(standing.status)),
        why: message(automatic ? "ui_idle_why_automatic" : "ui_idle_why", standing.host),
      };
    case "no-answer":
      return noAnswer(standing);
    case "unreadable":
      return { ...quiet, headline: message("ui_unreadable"), why: message("ui_unreadable_why") };
    case "needs-grant":
      return {
        ...quiet,
        headline: message("ui_needs_grant", standing.host),
        why: message("ui_needs_grant_why"),
        action: "grant-site",
        note: message("note_grant_site"),
      };
    case "silent":
      return {
        ...quiet,
        headline: message("ui_silent"),
        why: message("ui_silent_why"),
        action: "check-again",
        note: null,
      };
  }
}
