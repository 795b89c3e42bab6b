import { meaningOf } from "../signals/answer.ts";
import { message } from "../texts/message.ts";
import type { Check } from "./check.ts";

/** Does the site's own service worker in this browser keep the error alive? */
export const pageWorker: Check<"incident" | "navigation" | "anonymous" | "throughPageWorker"> = {
  id: "page-worker",
  requires: ["incident", "navigation", "anonymous", "throughPageWorker"],
  judge({ incident, navigation, anonymous, throughPageWorker }) {
    if (!navigation) return { outcome: "inconclusive", says: message("check_page_worker_unknown"), evidence: [] };
    if (!navigation.throughPageWorker) {
      return { outcome: "pass", says: message("check_page_worker_none"), evidence: ["no-page-worker"] };
    }
    if (incident.protected || anonymous.state !== "ok" || throughPageWorker.state !== "ok") {
      return { outcome: "inconclusive", says: message("check_page_worker_untested"), evidence: [] };
    }
    const outside = meaningOf(anonymous.value);
    const inside = meaningOf(throughPageWorker.value);
    if (inside === "fails" && outside === "works") {
      return { outcome: "fail", says: message("check_page_worker_fails"), evidence: ["worker-fails-alone"] };
    }
    if (inside === outside && inside === "fails") {
      return { outcome: "pass", says: message("check_page_worker_same"), evidence: ["worker-not-to-blame"] };
    }
    return { outcome: "inconclusive", says: message("check_page_worker_untested"), evidence: [] };
  },
};
