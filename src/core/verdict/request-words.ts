import type { Cause } from "../evidence/causes.ts";
import type { Judgement } from "../evidence/weigh.ts";
import { type Message, type MessageKey, message } from "../message.ts";
import { hidesReason } from "./stated-cause.ts";
import { type Words, type WordsContext, wordsFor } from "./words.ts";

/** What is wrong with a host that the page only asks: the page itself loaded, and the words must not deny that. */
const WHAT: Partial<Record<Cause, MessageKey>> = {
  "origin-down": "requests_origin_down",
  "origin-slow": "requests_origin_slow",
  overload: "requests_overload",
  maintenance: "requests_maintenance",
  "switched-off": "requests_switched_off",
  "page-only": "requests_page_only",
};

/** The frames that say how sure it is that it is not the user. */
const FRAMES: readonly MessageKey[] = ["side_server_sure", "side_server_almost", "side_server_probably"];

interface Failed {
  /** How many requests. */
  readonly failed: number;
  /** They went to the very host that sent the page, which is then not down or closed as a whole. */
  readonly isOwn: boolean;
}

function whatFails(judgement: Judgement, isOwn: boolean): MessageKey {
  if (isOwn) return "requests_page_only";
  return hidesReason(judgement) ? "requests_unavailable" : (WHAT[judgement.cause] ?? "requests_fails");
}

function headline(words: Words, judgement: Judgement, host: string, isOwn: boolean): Message {
  const key = whatFails(judgement, isOwn);
  const what = message(key, host);
  return FRAMES.includes(words.headline.key) ? message(words.headline.key, what) : words.headline;
}

/**
 * The words for a page that loaded while requests of it fail: about the host that failed, whose name stands in
 * the context. A reload is left to the user, for the page works and may hold what was typed into it.
 */
export function requestWords(judgement: Judgement, context: WordsContext, { failed, isOwn }: Failed): Words {
  const words = wordsFor(judgement, context);
  const why =
    failed === 1
      ? message("requests_why_one", context.host, words.why)
      : message("requests_why_many", String(failed), context.host, words.why);
  const said = { ...words, headline: headline(words, judgement, context.host, isOwn), why };
  if (words.action !== "reload" && words.action !== "reload-past-cache") return said;
  return { ...said, advice: message("requests_advice_reload"), action: null, actionNote: null };
}
