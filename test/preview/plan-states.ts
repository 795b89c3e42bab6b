/** States of what happens next: a plan, how it ended, when the site is likely back, and what is watched. */
import { message } from "../../src/core/message.ts";
import type { Forecast } from "../../src/core/retry/forecast.ts";
import type { RetryView } from "../../src/core/retry/view.ts";
import { answered, HOST, incident, type MakeFixture, plain, rows, running, SETTLED, verdict } from "./fixtures.ts";

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;

type Waiting = Extract<RetryView, { state: "waiting" }>;

const waits = (now: number, over: Partial<Waiting> = {}): Waiting => ({
  state: "waiting",
  due: now + 42_500,
  attempts: 3,
  watching: "page",
  usual: null,
  forecast: null,
  ...over,
});

/** Of the ends of a plan those that leave the failing page in its tab, and that no other state shows. */
const ended =
  (reason: "deadline" | "gave-up" | "dropped"): MakeFixture =>
  (now) =>
    incident(now, {}, { retry: { state: "stopped", reason, at: now - 1_000, attempts: 10 } });

const forecast =
  (of: (now: number) => Forecast): MakeFixture =>
  (now) =>
    incident(now, {}, { retry: waits(now, { forecast: of(now) }) });

/** The half of a check that is over says something of its own. */
const halfWay = { ...SETTLED, retry: "running", cookies: "running", "status-page": "running" } as const;

export const planStates: Readonly<Record<string, MakeFixture>> = {
  "plan-due": (now) => incident(now, {}, { retry: waits(now, { due: now - 1_000 }) }),
  "plan-front-page": (now) => incident(now, {}, { retry: waits(now, { watching: "front-page" }) }),
  "plan-private": (now) => incident(now, { private: true }, { retry: { state: "none" } }),
  "plan-front-page-once": (now) =>
    incident(now, { worksOnce: true, repeatable: false }, { retry: waits(now, { watching: "front-page" }) }),
  "plan-after-log-in": (now) =>
    incident(
      now,
      {
        verdict: verdict({ side: "you", cause: "captive-portal", confidence: 0.98 }),
      },
      { retry: waits(now) },
    ),
  "plan-after-test": (now) =>
    incident(
      now,
      { verdict: verdict({ side: "unsure", cause: "bot-check", confidence: 0.97 }) },
      { retry: waits(now) },
    ),
  "plan-deadline": ended("deadline"),
  "plan-gave-up": ended("gave-up"),
  "plan-dropped": ended("dropped"),
  "click-too-late": (now) => ({ ...incident(now, {}, { retry: { state: "none" } }), clicks: "too-late" }),
  "click-not-saved": (now) => ({ ...incident(now, {}, { retry: { state: "none" } }), clicks: "not-kept" }),
  "plan-none": (now) => incident(now, {}, { retry: { state: "none" } }),
  "plan-watched": (now) => incident(now, {}, { retry: waits(now), watched: [HOST] }),
  "idle-watched": () =>
    plain(answered({ requests: { hosts: [], origin: null } }), { watched: [HOST, "mail.example", "a.b.corp.example"] }),
  "forecast-likely": forecast((now) => ({
    says: "ui_forecast_likely",
    moments: [now + 9 * MINUTE_MS, now + 51 * MINUTE_MS],
  })),
  "forecast-likely-tomorrow": forecast((now) => ({
    says: "ui_forecast_likely",
    moments: [now + 2 * HOUR_MS, now + 11 * HOUR_MS],
  })),
  "forecast-odds": forecast((now) => ({
    says: "ui_forecast_odds",
    moments: [now + 3 * HOUR_MS, now + 20 * HOUR_MS],
  })),
  "forecast-announced": forecast((now) => ({ says: "ui_forecast_announced", moments: [now + 40 * MINUTE_MS] })),
  "forecast-usual": (now) =>
    incident(
      now,
      {},
      {
        retry: waits(now, {
          usual: { seconds: 260, outages: 7 },
          forecast: { says: "ui_forecast_likely", moments: [now + 3 * MINUTE_MS, now + 20 * MINUTE_MS] },
        }),
      },
    ),
  "checking-half": (now) =>
    incident(
      now,
      running(now, {
        startedAt: now - 4_000,
        rows: rows(halfWay),
        verdict: verdict({ side: "server", cause: "origin-down", confidence: 0.8 }),
      }),
      { retry: { state: "none" } },
    ),
  "checking-you": (now) =>
    incident(
      now,
      running(now, {
        rows: rows({ ...halfWay, cache: "fail" }, { cache: message("check_cache_stale") }),
        verdict: verdict({ side: "you", cause: "stale-cache", confidence: 0.7 }),
      }),
      { retry: { state: "none" } },
    ),
  "checking-overdue": (now) =>
    incident(
      now,
      running(now, {
        startedAt: now - 9_000,
        endsBy: now - 500,
        rows: rows({ ...SETTLED, "status-page": "running" }),
        verdict: verdict({ side: "unsure", cause: "unknown", confidence: 0.4 }),
      }),
    ),
  "checking-form": (now) =>
    incident(now, running(now, { rows: rows(halfWay), fromForm: true, repeatable: false }), {
      retry: waits(now, { watching: "front-page" }),
    }),
};
