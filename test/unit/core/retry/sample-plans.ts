import type { Meaning } from "../../../../src/core/http/answer.ts";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import type { RetryEvent, Transition } from "../../../../src/core/retry/events.ts";
import type { PlanStart, RetryPlan } from "../../../../src/core/retry/plan.ts";
import { reduce } from "../../../../src/core/retry/reduce.ts";
import { startPlan } from "../../../../src/core/retry/start.ts";

export const NOW = Date.UTC(2026, 8, 23, 12);
export const SECOND = 1_000;
export const MINUTE = 60 * SECOND;
export const URL_ASKED = "https://shop.example/cart";

export const START: PlanStart = {
  id: "plan-1",
  tabId: 7,
  url: URL_ASKED,
  status: 502,
  protected: false,
  floor: null,
  lasts: 6 * 60 * MINUTE,
};

/** A plan that has just been started. */
export const started = (parts: Partial<PlanStart> = {}, random = 0.5): RetryPlan =>
  startPlan({ ...START, ...parts }, NOW, random);

export const waiting = (
  due: number,
  next: "probe" | "reload" = "probe",
  parts: Partial<RetryPlan> = {},
): RetryPlan => ({
  ...started(),
  ...parts,
  state: { name: "waiting", since: NOW, due, next, after: "answer" },
});
export const probing = (since: number, parts: Partial<RetryPlan> = {}): RetryPlan => ({
  ...started(),
  attempts: 1,
  ...parts,
  state: { name: "probing", since },
});
export const reloading = (since: number, parts: Partial<RetryPlan> = {}): RetryPlan => ({
  ...started(),
  attempts: 1,
  reloads: 1,
  lastReloadAt: since,
  ...parts,
  state: { name: "reloading", since, before: 0, after: "answer" },
});

/** A document in the tab. */
export const shows = (status: number, startedAt: number): TabLook => ({
  state: "answered",
  status,
  startedAt,
});

export const TICK: RetryEvent = { type: "tick", offline: false };
export const answered = (
  meaning: Meaning | "queues" | "no-answer" | "not-sent",
  floor: number | null = null,
): RetryEvent => ({
  type: "answered",
  meaning,
  floor,
});
export const looked = (look: TabLook): RetryEvent => ({ type: "looked", look });
export const step = (plan: RetryPlan, event: RetryEvent, now = NOW, random = 0.5): Transition =>
  reduce(plan, event, now, random);
export const effectsOf = ([, effects]: Transition) => effects.map((effect) => effect.do);
