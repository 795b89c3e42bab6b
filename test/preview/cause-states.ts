/** One state for each cause and answer that no other state shows. */
import type { Cause } from "../../src/core/evidence/causes.ts";
import { message } from "../../src/core/message.ts";
import { answered, incident, type MakeFixture, plain, rows, SETTLED, verdict } from "./fixtures.ts";

const ofSite =
  (cause: Cause, status: number): MakeFixture =>
  (now) =>
    incident(now, { status, verdict: verdict({ side: "server", cause, confidence: 0.98, context: { status } }) });

const ofYou =
  (cause: Cause): MakeFixture =>
  (now) =>
    incident(
      now,
      {
        verdict: verdict({ side: "you", cause, confidence: 0.98 }),
      },
      { retry: { state: "none" } },
    );

/** A form failed, and its address opens by GET: nobody has sent the form again. */
const formOpens =
  (side: "unsure" | "server"): MakeFixture =>
  (now) =>
    incident(
      now,
      {
        fromForm: true,
        repeatable: false,
        verdict: verdict({
          side,
          cause: side === "server" ? "origin-down" : "transient",
          confidence: side === "server" ? 0.98 : 0.5,
          context: { opensAnew: true, mayBeForm: true },
        }),
        rows: rows(
          { ...SETTLED, retry: "not-applicable", cookies: "not-applicable", "site-or-page": "pass" },
          {
            retry: message("check_retry_protected"),
            cookies: message("check_cookies_protected"),
            "site-or-page": message("check_site_works_page_untried"),
          },
        ),
      },
      { retry: { state: "none" } },
    );

const says =
  (status: number): MakeFixture =>
  () =>
    plain(answered({ status }));

export const causeStates: Readonly<Record<string, MakeFixture>> = {
  "cause-maintenance": ofSite("maintenance", 503),
  "cause-misconfigured": ofSite("misconfigured", 525),
  "cause-page-only": ofSite("page-only", 502),
  "cause-intermittent": ofSite("intermittent", 502),
  "cause-signed-in": ofSite("signed-in", 502),
  "cause-offline": ofYou("offline"),
  "cause-extension": ofYou("extension"),
  "cause-blocked-address": ofYou("blocked-address"),
  "cause-page-worker": ofYou("page-worker"),
  "cause-queue": (now) =>
    incident(now, {
      status: 503,
      verdict: verdict({
        side: "server",
        cause: "overload",
        confidence: 0.98,
        evidence: ["announces-load", "keeps-failing"],
        context: { inLine: true, status: 503 },
      }),
    }),
  "cause-refused": (now) =>
    incident(
      now,
      {
        status: 503,
        verdict: verdict({
          side: "unsure",
          cause: "blocked-address",
          confidence: 0.6,
          evidence: ["says-you-are-refused"],
          context: { status: 503 },
        }),
      },
      { retry: { state: "none" } },
    ),
  "form-opens": formOpens("unsure"),
  "form-opens-server": formOpens("server"),
  "answered-401": says(401),
  "answered-404": says(404),
  "answered-410": says(410),
  "answered-451": says(451),
  "answered-418": says(418),
  "requests-grant-one": () =>
    plain(
      answered({
        requests: {
          hosts: [{ host: "api.shop.example", failed: 1, statuses: [502, 503] }],
          origin: "*://api.shop.example/*",
        },
      }),
    ),
};
