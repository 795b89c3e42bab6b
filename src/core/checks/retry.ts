import type { ObservationId } from "../evidence/twins.ts";
import type { EvidenceId } from "../evidence/weights.ts";
import { type Answer, meaningOf } from "../http/answer.ts";
import type { Settled } from "../http/settled.ts";
import { isBack } from "../incident/reload.ts";
import { isLimited } from "../incident/status.ts";
import { message } from "../message.ts";
import type { Check } from "./check.ts";
import { rhythmOf } from "./elapsed.ts";

/** So many failures in a row count as a lasting failure; fewer only as one that did not end at once. */
const LASTING = 3;

/** Any answer to a stranger that is not the failure itself: the page, a redirect, a refusal, a cache's copy. */
const answersDifferently = (tried: Settled<Answer>): boolean =>
  tried.state === "ok" && !["fails", "limits", "challenges"].includes(meaningOf(tried.value));

/**
 * Does the page keep failing when it is asked for again, one, two and four seconds apart? The order tells a
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
    const answers = tried.flatMap((one) => (one.state === "ok" ? [meaningOf(one.value)] : []));
    const failed = answers.filter((meaning) => meaning === "fails").length;
    const worked = answers.filter((meaning) => meaning === "works").length;
    const unanswered = tried.length - answers.length;
    const tries = String(tried.length);

    if (failed > 0 && worked > 0) {
      const failedAfterWorking = answers.lastIndexOf("fails") > answers.indexOf("works");
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
      return {
        outcome: "fail",
        says: message("check_retry_fails", tries),
        evidence: [lasting ? "keeps-failing" : "failed-again", ...rhythmOf(navigation, tried)],
      };
    }
    return { outcome: "inconclusive", says: message("check_retry_unclear"), evidence: back };
  },
  observe({ anonymous, retries, reload }) {
    const observed: ObservationId[] = [];
    const tried = [anonymous, ...retries];
    if (tried.some(answersDifferently)) observed.push("stranger-answered-differently");
    if (tried.some((one) => one.state === "ok" && meaningOf(one.value) === "fails")) observed.push("stranger-failed");
    if (reload !== "not-tried") observed.push("tab-loaded-since");
    return observed;
  },
};
