import type { Judgement } from "../evidence/weigh.ts";
import { message } from "../message.ts";
import { type ActionId, type Words, type WordsContext, wordsFor } from "./words.ts";

/** What a limited site must be spared, unless it is what settles the question. */
const COSTS_THE_SITE: readonly (ActionId | null)[] = ["reload", "reload-past-cache", "check-again"];

/** Who is limited, as far as one browser can see. */
function whoIsLimited({ evidence }: Judgement, host: string): Pick<Words, "headline" | "why"> {
  if (evidence.includes("limited-only-with-cookies")) {
    return { headline: message("limited_session_headline", host), why: message("limited_why_session") };
  }
  if (evidence.includes("limit-spares-strangers")) {
    return { headline: message("limited_spares_headline", host), why: message("limited_why_spares") };
  }
  return { headline: message("limited_headline", host), why: message("limited_why") };
}

/**
 * The words for a page that was asked too often (429). While that is all there is to say, the first sentence
 * is about the limit, and the advice is to wait; other causes keep the usual words.
 */
export function limitedWords(judgement: Judgement, context: WordsContext): Words {
  const words = wordsFor(judgement, context);
  const { side, cause, evidence } = judgement;
  const isAboutLimit = ["blocked-address", "overload", "transient", "cookies"].includes(cause);
  if (side !== "unsure" || !isAboutLimit) return words;
  const said = { ...words, ...whoIsLimited(judgement, context.host) };
  // A stranger is served by now, so one reload costs little and shows whether the tab is as well.
  if (context.reloadOpen) return { ...said, advice: message("limited_advice_reload") };
  // Another network tells whether the limit is for this one alone.
  if (context.step === "other-device") return said;
  const ofSession = evidence.includes("limited-only-with-cookies");
  const action = ofSession || COSTS_THE_SITE.includes(words.action) ? null : words.action;
  return {
    ...said,
    advice: message(ofSession ? "limited_advice_session" : "limited_advice"),
    action,
    actionNote: action && words.actionNote,
  };
}
