import type { Cause } from "../evidence/causes.ts";
import type { Judgement } from "../evidence/weigh.ts";
import { meaningOf } from "../http/answer.ts";
import { hostKind } from "../http/host-kind.ts";
import type { Incident } from "../incident/incident.ts";
import { isBack } from "../incident/reload.ts";
import type { Signals } from "../incident/signals.ts";
import { ANSWERS, isContrast, SIGNAL_OF, STEPS, type StepAnswer, type StepId } from "../incident/told.ts";

/** Open questions that no other window and no other device answers, or that have a nearer step of their own. */
const HAVE_THEIR_OWN: readonly Cause[] = ["bot-check", "own-machine", "captive-portal", "offline"];

/** The signals as they would be after this answer and, where it is a contrast, a reload that fails again. */
function supposing(signals: Signals, step: StepId, answer: StepAnswer): Signals {
  const reload = isContrast(answer) ? "fails" : signals.reload;
  return { ...signals, reload, [SIGNAL_OF[step]]: answer };
}

/**
 * The cheapest step of the user's that would settle an open question, or null. Each answer they could give is
 * judged as if they had given it, and a step counts only if one of them would name a side. A page that may have
 * come from a form or works once is opened nowhere else; a private or loopback host cannot be reached from
 * another network, and its tab in a private window is one already. Requests of a page that loaded have none: what
 * shows in the other window is the page, not they.
 */
export function nextStep(
  judgement: Judgement,
  { url, private: isPrivate }: Pick<Incident, "url" | "private">,
  signals: Signals,
  judge: (supposed: Signals) => Judgement | null,
): StepId | null {
  // Once the tab is served there is nothing left to compare it with.
  if (isBack(signals.reload)) return null;
  if (signals.requests || judgement.side !== "unsure" || HAVE_THEIR_OWN.includes(judgement.cause)) return null;
  if (signals.incident.protected || hostKind(new URL(url).hostname) !== "public") return null;
  // A private window begins as a stranger: where strangers fail by now it can show nothing new.
  const last = [signals.anonymous, ...signals.retries].findLast(({ state }) => state === "ok");
  const strangersFail = last?.state === "ok" && ["fails", "limits"].includes(meaningOf(last.value));
  const isOpen = (step: StepId) =>
    signals[SIGNAL_OF[step]] === "not-asked" && !(step === "private-window" && (isPrivate || strangersFail));
  const settles = (step: StepId) =>
    ANSWERS[step].some((answer) => (judge(supposing(signals, step, answer))?.side ?? "unsure") !== "unsure");
  return STEPS.find((step) => isOpen(step) && settles(step)) ?? null;
}
