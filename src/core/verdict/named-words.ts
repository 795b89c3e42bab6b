import type { Judgement } from "../evidence/weigh.ts";
import { isLimited } from "../incident/status.ts";
import { message } from "../message.ts";
import { limitedWords } from "./limited-words.ts";
import { isQueue } from "./stated-cause.ts";
import { isTest } from "./unsure-words.ts";
import type { Words, WordsContext } from "./words.ts";
import { wordsFor } from "./words.ts";

/** A stranger's request failed, and a later one was served. */
const COMES_AND_GOES = [
  "recovered-meanwhile",
  "works-anonymously",
  "fails-sometimes",
  "limit-spares-strangers",
] as const;

/**
 * The words for a site that the user named: no tab shows it, so nothing is said of one, and nothing is to be loaded
 * again but the check. What it would show to somebody who is signed in there, nobody has seen.
 */
export function namedWords(judgement: Judgement, context: WordsContext): Words {
  const words = isLimited(context.status) ? limitedWords(judgement, context) : wordsFor(judgement, context);
  const again = { advice: message("named_advice_again"), action: "check-again", actionNote: null } as const;
  if (COMES_AND_GOES.some((id) => judgement.evidence.includes(id))) {
    const why = judgement.side === "unsure" ? message("named_why_comes_and_goes") : words.why;
    return { ...words, why, ...again };
  }
  const loadsTab = words.action === "reload" || words.action === "reload-past-cache";
  // A test is done, and a line stood in, where the page shows.
  const isOfTab = loadsTab || isTest(judgement) || isQueue(judgement, context);
  return isOfTab ? { ...words, ...again } : words;
}
