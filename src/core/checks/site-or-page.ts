import { meaningOf } from "../http/answer.ts";
import { message } from "../message.ts";
import { comesInPlace } from "../writer/compared-page.ts";
import type { Check, Finding } from "./check.ts";

const UNTESTED: Finding = { outcome: "inconclusive", says: message("check_site_untested"), evidence: [] };

/** The front page has answered, and the page must not be asked for again. */
const answersBesides = (evidence: "front-page-redirects" | "front-page-refuses"): Finding => ({
  outcome: "pass",
  says: message("check_site_answers_page_untried"),
  evidence: [evidence],
});

/** Is it the whole site or this page alone? */
export const siteOrPage: Check<"incident" | "anonymous" | "root" | "requests" | "impostorAnswer"> = {
  id: "site-or-page",
  requires: ["incident", "anonymous", "root", "requests", "impostorAnswer"],
  gives: ["whole-site", "only-this-page", "front-page-works", "front-page-redirects", "front-page-refuses"],
  judge({ incident, anonymous, root, requests, impostorAnswer }) {
    // What a page requests that itself loaded comes to this very session, or by default without its cookies.
    const mayBeThisSession = incident.protected && requests === null;
    if (new URL(incident.url).pathname === "/") {
      return { outcome: "not-applicable", says: message("check_site_front_page"), evidence: [] };
    }
    if (root.state === "not-sent" && root.reason === "not-needed") {
      return { outcome: "not-applicable", says: message("check_site_skipped"), evidence: [] };
    }
    if (root.state !== "ok") {
      return root.state === "failed"
        ? { outcome: "fail", says: message("check_site_no_answer"), evidence: ["whole-site"] }
        : UNTESTED;
    }
    const meaning = meaningOf(root.value);
    // What a portal or a box gives for every address is no front page of the site's.
    if ((meaning === "works" || meaning === "refuses") && comesInPlace(root.value, impostorAnswer)) return UNTESTED;
    switch (meaning) {
      case "fails":
        return { outcome: "fail", says: message("check_site_fails"), evidence: ["whole-site"] };
      case "works": {
        // A front page's health is not that of a page which may not be asked for again.
        if (mayBeThisSession) {
          return { outcome: "pass", says: message("check_site_works_page_untried"), evidence: ["front-page-works"] };
        }
        // A page that works by now, or was not asked for, is no contrast to the front page.
        const pageFails = anonymous.state === "ok" && meaningOf(anonymous.value) === "fails";
        return pageFails
          ? { outcome: "pass", says: message("check_site_page_only"), evidence: ["only-this-page"] }
          : { outcome: "pass", says: message("check_site_works"), evidence: [] };
      }
      case "redirects":
        return mayBeThisSession
          ? answersBesides("front-page-redirects")
          : { outcome: "pass", says: message("check_site_answers"), evidence: [] };
      case "refuses":
        // The site has answered, and whether it would answer this session is as open; to strangers it shows nothing.
        return mayBeThisSession ? answersBesides("front-page-refuses") : UNTESTED;
      default:
        return UNTESTED;
    }
  },
  observe: ({ root }) => (root.state === "ok" && meaningOf(root.value) === "fails" ? ["stranger-failed"] : []),
};
