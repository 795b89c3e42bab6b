import { describe, expect, it } from "vitest";
import type { RetryEvent } from "../../../../src/core/retry/events.ts";
import type { RetryPlan } from "../../../../src/core/retry/plan.ts";
import { reduce } from "../../../../src/core/retry/reduce.ts";
import { reduceAll } from "../../../../src/core/retry/reduce-all.ts";
import { freePlan, protectPlan } from "../../../../src/core/retry/start.ts";
import {
  answered,
  effectsOf,
  MINUTE,
  NOW,
  probing,
  SECOND,
  started,
  step,
  URL_ASKED,
  waiting,
} from "./sample-plans.ts";

const FRONT_PAGE = "https://shop.example/";
const FLOOR = NOW + 10 * MINUTE;

type Meaning = Parameters<typeof answered>[0];
const MEANINGS: readonly Meaning[] = ["works", "redirects", "refuses", "queues", "fails", "no-answer", "not-sent"];

/** An answer to a request for this address. */
const answerOf = (asked: string, meaning: Meaning, floor: number | null = null): RetryEvent =>
  ({ ...answered(meaning, floor), asked }) as RetryEvent;

/** Plans that had a request under way as their page turned out to be another than was thought, and where that went. */
const TURNED: ReadonlyArray<readonly [how: string, plan: RetryPlan, asked: string]> = [
  ["has come from a form since", protectPlan(probing(NOW), NOW + SECOND, 0.5), URL_ASKED],
  [
    "has come by its address since",
    freePlan(probing(NOW, { target: FRONT_PAGE, touchesTab: false, targetFailed: true }), NOW + SECOND, 0.5),
    FRONT_PAGE,
  ],
];
const askingAgain = (plan: RetryPlan): RetryPlan => ({ ...plan, state: { name: "probing", since: NOW + MINUTE } });

describe.each(TURNED)("an answer to what a plan asked before its page %s", (_how, plan, asked) => {
  it.each(MEANINGS)("loads no tab and ends no plan: %s", (meaning) => {
    for (const turned of [plan, askingAgain(plan)]) {
      const [after, effects] = step(turned, answerOf(asked, meaning), NOW + 2 * MINUTE);
      expect(after).toMatchObject({ target: plan.target, touchesTab: plan.touchesTab, state: turned.state });
      expect(effects).toEqual(turned === plan ? [] : [{ do: "probe" }]);
    }
  });

  it("is heeded in when the site wants to be asked again", () => {
    const [after] = step(plan, answerOf(asked, "fails", FLOOR), NOW + 2 * SECOND);
    expect(after).toMatchObject({ floor: FLOOR, state: { name: "waiting", next: "probe" } });
  });

  it("is heeded by each browser at another moment, for all were told the same", () => {
    const event = answerOf(asked, "fails", FLOOR);
    const dues = [0, 0.5, 1].map((random) => {
      const { state } = reduce(plan, event, NOW + 2 * SECOND, random)[0];
      return state.name === "waiting" ? state.due - FLOOR : Number.NaN;
    });
    expect(dues[0]).toBe(0);
    expect(dues[1]).toBeGreaterThan(5 * SECOND);
    expect(dues[2]).toBeCloseTo(2 * (dues[1] ?? 0));
  });

  it("leaves a load that waits its turn, but no sooner than the site wants", () => {
    const { target, touchesTab } = plan;
    const loads = waiting(NOW + MINUTE, "reload", { target, touchesTab });
    const [after] = step(loads, answerOf(asked, "fails", FLOOR), NOW + 2 * SECOND);
    expect(after.state).toEqual({ ...loads.state, due: FLOOR });
  });

  it("is heeded no more where a later time is known", () => {
    const later = { ...plan, floor: FLOOR + MINUTE };
    expect(step(later, answerOf(asked, "fails", FLOOR), NOW + 2 * SECOND)).toEqual([later, []]);
  });

  it("counts as no try where it was never sent", () => {
    const [after] = step(plan, answerOf(asked, "not-sent"), NOW + 2 * SECOND);
    expect(after.attempts).toBe(plan.attempts - 1);
  });

  it("leaves a plan that has ended as it is", () => {
    const ended = step(plan, { type: "stop", reason: "left" }, NOW + 2 * SECOND)[0];
    expect(step(ended, answerOf(asked, "works", FLOOR), NOW + 3 * SECOND)).toEqual([ended, []]);
  });
});

it("an answer to the very address that is asked now counts as ever", () => {
  expect(effectsOf(step(probing(NOW), answerOf(URL_ASKED, "works"), NOW + SECOND))).toEqual(["reload"]);
});

describe("the other pages of the site hear of such an answer", () => {
  const other = { ...started({ url: "https://shop.example/other" }), id: "plan-2", tabId: 8 };
  const waits: RetryPlan = { ...other, state: waiting(NOW + 5 * MINUTE).state };
  const happen = (plan: RetryPlan, event: RetryEvent, at = NOW + 2 * SECOND) =>
    reduceAll({ [plan.id]: plan, [waits.id]: waits }, plan.id, event, { now: at, random: 0.5, front: new Set() });
  const [[, fromForm], [, byAddress]] = TURNED as unknown as readonly [(typeof TURNED)[0], (typeof TURNED)[0]];

  it("that the page works, and load their tabs by turns", () => {
    const { plans } = happen(fromForm, answerOf(URL_ASKED, "works"));
    expect(plans["plan-2"]?.state).toMatchObject({ name: "waiting", next: "reload" });
    expect(plans["plan-1"]).toBe(fromForm);
  });

  it("that it fails, and wait as long as the plan that asked", () => {
    const { plans } = happen(fromForm, answerOf(URL_ASKED, "fails", FLOOR));
    const { state } = plans["plan-1"] ?? fromForm;
    const due = state.name === "waiting" ? state.due : null;
    expect(due).toBeGreaterThanOrEqual(FLOOR);
    expect(plans["plan-2"]).toMatchObject({ floor: FLOOR, state: { next: "probe", due } });
  });

  it("and nothing of a front page that works: its health is not theirs", () => {
    const plans = { [byAddress.id]: byAddress, [waits.id]: waits };
    expect(happen(byAddress, answerOf(FRONT_PAGE, "works"))).toEqual({ plans, changed: [], asked: [] });
  });

  it("and nothing of a request that was never sent", () => {
    expect(happen(fromForm, answerOf(URL_ASKED, "not-sent")).plans["plan-2"]).toBe(waits);
  });
});
