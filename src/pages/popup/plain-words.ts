import { type Message, type MessageKey, message } from "../../core/message.ts";
import type { RequestsView } from "../../core/protocol/standing.ts";
import type { ActionId } from "../../core/verdict/words.ts";
import type { Mood } from "../ui/side-icon.tsx";
import type { PopupStanding } from "./known.ts";

/** What is said where there is no incident to judge. */
export interface PlainWords {
  readonly mood: Mood;
  readonly headline: Message;
  readonly why: Message | null;
  readonly advice: Message | null;
  readonly action: ActionId | null;
  readonly note: Message | null;
  /** Whom the step is about, where that is not the page's own host. */
  readonly about?: string;
}

const quiet = { mood: "plain", why: null, advice: null, action: null, note: null } as const;

function noAnswer({ host, network, answersNow }: Extract<PopupStanding, { kind: "no-answer" }>): PlainWords {
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
    case "dead-proxy":
      return {
        ...quiet,
        mood: "you",
        headline: message("ui_no_answer_proxy"),
        why: message("ui_no_answer_proxy_why"),
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

/** What a refusal means, in half a sentence each. */
const REFUSALS: Partial<Record<number, MessageKey>> = {
  401: "ui_answered_401",
  403: "ui_answered_403",
  404: "ui_answered_404",
  410: "ui_answered_410",
  451: "ui_answered_451",
};

/** Requests of the page fail, and no check can run on them, or not yet. */
function requestsFail({ hosts: [worst], origin }: RequestsView): PlainWords | null {
  if (!worst) return null;
  const { host, failed, statuses } = worst;
  const headline = failed === 1 ? message("ui_requests_one", host) : message("ui_requests_many", String(failed), host);
  const said = { ...quiet, mood: "unsure", headline, why: message("ui_requests_why", statuses.join(", ")) } as const;
  return origin === null ? said : { ...said, action: "grant-site", note: message("note_grant_site"), about: host };
}

function answered(standing: Extract<PopupStanding, { kind: "answered" }>, automatic: boolean): PlainWords {
  const { host, status, recovered, requests } = standing;
  if (recovered)
    return { ...quiet, mood: "back", headline: message("ui_back", host), why: message("ui_back_why_plain") };
  if (status >= 400) {
    const why = message(REFUSALS[status] ?? "ui_answered_4xx", String(status));
    return { ...quiet, headline: message("ui_answered", host), why };
  }
  const why = message(automatic ? "ui_idle_why_automatic" : "ui_idle_why", host, String(status));
  const idle = { ...quiet, headline: message("ui_idle"), why };
  if (!requests) return idle;
  return requestsFail(requests) ?? { ...idle, advice: message("ui_idle_requests") };
}

/** The words for a page that is not failing with a gateway error, or cannot be looked at. */
export function plainWords(standing: Exclude<PopupStanding, { kind: "failing" }>, automatic: boolean): PlainWords {
  switch (standing.kind) {
    case "looking":
      return { ...quiet, mood: "checking", headline: message("ui_looking") };
    case "answered":
      return answered(standing, automatic);
    case "challenge":
      return {
        ...quiet,
        mood: "unsure",
        headline: message("cause_bot_check_headline", standing.host),
        why: message("ui_challenge_why", String(standing.status)),
        advice: message("cause_bot_check_advice"),
      };
    case "no-answer":
      return noAnswer(standing);
    case "unreadable":
      return { ...quiet, headline: message("ui_unreadable"), why: message("ui_unreadable_why") };
    case "too-long":
      return { ...quiet, headline: message("ui_too_long"), why: message("ui_too_long_why") };
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
