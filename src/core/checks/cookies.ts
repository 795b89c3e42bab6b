import type { EvidenceId } from "../evidence/weights.ts";
import { type Answer, meaningOf } from "../http/answer.ts";
import { isBack, type ReloadOutcome } from "../incident/reload.ts";
import { isLimited } from "../incident/status.ts";
import { message } from "../message.ts";
import type { Check, Finding } from "./check.ts";
import { mayBeRefusedHeader } from "./refused-header.ts";

/** The usual limit for one header line: 8 KB in nginx and Apache, half of Node's limit for all of them. */
const OVERSIZED_BYTES = 8_000;

/**
 * A stranger was redirected or refused: a hint at the account, and more of one when the tab, loaded again
 * after it, still fails. A 403 or 404 may be meant for the probe alone, so it stays the weaker hint.
 */
function strangerTurnedAway(answer: Answer, reload: ReloadOutcome): EvidenceId[] {
  if (isBack(reload)) return [];
  const asksToSignIn = answer.kind === "redirect" || answer.status === 401;
  return [asksToSignIn && reload === "fails" ? "stranger-redirected-while-failing" : "stranger-redirected"];
}

/** For a limit the question is what is counted: addresses, or sessions. */
function whoIsLimited(answer: Answer, reload: ReloadOutcome): Finding {
  switch (meaningOf(answer)) {
    case "limits":
      return { outcome: "pass", says: message("check_cookies_limited"), evidence: ["limited-without-cookies"] };
    case "works": {
      if (isBack(reload)) {
        return { outcome: "pass", says: message("check_cookies_works_with"), evidence: ["limit-spares-strangers"] };
      }
      const again = reload === "fails";
      return {
        outcome: again ? "fail" : "inconclusive",
        says: message(again ? "check_cookies_limit_of_session" : "check_cookies_limit_spares"),
        evidence: [again ? "limited-only-with-cookies" : "limit-spares-strangers"],
      };
    }
    default:
      return { outcome: "inconclusive", says: message("check_cookies_untested"), evidence: [] };
  }
}

/**
 * Does the page fail only with what the browser sends along? The tab's own answer is the side with
 * cookies, an anonymous request the one without. That a stranger's request works is also what a site
 * shows whose signed-in half is down, so it is settled only by a reload of the tab that fails again, and
 * then only size gives a mechanism, where the page can be what refuses a header so large. A redirect, a refusal or a shared cache's copy settles nothing. Of a page that must
 * not be asked for again the size is all that can be seen.
 */
export const cookies: Check<"incident" | "navigation" | "page" | "anonymous" | "reload"> = {
  id: "cookies",
  requires: ["incident", "navigation", "page", "anonymous", "reload"],
  gives: [
    "limited-without-cookies",
    "limit-spares-strangers",
    "limited-only-with-cookies",
    "stranger-limited",
    "stranger-redirected",
    "stranger-redirected-while-failing",
    "stranger-served-by-shared-cache",
    "fails-without-cookies",
    "oversized-cookies",
    "oversized-cookies-beside-other-failure",
    "oversized-cookies-untried",
    "fails-only-with-cookies",
  ],
  judge({ incident, navigation, page, anonymous, reload }) {
    const oversized = page.state === "ok" && page.value.cookieBytes >= OVERSIZED_BYTES;
    const mayBeWhy = oversized && mayBeRefusedHeader({ incident, navigation, page });
    if (incident.protected) {
      return mayBeWhy
        ? {
            outcome: "inconclusive",
            says: message("check_cookies_oversized_untried"),
            evidence: ["oversized-cookies-untried"],
          }
        : { outcome: "not-applicable", says: message("check_cookies_protected"), evidence: [] };
    }
    if (anonymous.state !== "ok") {
      return { outcome: "inconclusive", says: message("check_cookies_untested"), evidence: [] };
    }
    if (isLimited(incident.status)) return whoIsLimited(anonymous.value, reload);
    const evidence: EvidenceId[] = [];
    switch (meaningOf(anonymous.value)) {
      case "fails":
        return { outcome: "pass", says: message("check_cookies_same"), evidence: ["fails-without-cookies"] };
      case "works":
        if (oversized) evidence.push(mayBeWhy ? "oversized-cookies" : "oversized-cookies-beside-other-failure");
        if (isBack(reload)) return { outcome: "pass", says: message("check_cookies_works_with"), evidence: [] };
        if (reload === "not-tried") {
          return { outcome: "inconclusive", says: message("check_cookies_reload_open"), evidence };
        }
        evidence.push("fails-only-with-cookies");
        return {
          outcome: "fail",
          says: message(mayBeWhy ? "check_cookies_oversized" : "check_cookies_only_with"),
          evidence,
        };
      case "redirects":
      case "refuses":
        return {
          outcome: "inconclusive",
          says: message("check_cookies_stranger"),
          evidence: strangerTurnedAway(anonymous.value, reload),
        };
      case "limits":
        return {
          outcome: "inconclusive",
          says: message("check_cookies_stranger_limited"),
          evidence: ["stranger-limited"],
        };
      case "shared-cache":
        return {
          outcome: "inconclusive",
          says: message("check_cookies_shared_cache"),
          evidence: reload === "fails" ? ["stranger-served-by-shared-cache"] : [],
        };
      default:
        return { outcome: "inconclusive", says: message("check_cookies_untested"), evidence: [] };
    }
  },
};
