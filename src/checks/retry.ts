import { meaningOf } from "../signals/answer.ts";
import { message } from "../texts/message.ts";
import type { EvidenceId } from "../verdict/weights.ts";
import type { Check } from "./check.ts";

/** Does the page keep failing when it is asked for again, one, two and four seconds apart? */
export const retry: Check<"incident" | "anonymous" | "retries" | "reload"> = {
  id: "retry",
  requires: ["incident", "anonymous", "retries", "reload"],
  judge({ incident, anonymous, retries, reload }) {
    const back: EvidenceId[] = reload === "works" ? ["reload-works"] : [];
    if (incident.protected && reload === "works") {
      return { outcome: "pass", says: message("check_retry_back"), evidence: back };
    }
    if (incident.protected) {
      return { outcome: "not-applicable", says: message("check_retry_protected"), evidence: [] };
    }
    const answers = [anonymous, ...retries].flatMap((tried) => (tried.state === "ok" ? [meaningOf(tried.value)] : []));
    const unanswered = [anonymous, ...retries].filter(({ state }) => state === "failed").length;
    const failed = answers.filter((meaning) => meaning === "fails").length;
    const worked = answers.filter((meaning) => meaning === "works").length;
    const tries = String(answers.length + unanswered);

    if (failed > 0 && worked > 0) {
      return {
        outcome: "fail",
        says: message("check_retry_sometimes", String(worked), tries),
        evidence: ["fails-sometimes", ...back],
      };
    }
    if (worked > 1 && worked === answers.length && unanswered === 0) {
      const says = reload === "works" ? message("check_retry_back") : message("check_retry_works", tries);
      return { outcome: "pass", says, evidence: ["works-anonymously", ...back] };
    }
    // Silence alone may be this computer's; it takes an answer that fails.
    if (failed > 0 && failed + unanswered > 1 && failed + unanswered === Number(tries)) {
      return { outcome: "fail", says: message("check_retry_fails", tries), evidence: ["keeps-failing"] };
    }
    return { outcome: "inconclusive", says: message("check_retry_unclear"), evidence: back };
  },
};
