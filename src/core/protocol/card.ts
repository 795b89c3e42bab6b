import { isRetried } from "../incident/status.ts";
import { type Message, message } from "../message.ts";
import { mayTryNow, nextWords, nowWords, stopWords } from "../retry/next-words.ts";
import type { StopReason } from "../retry/stop-reason.ts";
import type { RetryView } from "../retry/view.ts";
import { insteadOfTrying } from "../verdict/instead.ts";
import type { CheckView } from "../verdict/view.ts";
import { headlineOf, whyLeftAlone } from "./headline.ts";

/** What the user can say to a card. None of it takes anything away that a click does not bring back. */
export const CARD_ACTS = ["try-now", "stop", "details", "not-here", "never", "close"] as const;
export type CardAct = (typeof CARD_ACTS)[number];

/** What the card knows of the verdict: a check's, or the first one of a failure of which nobody has asked for a check. */
export type CardCheck = Pick<
  CheckView,
  | "incidentId"
  | "host"
  | "since"
  | "loadedAt"
  | "sideIsFinal"
  | "finishedAt"
  | "status"
  | "repeatable"
  | "worksOnce"
  | "verdict"
>;

/** The card before it is put into the reader's language. */
interface CardWords {
  readonly mood: ReturnType<typeof headlineOf>["mood"];
  readonly headline: Message;
  readonly next: Message;
  /** The end of the countdown behind `next`, epoch milliseconds, and what stands there from then on; null for none. */
  readonly until: number | null;
  readonly due: Message | null;
  readonly acts: ReadonlyArray<{ readonly act: CardAct; readonly label: Message; readonly isOff: boolean }>;
}

/** All that the card in a page is told: plain texts, put together by the worker. */
export interface CardView {
  /** The card names it with each act. */
  readonly incidentId: string;
  /** The failing page, without fragment: the card shows itself nowhere else. */
  readonly url: string;
  readonly lang: string;
  readonly dir: "ltr" | "rtl";
  readonly mood: CardWords["mood"];
  /** The name of the card for whoever does not see it. */
  readonly name: string;
  readonly headline: string;
  readonly next: string;
  readonly until: number | null;
  /** What stands there once the countdown is over; empty without one. */
  readonly due: string;
  readonly acts: ReadonlyArray<{ readonly act: CardAct; readonly label: string; readonly isOff: boolean }>;
}

/** A plan that ended for one of these leaves nothing in the tab that a card would be about. */
const OVER: readonly StopReason[] = ["recovered", "queued", "left", "refused"];

/** What the card says and offers, with the popup's own words; null where there is nothing to have a card about. */
export function cardWords(check: CardCheck, plan: RetryView, lang: string, now: number): CardWords | null {
  if (plan.state === "stopped" && OVER.includes(plan.reason)) return null;
  const { mood, headline } = headlineOf(check, plan, lang);
  const isRunning = plan.state === "waiting" || plan.state === "trying";
  const never = check.status === null || isRetried(check.status) ? null : "error";
  const instead = insteadOfTrying(check);
  const { says, until, due } = nextWords(plan, { never, instead }, now);
  // That it answers is the first sentence already. Of a page that is not asked for again nothing else here says why.
  const isFrontPages = plan.state === "stopped" && plan.reason === "front-page-works";
  const beside = isFrontPages ? message("card_front_page_works") : says;
  const next = mood === "back" ? message(whyLeftAlone(check)) : beside;
  // Without a plan it is the user's own reload, which sends no form again and opens no address that works once.
  const mayTry = (isRunning || check.repeatable) && mayTryNow(plan, instead);
  const tries = message(mood === "back" ? "action_reload" : nowWords(plan));
  const offered = (act: CardAct, label: Message, isOff = false) => ({ act, label, isOff });
  const trying = [
    ...(mayTry ? [offered("try-now", tries, plan.state === "trying")] : []),
    ...(isRunning ? [offered("stop", message(stopWords(instead)))] : []),
  ];
  return {
    mood,
    headline,
    next,
    until,
    due,
    acts: [
      // Whoever can fix it is shown how, before one more try that brings the same.
      ...(mood === "you"
        ? [offered("details", message("action_card_fix")), ...trying]
        : [...trying, offered("details", message("action_card_details"))]),
      offered("not-here", message("action_card_not_here")),
      offered("never", message("action_card_never")),
      offered("close", message("action_card_close")),
    ],
  };
}

/** The same in plain texts, for the card in the page of an incident. `translate` puts a message into the reader's language. */
export function cardView(
  { mood, headline, next, until, due, acts }: CardWords,
  about: Pick<CardView, "incidentId" | "url" | "lang" | "dir">,
  translate: (of: Message) => string,
): CardView {
  return {
    ...about,
    mood,
    name: translate(message("card_name")),
    headline: translate(headline),
    next: translate(next),
    until,
    due: due === null ? "" : translate(due),
    acts: acts.map(({ label, ...act }) => ({ ...act, label: translate(label) })),
  };
}
