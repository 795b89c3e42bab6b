import { CAUSES, type Cause, LEANING, type Side } from "../evidence/causes.ts";
import type { FinalSide } from "../evidence/final-side.ts";
import { isShown } from "../evidence/shown.ts";
import type { Judgement } from "../evidence/weigh.ts";
import type { StepId } from "../incident/told.ts";
import { type Message, type MessageKey, message, underscored } from "../message.ts";
import { afterReload } from "./after-reload.ts";
import { hasFolkAdvice, notNeeded } from "./folk-advice.ts";
import { hidesReason, hidesWhich, isUntried } from "./stated-cause.ts";
import { whyByStatus } from "./status-words.ts";

/** What the user can do next; the page knows how to do each. */
export type ActionId =
  | "reload"
  | "reload-past-cache"
  | "log-in-to-network"
  | "grant-site"
  | "grant-all"
  | "check-again"
  | "open-private-window"
  | "show-other-device";

/** The judgement with its words, ready to be shown or reported. */
export interface VerdictView {
  readonly side: Side;
  readonly cause: Cause;
  readonly alternatives: readonly Cause[];
  readonly confidence: number;
  /** Whose fault and what, in one sentence. */
  readonly headline: Message;
  /** Why we think so, in one sentence. */
  readonly why: Message;
  readonly advice: Message;
  /** How long such a thing usually lasts; null while nothing is sure. */
  readonly lasts: Message | null;
  /** Folk advice that the evidence speaks against; null when nothing can be said. */
  readonly notNeeded: Message | null;
  /** The one step that fixes it or settles it; null when there is nothing to do but wait. */
  readonly action: ActionId | null;
  /** What the step costs or does, in one sentence. */
  readonly actionNote: Message | null;
}

/** What the words depend on beside the judgement. */
export interface WordsContext {
  readonly host: string;
  /** Product name of the gateway that wrote the answer, or a text for it, or null. */
  readonly gateway: string | Message | null;
  readonly status: number | null;
  /** A reload of the tab would settle a contrast that is still open. */
  readonly reloadOpen: boolean;
  /** The page did not come from a form, and its address works more than once. */
  readonly reloadIsSafe: boolean;
  /** The user saw it work on another device, and the tab has not been loaded since to compare. */
  readonly compares: boolean;
  /** The step of the user's that would settle it, or null. */
  readonly step: StepId | null;
  /** He was served in a private window without a sign-in, which settles nothing. */
  readonly servedSignedOut: boolean;
}

export type Words = Pick<VerdictView, "headline" | "why" | "advice" | "lasts" | "notNeeded" | "action" | "actionNote">;

type Part = "headline" | "why" | "advice" | "lasts";

/** The "it's the site" of a verdict in words; below these it is "probably". */
const SURE = 0.97;
const ALMOST = 0.9;

/** Key of a cause's text. A cause without one does not compile. */
const textOf = <P extends Part>(cause: Cause, part: P) => `cause_${underscored(cause)}_${part}` as const;

type Said = Pick<Judgement, "confidence" | "evidence">;

/** "It's not you", with how sure that is. */
function notYou({ confidence, evidence }: Said, what: Message): Message {
  // That nearly all such errors are the site's makes no plain "it's not you": somebody else must have met it too.
  if (confidence >= SURE && isShown("not-this-user", evidence)) return message("side_server_sure", what);
  return message(confidence >= ALMOST ? "side_server_almost" : "side_server_probably", what);
}

const fixableHere = ({ confidence }: Said, what: Message): Message =>
  message(confidence >= SURE ? "side_you" : "side_you_almost", what);

/**
 * The first sentence once the side is final and the check goes on: it says no more than what will stand, as surely as that
 * will be said in the end or less. The cause of a site's trouble may become clearer until then, so it is not named yet.
 */
export function headlineWhileChecking({ cause, evidence }: Judgement, final: FinalSide, host: string): Message {
  const said = { confidence: final.confidence, evidence };
  if (final.side === "server") return notYou(said, message("side_server_where", host));
  return fixableHere(said, message(textOf(cause, "headline"), host));
}

function headlineOf(judgement: Judgement, context: WordsContext): MessageKey {
  const after = afterReload(judgement, context.reloadIsSafe);
  if (after) return after.headline;
  if (hidesReason(judgement)) return "cause_unavailable_headline";
  return isUntried(judgement) ? "cause_transient_untried_headline" : textOf(judgement.cause, "headline");
}

function headline(judgement: Judgement, context: WordsContext): Message {
  const { side, cause, confidence, evidence } = judgement;
  const { host } = context;
  const what = message(headlineOf(judgement, context), host);
  if (side === "server") return notYou(judgement, what);
  if (side === "you") return fixableHere(judgement, what);
  if (isTest({ cause, evidence })) return what;
  if (isRefused({ cause, evidence })) return message("refused_headline", host);
  const leansToSite =
    CAUSES[cause].side === "server" &&
    confidence >= LEANING &&
    !worksOnOtherDevice(evidence) &&
    !isWorkersWord(judgement);
  return message(leansToSite ? "side_unsure_server" : "side_unsure", host);
}

