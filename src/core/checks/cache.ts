import { meaningOf } from "../http/answer.ts";
import { mayBeWorkersOwn } from "../incident/answer-source.ts";
import { isBack } from "../incident/reload.ts";
import { message } from "../message.ts";
import type { Check } from "./check.ts";

/**
 * Did the browser's cache supply the error, and does the page work past it? That a stranger's request works is
 * also what a site shows whose cached error came from a dead account system: only the tab itself, loaded again,
 * proves that the saved copy was all there was.
 */
export const cache: Check<"incident" | "navigation" | "anonymous" | "reload"> = {
  id: "cache",
  requires: ["incident", "navigation", "anonymous", "reload"],
  gives: ["not-from-cache", "cached-error", "cached-and-works-past", "cached-but-still-failing"],
  judge({ incident, navigation, anonymous, reload }) {
    if (!navigation) return { outcome: "inconclusive", says: message("check_cache_unknown"), evidence: [] };
    // Whatever it looks like in the entry, the worker's store and what it makes up are not the browser's cache.
    if (mayBeWorkersOwn(navigation)) {
      return { outcome: "inconclusive", says: message("check_cache_page_worker"), evidence: [] };
    }
    // Going back shows the page from the cache on purpose, failed POST pages too: that is not a stale copy.
    if (navigation.source !== "browser-cache" || navigation.type === "back_forward") {
      return { outcome: "pass", says: message("check_cache_not_used"), evidence: ["not-from-cache"] };
    }
    const untested = {
      outcome: "inconclusive",
      says: message("check_cache_untested"),
      evidence: [],
    } as const;
    if (incident.protected || anonymous.state !== "ok") return untested;
    switch (meaningOf(anonymous.value)) {
      case "works":
        return isBack(reload)
          ? { outcome: "fail", says: message("check_cache_stale"), evidence: ["cached-error"] }
          : { outcome: "fail", says: message("check_cache_works_past"), evidence: ["cached-and-works-past"] };
      case "fails":
        return { outcome: "pass", says: message("check_cache_same"), evidence: ["cached-but-still-failing"] };
      default:
        return untested;
    }
  },
};
