import { CAUSES, type Cause, LEANING, type Side } from "../evidence/causes.ts";
import { isShown } from "../evidence/claims.ts";
import type { FinalSide } from "../evidence/final-side.ts";
import type { Judgement } from "../evidence/weigh.ts";
import type { StepId } from "../incident/told.ts";
import { type Message, type MessageKey, message, underscored } from "../message.ts";
import { afterReload } from "./after-reload.ts";
import { hasFolkAdvice, notNeeded } from "./folk-advice.ts";
import { hidesReason, hidesWhich, isQueue, isUntried } from "./stated-cause.ts";
import { whyByStatus } from "./status-words.ts";
import {
  frontPageAnswers,
  isAboutAccount,
  isRefused,
  isTest,
  isWorkersWord,
  servedAtOtherPlaces,
  whyUnsure,
  worksOnOtherDevice,
} from "./unsure-words.ts";
import { type Speaker, whyBySpeaker } from "./why-by-speaker.ts";

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
  /** Whose it is, and what it says. */
  readonly speaker: Speaker;
  /** The page lets visitors in by turns: a waiting room. */
  readonly inLine: boolean;
  /** The host stands in the user's own network, or is this computer. */
  readonly isNear: boolean;
  readonly status: number | null;
  /** A reload of the tab would settle a contrast that is still open. */
  readonly reloadOpen: boolean;
  /** The page was the answer to a form, or nobody can tell that it was not. */
  readonly mayBeForm: boolean;
  /** The address of a form opens by GET, and nobody has sent the form again. */
  readonly opensAnew: boolean;
  /** The user saw it work on another device, and the tab has not been loaded since to compare. */
  readonly compares: boolean;
  /** The step of the user's that would settle it, or null. */
  readonly step: StepId | null;
  /** They were served in a private window without a sign-in, which settles nothing. */
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

/** That it is theirs, with how sure that is. A refusal is of their network, and nothing here lifts it. */
function yours({ confidence }: Said, cause: Cause, what: Message): Message {
  if (cause === "blocked-address") return message(confidence >= SURE ? "side_network" : "side_network_almost", what);
  return message(confidence >= SURE ? "side_you" : "side_you_almost", what);
}

/**
 * The first sentence once the side is final and the check goes on: it says no more than what will stand, as surely as that
 * will be said in the end or less. The cause of a site's trouble may become clearer until then, so it is not named yet.
 */
export function headlineWhileChecking({ cause, evidence }: Judgement, final: FinalSide, host: string): Message {
  const said = { confidence: final.confidence, evidence };
  if (final.side === "server") return notYou(said, message("side_server_where", host));
  return yours(said, cause, message(textOf(cause, "headline"), host));
}

function headlineOf(judgement: Judgement, context: WordsContext): MessageKey {
  const after = afterReload(judgement, context);
  if (after) return after.headline;
  if (isQueue(judgement, context)) return "cause_queue_headline";
  if (hidesReason(judgement)) return "cause_unavailable_headline";
  return isUntried(judgement) ? "cause_transient_untried_headline" : textOf(judgement.cause, "headline");
}

function headline(judgement: Judgement, context: WordsContext): Message {
  const { side, cause, confidence, evidence } = judgement;
  const what = message(headlineOf(judgement, context), context.host);
  if (side === "server") return notYou(judgement, what);
  if (side === "you") return yours(judgement, cause, what);
  if (isTest({ cause, evidence })) return what;
  if (isRefused({ cause, evidence })) return message("refused_headline", context.host);
  if (context.opensAnew) return message("unsure_form_opens_headline");
  const leansToSite =
    CAUSES[cause].side === "server" &&
    confidence >= LEANING &&
    !worksOnOtherDevice(evidence) &&
    !isWorkersWord(judgement);
  return message(leansToSite ? "side_unsure_server" : "side_unsure", context.host);
}

const whyOf = (judgement: Judgement, context: WordsContext): MessageKey => {
  const { cause, evidence } = judgement;
  const after = afterReload(judgement, context);
  if (after) return after.why;
  if (isQueue(judgement, context)) return "cause_queue_why";
  if (hidesReason(judgement)) return "cause_unavailable_why";
  if (isUntried(judgement)) return "cause_transient_untried_why";
  if (cause === "signed-in" && !evidence.includes("fresh-session-fails")) return "cause_signed_in_why_untried";
  const why = hidesWhich(judgement) ? "cause_no_valid_answer_why" : textOf(cause, "why");
  return whyByStatus(cause, context.status) ?? whyBySpeaker(why, context.speaker);
};

interface Step {
  readonly advice: Message;
  readonly action: ActionId | null;
  readonly actionNote: Message | null;
}

const reload = (advice: Message, { mayBeForm }: WordsContext): Step => ({
  advice,
  action: "reload",
  actionNote: mayBeForm ? message("note_reload_form") : null,
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
  if (context.opensAnew) return { advice: message("cause_transient_anew_advice"), action: null, actionNote: null };
  if (frontPageAnswers(evidence))
    return { advice: adviceByFrontPage(evidence, context), action: null, actionNote: null };
  if (servedAtOtherPlaces(evidence)) return { advice: message("advice_places_served"), action: null, actionNote: null };
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
      const note = context.mayBeForm ? "note_reload_form" : "note_reload_past_cache";
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
  const after = afterReload(judgement, context);
  if (after) return { advice: message(after.advice), action: null, actionNote: null };
  if (isUntried(judgement)) return reload(message("cause_transient_untried_advice"), context);
  if (isQueue(judgement, context)) return { advice: message("cause_queue_advice"), action: null, actionNote: null };
  return stepFor(cause, context);
}

/**
 * How long such a thing usually lasts, as far as that was ever measured: of sites on the internet, of no line, and of
 * nothing that is over.
 */
function lastsOf(judgement: Judgement, cause: Cause, context: WordsContext): Message | null {
  const isGoingOn = afterReload(judgement, context) === null;
  const isSaid = isGoingOn && judgement.side !== "unsure" && !isUntried(judgement) && !isQueue(judgement, context);
  return !isSaid || (context.isNear && cause !== "own-machine") ? null : message(textOf(cause, "lasts"));
}

/**
 * Puts a judgement into plain words: whose side and what in the first sentence, why in the second, then
 * the one thing to do. How sure it is stands in the words, never as a number. Pure; the page translates.
 */
export function wordsFor(judgement: Judgement, context: WordsContext): Words {
  const { side } = judgement;
  // Of three reasons that nobody can tell apart, what is true of all is said in the words of a server that is down.
  const cause = hidesReason(judgement) ? "origin-down" : judgement.cause;
  const gateway = context.gateway ?? message("cause_gateway_unnamed");
  return {
    headline: headline(judgement, context),
    why: side === "unsure" ? whyUnsure(judgement, context) : message(whyOf(judgement, context), context.host, gateway),
    ...stepIn(judgement, cause, context),
    lasts: lastsOf(judgement, cause, context),
    notNeeded: side !== "unsure" && hasFolkAdvice(cause) ? notNeeded(cause, judgement.evidence, context.host) : null,
  };
}
