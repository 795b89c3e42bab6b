import type { Cause, Side } from "../evidence/causes.ts";
import { type Message, type MessageKey, message } from "../message.ts";
import { doneInVain, isRuledOut, type RepairView } from "../repair/view.ts";
import type { RetryView } from "../retry/view.ts";
import { span } from "../span.ts";
import type { CheckView } from "../verdict/view.ts";
import type { VerdictView } from "../verdict/words.ts";
import { isOutlived } from "./outlived.ts";

/**
 * What can be fixed on the user's side and may come again with the next load: what the browser keeps of the page. A network
 * that lets the page through again leaves nothing to say.
 */
const MAY_COME_AGAIN: readonly Cause[] = ["stale-cache", "page-worker"];

/** The first two sentences of the popup, and the mark beside them; the card in the page says the same. */
interface Headline {
  readonly mood: Side | "back" | "checking";
  readonly headline: Message;
  readonly why: Message;
}

const WHILE_CHECKING = {
  server: "ui_checking_server",
  you: "ui_checking_you",
  unsure: "ui_checking_unsure",
} as const;

/** Why the page was left as it is though its site answers. */
export const whyLeftAlone = ({ worksOnce }: Pick<CheckView, "worksOnce">): MessageKey =>
  worksOnce ? "ui_site_answers_once_why" : "ui_site_answers_why";

/** Why, without a word of cookies that were deleted in vain. */
function whyAfter({ why }: VerdictView, repair: RepairView | null): Message {
  const isOther = why.key === "side_unsure_why_account" && repair && doneInVain(repair).includes("delete-cookies");
  return isOther ? message("side_unsure_why_account_not_cookies") : why;
}

/**
 * How a check is opened: the best current answer until its side is final, then the verdict, and "back" above all. What
 * still runs by then may add to the sentence, and never takes its side back. What a repair has shown not to be it
 * is not blamed any longer, nor a site that serves others by now.
 */
export function headlineOf(
  view: Pick<CheckView, "verdict" | "host" | "since" | "sideIsFinal" | "finishedAt" | "worksOnce">,
  retry: RetryView,
  lang: string,
  repair: RepairView | null = null,
): Headline {
  const { verdict, host } = view;
  if (retry.state === "stopped" && retry.reason === "recovered") {
    // What may come again is worth more to the user than how long it took.
    const was = verdict?.side === "you" && MAY_COME_AGAIN.includes(verdict.cause) ? verdict.why : null;
    const why = was ?? message("ui_back_why", span(retry.at - view.since, lang));
    return { mood: "back", headline: message("ui_back", host), why };
  }
  if (retry.state === "stopped" && retry.reason === "site-answers") {
    return { mood: "back", headline: message("ui_site_answers", host), why: message(whyLeftAlone(view)) };
  }
  if (!view.sideIsFinal) {
    return verdict
      ? { mood: "checking", headline: message(WHILE_CHECKING[verdict.side], host), why: verdict.why }
      : { mood: "checking", headline: message("ui_checking", host), why: message("ui_checking_why") };
  }
  if (isOutlived(view, retry)) {
    return { mood: "unsure", headline: message("side_unsure", host), why: message("ui_gave_up_why") };
  }
  if (verdict?.side === "you" && repair && isRuledOut(repair, verdict.cause)) {
    return { mood: "you", headline: message("ui_other_than_that", host), why: message("ui_other_than_that_why") };
  }
  return verdict
    ? { mood: verdict.side, headline: verdict.headline, why: whyAfter(verdict, repair) }
    : { mood: "unsure", headline: message("side_unsure", host), why: message("cause_unknown_why") };
}
