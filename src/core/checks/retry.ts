import type { ObservationId } from "../evidence/twins.ts";
import type { EvidenceId } from "../evidence/weights.ts";
import { type Answer, type Meaning, meaningOf } from "../http/answer.ts";
import type { Settled } from "../http/settled.ts";
import { isBack } from "../incident/reload.ts";
import { isLimited } from "../incident/status.ts";
import { message } from "../message.ts";
import { statusInTab } from "../writer/writer.ts";
import type { Check } from "./check.ts";
import { rhythmOf } from "./elapsed.ts";

/** So many failures in a row count as a lasting failure; fewer only as one that did not end at once. */
const LASTING = 3;

/** Any answer to a stranger that is not the failure itself: the page, a redirect, a refusal, a cache's copy. */
const answersDifferently = (tried: Settled<Answer>): boolean =>
  tried.state === "ok" && !["fails", "limits", "challenges"].includes(meaningOf(tried.value));

/** So many strangers met by the tab's own failure show that it is not the tab's alone; the first may be of one blip with it. */
const OTHERS = 2;

/** A stranger got what the tab shows. What another status means for the tab, it does not say. */
const meetsFailureOf = (status: number | null, tried: Settled<Answer>): boolean =>
  tried.state === "ok" &&
  tried.value.kind === "response" &&
  tried.value.status === status &&
  meaningOf(tried.value) === "fails";
/** So many good answers in a row are no chance of a site that flaps. */
const SERVED = 2;

/** The strangers' answers by what they mean, oldest first; what brought nothing back is none. */
const meaningsOf = (tried: ReadonlyArray<Settled<Answer>>): Meaning[] =>
  tried.flatMap((one) => (one.state === "ok" ? [meaningOf(one.value)] : []));

const TURNED_AWAY: readonly Meaning[] = ["limits", "refuses", "challenges"];

/** How many good answers in a row the strangers got last. */
const servedLast = (meanings: readonly Meaning[]): number =>
  meanings.length - 1 - meanings.findLastIndex((meaning) => meaning !== "works");

/**
 * Does the page keep failing when it is asked for again, three times within seven seconds? The order tells a
 * site that works now and then (an error after a good answer) from one that has just come back.
 */
export const retry: Check<"incident" | "navigation" | "anonymous" | "retries" | "reload"> = {
  id: "retry",
  requires: ["incident", "navigation", "anonymous", "retries", "reload"],
  gives: [
    "reload-works",
    "fails-sometimes",
    "recovered-meanwhile",
    "works-anonymously",
    "keeps-failing",
    "failed-again",
    "waits-alike",
    "failed-at-once",
  ],
  judge({ incident, navigation, anonymous, retries, reload }) {
    const back: EvidenceId[] = isBack(reload) ? ["reload-works"] : [];
    if (incident.protected) {
      return back.length > 0
        ? { outcome: "pass", says: message("check_retry_back"), evidence: back }
        : { outcome: "not-applicable", says: message("check_retry_protected"), evidence: [] };
    }
    if (isLimited(incident.status) && back.length === 0) {
      return { outcome: "not-applicable", says: message("check_retry_limited"), evidence: [] };
    }
    const tried = [anonymous, ...retries].filter(({ state }) => state !== "not-sent");
    const answers = meaningsOf(tried);
    const failed = answers.filter((meaning) => meaning === "fails").length;
    const worked = answers.filter((meaning) => meaning === "works").length;
    const unanswered = tried.length - answers.length;
    const tries = String(tried.length);

    if (failed > 0 && worked > 0) {
      // A tab that fails right after a single good answer is the site's next failure.
      const tabFailsNext = reload === "fails" && answers.at(-1) === "works" && servedLast(answers) < SERVED;
      const failedAfterWorking = tabFailsNext || answers.lastIndexOf("fails") > answers.indexOf("works");
      // Whoever is turned away last shows neither that it is back nor that it fails again.
      const isTurnedAway = !failedAfterWorking && TURNED_AWAY.some((meaning) => meaning === answers.at(-1));
      if (isTurnedAway) return { outcome: "inconclusive", says: message("check_retry_unclear"), evidence: back };
      return failedAfterWorking
        ? {
            outcome: "fail",
            says: message("check_retry_sometimes", String(worked), tries),
            evidence: ["fails-sometimes", ...back],
          }
        : { outcome: "pass", says: message("check_retry_recovered"), evidence: ["recovered-meanwhile", ...back] };
    }
    if (worked > 1 && worked === tried.length) {
      const says = back.length > 0 ? message("check_retry_back") : message("check_retry_works", tries);
      return { outcome: "pass", says, evidence: ["works-anonymously", ...back] };
    }
    // Silence alone may be this computer's; it takes an answer that fails.
    if (failed > 0 && failed + unanswered > 1 && failed + unanswered === tried.length) {
      const lasting = failed >= LASTING;
      const evidence: EvidenceId[] = [
        lasting ? "keeps-failing" : "failed-again",
        ...rhythmOf(navigation, tried),
        ...back,
      ];
      // The tab was loaded after all of them.
      return back.length > 0
        ? { outcome: "pass", says: message("check_retry_back"), evidence }
        : { outcome: "fail", says: message("check_retry_fails", tries), evidence };
    }
    return { outcome: "inconclusive", says: message("check_retry_unclear"), evidence: back };
  },
  observe({ incident, navigation, anonymous, retries, reload }) {
    const observed: ObservationId[] = [];
    const shown = statusInTab({ incident, navigation });
    const tried = [anonymous, ...retries];
    if (tried.some(answersDifferently)) observed.push("stranger-answered-differently");
    if (tried.filter((one) => meetsFailureOf(shown, one)).length >= OTHERS) {
      observed.push("strangers-met-it-too");
    }
    if (tried.some((one) => one.state === "ok" && meaningOf(one.value) === "fails")) observed.push("stranger-failed");
    if (reload !== "not-tried") observed.push("tab-loaded-since");
    const isServed = servedLast(meaningsOf(tried)) >= SERVED;
    if (reload === "fails" && isServed) observed.push("tab-failed-after-strangers");
    return observed;
  },
};