/** While unsure, what is known is a matter of the evidence, not of the likeliest cause. */
function whyUnsure(judgement: Judgement, host: string, gateway: string | Message): Message {
  const { cause, evidence } = judgement;
  if (isTest({ cause, evidence })) return message("cause_bot_check_why", host, gateway);
  if (worksOnOtherDevice(evidence)) return message("side_unsure_why_only_here");
  if (isRefused({ cause, evidence })) return message("refused_why");
  if (frontPageAnswers(evidence)) return message("side_unsure_why_front_page");
  if (isAboutAccount(judgement)) return message("side_unsure_why_account");
  if (servedAtOtherPlaces(evidence)) return message("side_unsure_why_places_served");
  if (isWorkersWord(judgement)) return message(whyByWorker(evidence));
  if (evidence.includes("works-anonymously")) return message("side_unsure_why_works_anonymously");
  if (evidence.includes("user-side-box")) return message("side_unsure_why_box");
  if (evidence.includes("name-unknown-to-box")) return message("side_unsure_why_name");
  if (evidence.includes("site-distrusted-by-box")) return message("side_unsure_why_distrusted");
  if (evidence.includes("nobody-answered")) return message("side_unsure_why_nobody");
  return message("side_unsure_why_open");
}

/** A connection that works while the page fails is no longer among the reasons. */
function whyByWorker(evidence: Judgement["evidence"]): MessageKey {
  const isSure = evidence.includes("written-by-page-worker");
  if (isShown("way-works", evidence)) {
    return isSure ? "side_unsure_why_page_worker_online" : "side_unsure_why_perhaps_page_worker_online";
  }
  return isSure ? "side_unsure_why_page_worker" : "side_unsure_why_perhaps_page_worker";
}

/** All that is known of the failure may be the word of the site's own worker in this browser. */
const isWorkersWord = ({ openTwins }: Pick<Judgement, "openTwins">): boolean =>
  openTwins.includes("site-or-lost-connection");

/** Other places are served at this moment, neighbours among them. */
const servedAtOtherPlaces = (evidence: Judgement["evidence"]): boolean =>
  evidence.includes("places-served") || evidence.includes("places-served-limited-here");

/** A stranger gets an answer at this moment, and the tab fails. */
const isAboutAccount = ({ evidence, openTwins }: Pick<Judgement, "evidence" | "openTwins">): boolean =>
  (openTwins.includes("server-of-accounts-or-of-this-session") && evidence.includes("recovered-meanwhile")) ||
  evidence.includes("fails-only-with-cookies") ||
  evidence.includes("stranger-redirected") ||
  evidence.includes("stranger-served-by-shared-cache") ||
  evidence.includes("stranger-redirected-while-failing");

/** The front page answers strangers while a page that must not be asked for again has failed. */
const frontPageAnswers = (evidence: Judgement["evidence"]): boolean =>
  evidence.includes("front-page-works") || evidence.includes("front-page-redirects");

/** The user sees it on another device in another network, and not here. */
const worksOnOtherDevice = (evidence: Judgement["evidence"]): boolean =>
  evidence.includes("works-on-other-device") || evidence.includes("limited-only-here");

/** The page says in so many words that it is its reader who is refused. */
const isRefused = ({ cause, evidence }: Pick<Judgement, "cause" | "evidence">): boolean =>
  (cause === "blocked-address" || cause === "bot-check") && isShown("refuses-the-reader", evidence);

/** The page is a test for its reader, and not any refusal that a test may stand behind. */
const isTest = ({ cause, evidence }: Pick<Judgement, "cause" | "evidence">): boolean =>
  cause === "bot-check" && isShown("tests-the-reader", evidence);

const whyOf = (judgement: Judgement, { reloadIsSafe, status }: WordsContext): MessageKey => {
  const { cause, evidence } = judgement;
  const after = afterReload(judgement, reloadIsSafe);
  if (after) return after.why;
  if (hidesReason(judgement)) return "cause_unavailable_why";
  if (isUntried(judgement)) return "cause_transient_untried_why";
  if (cause === "signed-in" && !evidence.includes("fresh-session-fails")) return "cause_signed_in_why_untried";
  return (
    whyByStatus(judgement.cause, status) ??
    (hidesWhich(judgement) ? "cause_no_valid_answer_why" : textOf(judgement.cause, "why"))
  );
};

interface Step {
  readonly advice: Message;
  readonly action: ActionId | null;
  readonly actionNote: Message | null;
}

