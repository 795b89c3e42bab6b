import { type Message, type MessageKey, message } from "../../core/message.ts";
import type { NamedAnswer, NamedView } from "../../core/protocol/named.ts";
import { type PlainWords, plainWords } from "../popup/plain-words.ts";

/** What needs a sentence of its own: a failure has those of its check, and the form says what is no address. */
type PlainAnswer = Exclude<NamedAnswer, { is: "failing" | "no-address" }>;

export const plainAnswer = (answer: NamedAnswer): PlainAnswer | null =>
  answer.is === "failing" || answer.is === "no-address" ? null : answer;

const quiet = { mood: "plain", why: null, advice: null, action: null, note: null } as const;

/** What a site that is up has answered. Statuses that refuse say so: no outage does that. */
function up(status: number | null, host: string): PlainWords {
  const back = { ...quiet, mood: "back" } as const;
  const why = (key: MessageKey): Message => message(key, String(status));
  if (status === null) {
    return { ...back, headline: message("site_up_redirect", host), why: message("site_up_redirect_why") };
  }
  if (status < 400) return { ...back, headline: message("site_up", host), why: why("site_up_why") };
  const isMissing = status === 404 || status === 410;
  return {
    ...back,
    headline: message("site_up_refuses", host),
    why: why(isMissing ? "site_up_missing_why" : "site_up_refuses_why"),
  };
}

/** The site's address where opening it may show more; null where nothing can be opened from here, or nobody was named. */
export function addressToOpen({ url, answer }: NamedView): string | null {
  if (answer.is === "up") return answer.url;
  if (answer.is !== "no-answer") return null;
  return answer.network === "online" || answer.network === "unknown" ? url : null;
}

/** The words for what was found of a site that stands in no tab, where no check speaks of it. */
export function siteWords(answer: PlainAnswer, host: string): PlainWords {
  switch (answer.is) {
    case "asking":
      return { ...quiet, mood: "checking", headline: message("site_asking", host) };
    case "needs-grant":
      return {
        ...plainWords({ kind: "needs-grant", host, origin: answer.origin }, false),
        why: message("site_needs_grant_why"),
      };
    case "up":
      return up(answer.status, host);
    case "no-answer": {
      const said = plainWords(
        { kind: "no-answer", host, network: answer.network, answersNow: false, private: false },
        false,
      );
      // There is no page to load again.
      return answer.network === "no-internet" ? { ...said, advice: message("cause_offline_advice") } : said;
    }
    case "not-sent":
      return {
        ...quiet,
        mood: "unsure",
        headline: message("site_not_sent"),
        why: message("site_not_sent_why"),
        action: "check-again",
      };
  }
}
