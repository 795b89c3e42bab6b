import { isShown } from "../evidence/claims.ts";
import type { Judgement } from "../evidence/weigh.ts";
import type { EvidenceId } from "../evidence/weights.ts";
import { type Message, type MessageKey, message } from "../message.ts";

/** The page reads as written by a program on the user's side. */
const BY_OWN_BOX: readonly EvidenceId[] = ["user-side-box", "blocked-by-own-box"];

/** While unsure, what is known is a matter of the evidence, not of the likeliest cause. */
export function whyUnsure(
  judgement: Judgement,
  { host, opensAnew }: { readonly host: string; readonly opensAnew: boolean },
): Message {
  const { cause, evidence } = judgement;
  if (isTest({ cause, evidence })) return message("cause_bot_check_why");
  if (worksOnOtherDevice(evidence)) return message("side_unsure_why_only_here");
  if (isRefused({ cause, evidence })) return message("refused_why");
  if (opensAnew) return message("unsure_form_opens_why", host);
  if (frontPageAnswers(evidence)) return message("side_unsure_why_front_page");
  if (isAboutAccount(judgement)) return message("side_unsure_why_account");
  if (servedAtOtherPlaces(evidence)) return message("side_unsure_why_places_served");
  if (isWorkersWord(judgement)) return message(whyByWorker(evidence));
  if (evidence.includes("works-anonymously")) return message("side_unsure_why_works_anonymously");
  if (BY_OWN_BOX.some((id) => evidence.includes(id))) return message("side_unsure_why_box");
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
export const isWorkersWord = ({ openTwins }: Pick<Judgement, "openTwins">): boolean =>
  openTwins.includes("site-or-lost-connection");

/** Other places are served at this moment, neighbours among them. */
export const servedAtOtherPlaces = (evidence: Judgement["evidence"]): boolean =>
  evidence.includes("places-served") || evidence.includes("places-served-limited-here");

/** A stranger gets an answer at this moment, and the tab fails. */
export const isAboutAccount = ({ evidence, openTwins }: Pick<Judgement, "evidence" | "openTwins">): boolean =>
  (openTwins.includes("server-of-accounts-or-of-this-session") && evidence.includes("recovered-meanwhile")) ||
  evidence.includes("fails-only-with-cookies") ||
  evidence.includes("stranger-redirected") ||
  evidence.includes("stranger-served-by-shared-cache") ||
  evidence.includes("stranger-redirected-while-failing");

/** The front page answers strangers while a page that must not be asked for again has failed. */
export const frontPageAnswers = (evidence: Judgement["evidence"]): boolean =>
  evidence.includes("front-page-works") ||
  evidence.includes("front-page-redirects") ||
  evidence.includes("front-page-refuses");

/** The user sees it on another device in another network, and not here. */
export const worksOnOtherDevice = (evidence: Judgement["evidence"]): boolean =>
  evidence.includes("works-on-other-device") || evidence.includes("limited-only-here");

/** The page says in so many words that it is its reader who is refused. */
export const isRefused = ({ cause, evidence }: Pick<Judgement, "cause" | "evidence">): boolean =>
  (cause === "blocked-address" || cause === "bot-check") && isShown("refuses-the-reader", evidence);

/** The page is a test for its reader, and not any refusal that a test may stand behind. */
export const isTest = ({ cause, evidence }: Pick<Judgement, "cause" | "evidence">): boolean =>
  cause === "bot-check" && isShown("tests-the-reader", evidence);