const reload = (advice: Message, { reloadIsSafe }: WordsContext): Step => ({
  advice,
  action: "reload",
  actionNote: reloadIsSafe ? null : message("note_reload_form"),
});

/** The one step that settles an open question. */
function stepUnsure(judgement: Judgement, context: WordsContext): Step {
  const { cause, evidence } = judgement;
  if (isTest({ cause, evidence })) return { advice: message("cause_bot_check_advice"), action: null, actionNote: null };
  const goesPast = cause === "stale-cache" || cause === "page-worker" || evidence.includes("written-by-page-worker");
  if (context.reloadOpen && goesPast) {
    return {
      ...stepFor(cause === "stale-cache" ? cause : "page-worker", context),
      advice: message("advice_reload_settles"),
    };
  }
  if (context.reloadOpen) {
    return reload(message(context.compares ? "advice_reload_compares" : "advice_reload_settles"), context);
  }
  if (cause === "captive-portal") return stepFor(cause, context);
  if (frontPageAnswers(evidence))
    return { advice: adviceByFrontPage(evidence, context), action: null, actionNote: null };
  if (servedAtOtherPlaces(evidence)) return { ...AGAIN, advice: message("advice_places_served") };
  if (context.step) return USERS_STEPS[context.step];
  if (isWorkersWord(judgement)) return { ...AGAIN, advice: message("advice_page_worker") };
  if (worksOnOtherDevice(evidence)) return { ...AGAIN, advice: message("advice_only_here") };
  // Whoever counts requests counts this one too.
  if (isRefused({ cause, evidence })) return { advice: message("refused_advice"), action: null, actionNote: null };
  if (context.servedSignedOut) return { ...AGAIN, advice: message("advice_private_window_meanwhile") };
  if (isAboutAccount(judgement)) return { advice: message("advice_private_window"), action: null, actionNote: null };
  return AGAIN;
}

/** The front page can be opened with all that this browser sends along, and nothing is sent twice by it. */
const adviceByFrontPage = (evidence: Judgement["evidence"], { host }: WordsContext): Message =>
  message(evidence.includes("oversized-cookies-untried") ? "advice_front_page_cookies" : "advice_front_page", host);

const AGAIN: Step = { advice: message("advice_check_again"), action: "check-again", actionNote: null };

const USERS_STEPS: Record<StepId, Step> = {
  "private-window": {
    advice: message("advice_private_window"),
    action: "open-private-window",
    actionNote: message("note_open_private_window"),
  },
  "other-device": {
    advice: message("advice_other_device"),
    action: "show-other-device",
    actionNote: message("note_show_other_device"),
  },
};

/** The one step that fixes it, when there is one. */
function stepFor(cause: Cause, context: WordsContext): Step {
  const advice = message(textOf(cause, "advice"), context.host);
  switch (cause) {
    case "stale-cache":
    case "page-worker": {
      const note = context.reloadIsSafe ? "note_reload_past_cache" : "note_reload_form";
      return { advice, action: "reload-past-cache", actionNote: message(note) };
    }
    case "captive-portal":
      return { advice, action: "log-in-to-network", actionNote: message("note_log_in_to_network") };
    case "transient":
      return reload(advice, context);
    default:
      return { advice, action: null, actionNote: null };
  }
}

function stepIn(judgement: Judgement, cause: Cause, context: WordsContext): Step {
  if (judgement.side === "unsure") return stepUnsure(judgement, context);
  const after = afterReload(judgement, context.reloadIsSafe);
  if (after) return { advice: message(after.advice), action: null, actionNote: null };
  if (isUntried(judgement)) return reload(message("cause_transient_untried_advice"), context);
  return stepFor(cause, context);
}

/**
 * Puts a judgement into plain words: whose side and what in the first sentence, why in the second, then
 * the one thing to do. How sure it is stands in the words, never as a number. Pure; the page translates.
 */
export function wordsFor(judgement: Judgement, context: WordsContext): Words {
  const { side } = judgement;
  const isOver = afterReload(judgement, context.reloadIsSafe) !== null;
  // Of three reasons that nobody can tell apart, what is true of all is said in the words of a server that is down.
  const cause = hidesReason(judgement) ? "origin-down" : judgement.cause;
  const gateway = context.gateway ?? message("cause_gateway_unnamed");
  return {
    headline: headline(judgement, context),
    why:
      side === "unsure"
        ? whyUnsure(judgement, context.host, gateway)
        : message(whyOf(judgement, context), context.host, gateway),
    ...stepIn(judgement, cause, context),
    lasts: side === "unsure" || isUntried(judgement) ? null : message(textOf(isOver ? "transient" : cause, "lasts")),
    notNeeded: side !== "unsure" && hasFolkAdvice(cause) ? notNeeded(cause, judgement.evidence, context.host) : null,
  };
}
