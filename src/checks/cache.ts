import { meaningOf } from "../signals/answer.ts";
import { message } from "../texts/message.ts";
import type { Check } from "./check.ts";

/** Did the browser's cache supply the error, and does the page work past it? */
export const cache: Check<"incident" | "navigation" | "anonymous" | "reload"> = {
  id: "cache",
  requires: ["incident", "navigation", "anonymous", "reload"],
  judge({ incident, navigation, anonymous, reload }) {
    if (!navigation) return { outcome: "inconclusive", says: message("check_cache_unknown"), evidence: [] };
    // Going back shows the page from the cache on purpose, failed POST pages too: that is not a stale copy.
    if (!navigation.fromBrowserCache || navigation.type === "back_forward") {
      return { outcome: "pass", says: message("check_cache_not_used"), evidence: ["not-from-cache"] };
    }
    if (reload === "works") return { outcome: "fail", says: message("check_cache_stale"), evidence: ["cached-error"] };
    if (incident.protected || anonymous.state !== "ok") {
      return { outcome: "inconclusive", says: message("check_cache_untested"), evidence: [] };
    }
    switch (meaningOf(anonymous.value)) {
      case "works":
        return { outcome: "fail", says: message("check_cache_stale"), evidence: ["cached-error"] };
      case "fails":
        return { outcome: "pass", says: message("check_cache_same"), evidence: ["cached-but-still-failing"] };
      default:
        return { outcome: "inconclusive", says: message("check_cache_untested"), evidence: [] };
    }
  },
};
