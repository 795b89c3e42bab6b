import { message } from "../../../../src/core/message.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";

export const AT = Date.UTC(2026, 10, 20, 14, 2);

/** A finished check with everything a report can hold. */
export const EXAMPLE: CheckView = {
  id: "check-1",
  tabId: 1,
  incidentId: "incident-1",
  phase: "done",
  sideIsFinal: true,
  url: "https://me:secret@shop.example:8443/basket/checkout?token=secret#pay",
  host: "shop.example:8443",
  status: 502,
  repeatable: true,
  fromForm: false,
  mayBeForm: false,
  worksOnce: false,
  private: false,
  about: "page",
  retryAfter: null,
  since: AT,
  loadedAt: AT,
  startedAt: AT + 60_000,
  endsBy: AT + 68_000,
  finishedAt: AT + 67_000,
  rows: [{ check: "connection", outcome: "pass", says: message("check_connection_works") }],
  verdict: {
    side: "server",
    cause: "origin-down",
    alternatives: ["origin-invalid"],
    confidence: 0.98765,
    headline: message("side_server_sure", message("cause_origin_down_headline", "shop.example:8443")),
    why: message("cause_origin_down_why", "shop.example:8443", "nginx"),
    advice: message("cause_origin_down_advice"),
    lasts: message("cause_origin_down_lasts"),
    notNeeded: null,
    action: null,
    actionNote: null,
  },
  step: null,
  path: { you: "working", network: "working", gateway: "working", site: "broken", gatewayName: "nginx" },
  details: {
    gateway: "nginx",
    gatewayFamily: "nginx",
    gatewayWord: "no-valid-answer",
    gatewayDetail: null,
    gatewayStatusPage: null,
    ownerMustAct: false,
    hops: [],
    requestId: "b7c1",
    protocol: "h2",
    waited: 38.4,
    answers: [{ at: AT + 61_000, what: message("tried", message("tried_page"), "502"), took: 41.7 }],
    statusPageUrl: null,
    contacts: { mail: null, repository: null },
  },
  statusPages: { closed: null, quote: null },
};

/** Shows keys and arguments instead of sentences, so that the tests do not hang on wording. */
export const bare = ({ key, args = [] }: ReturnType<typeof message>): string =>
  [key, ...args.map((arg) => (typeof arg === "string" ? arg : bare(arg)))].join(" ");
