import { CHECK_IDS } from "../../core/checks/check.ts";
import { message } from "../../core/message.ts";
import { type CheckView, USUAL_CHECK_MS } from "../../core/verdict/view.ts";

/** What is shown between "this page fails" and the worker's first word: every row has its place already. */
export function firstView(tabId: number, incidentId: string, url: string, now: number): CheckView {
  return {
    id: "",
    tabId,
    incidentId,
    phase: "checking",
    url,
    host: URL.canParse(url) ? new URL(url).host : url,
    status: null,
    repeatable: false,
    worksOnce: true,
    about: "page",
    retryAfter: null,
    since: now,
    startedAt: now,
    endsBy: now + USUAL_CHECK_MS,
    finishedAt: null,
    rows: CHECK_IDS.map((check) => ({ check, outcome: "pending", says: message("ui_outcome_pending") })),
    verdict: null,
    step: null,
    path: { you: "unknown", network: "unknown", gateway: "unknown", site: "unknown", gatewayName: null },
    details: {
      gateway: null,
      gatewayFamily: null,
      gatewayWord: null,
      gatewayDetail: null,
      gatewayStatusPage: null,
      requestId: null,
      hops: [],
      protocol: null,
      waited: null,
      answers: [],
      statusPageUrl: null,
    },
    statusPages: { closed: null, quote: null },
  };
}
