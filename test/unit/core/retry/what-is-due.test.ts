import { describe, expect, it } from "vitest";
import type { RetryPlan } from "../../../../src/core/retry/plan.ts";
import { type Activity, dueOf, isLoadDue, wakeAt } from "../../../../src/core/retry/what-is-due.ts";
import { MINUTE, NOW, probing, reloading, SECOND, TICK, waiting } from "./sample-plans.ts";

const IDLE: Activity = { checked: new Set(), busy: new Set() };
const BUSY: Activity = { ...IDLE, busy: new Set(["plan-1"]) };
const CHECKED: Activity = { ...IDLE, checked: new Set([7]) };
const MOMENT = { now: NOW, offline: false, front: new Set<number>() };

const named = (id: string, plan: RetryPlan, parts: Partial<RetryPlan> = {}): RetryPlan => ({ ...plan, id, ...parts });
const closed = (at: number, told: boolean): RetryPlan => ({
  ...waiting(NOW),
  state: { name: "closed", at, reason: "left", told },
});
const due = (plans: readonly RetryPlan[], activity = IDLE) =>
  dueOf(plans, MOMENT, activity).map(([{ id }, what]) => [id, what]);

describe("when time has passed", () => {
  it("one plan of an origin has its turn", () => {
    const often = named("often", waiting(NOW, "probe", { attempts: 3 }));
    expect(due([often, waiting(NOW), named("later", waiting(NOW + SECOND))])).toEqual([["plan-1", TICK]]);
  });

  it("nobody has a turn while a check runs in a tab of the origin", () => {
    expect(due([named("another", waiting(NOW), { tabId: 8 }), waiting(NOW + MINUTE)], CHECKED)).toEqual([]);
  });

  it.each<[string, RetryPlan, unknown]>([
    ["a request", probing(NOW - SECOND), { type: "lost" }],
    ["a load", reloading(NOW - SECOND), TICK],
  ])("what an earlier worker had under way is looked after, and not what this one has: %s", (_what, plan, what) => {
    expect(due([plan])).toEqual([["plan-1", what]]);
    expect(due([plan], BUSY)).toEqual([]);
  });

  it("a plan whose tab is not found yet has its tab looked for, and no turn", () => {
    const lost = waiting(NOW, "probe", { searching: NOW - SECOND });
    expect(due([lost, named("found", waiting(NOW))])).toEqual([
      ["plan-1", "search"],
      ["found", TICK],
    ]);
  });

  it("the deadline comes for every plan, whoever has the turn, but for one that this worker acts for", () => {
    const late = { deadline: NOW };
    expect(due([waiting(NOW), named("late", waiting(NOW + MINUTE), late)])).toEqual([
      ["plan-1", TICK],
      ["late", TICK],
    ]);
    expect(due([probing(NOW - SECOND, late)], BUSY)).toEqual([]);
  });

  it("an end that nobody was told of is told, for an hour", () => {
    expect(due([closed(NOW - 59 * MINUTE, false)])).toEqual([["plan-1", TICK]]);
    expect(due([closed(NOW - 60 * MINUTE, false)])).toEqual([["plan-1", { type: "told" }]]);
    expect(due([closed(NOW - MINUTE, true)])).toEqual([]);
  });

  it("it matters which tabs are in front only where a load is due", () => {
    expect(isLoadDue([waiting(NOW, "reload")], NOW)).toBe(true);
    expect(isLoadDue([waiting(NOW), waiting(NOW + SECOND, "reload"), reloading(NOW)], NOW)).toBe(false);
  });
});

describe("the next time at which something is to be done", () => {
  const wake = (plans: readonly RetryPlan[], activity = IDLE, offline = false) => {
    const at = wakeAt(plans, { now: NOW, offline }, activity);
    return at === null ? null : at - NOW;
  };

  it.each<[string, RetryPlan[], number | null]>([
    ["is none without a plan", [], null],
    ["is the earliest that is due", [waiting(NOW + 50_000), named("b", waiting(NOW + 40_000))], 40_000],
    ["is no later than a minute, for deadlines are met", [waiting(NOW + 60 * MINUTE)], MINUTE],
    ["is when the turn of another plan of the origin is over", [waiting(NOW), named("b", probing(NOW))], 3_000],
    ["is soon where an earlier worker's load may be over", [reloading(NOW)], 3_000],
    ["is soon where a tab is looked for", [waiting(NOW, "probe", { searching: NOW })], 3_000],
    ["is the next alarm where a word could not be said", [closed(NOW, false)], 30_000],
    ["is when a plan that was left may go from the disk", [closed(NOW, true)], 15_000],
  ])("%s", (_what, plans, wait) => {
    expect(wake(plans)).toBe(wait);
  });

  it("is the next alarm where this worker acts for the plan, a check runs, or the browser is offline", () => {
    expect(wake([probing(NOW)], BUSY)).toBe(30_000);
    expect(wake([waiting(NOW)], CHECKED)).toBe(30_000);
    expect(wake([waiting(NOW)], IDLE, true)).toBe(30_000);
  });

  it("is as far away as it was after the clock was set back", () => {
    const year = 365 * 24 * 60 * MINUTE;
    const at = wakeAt([waiting(NOW + 40_000)], { now: NOW - year, offline: false }, IDLE);
    expect(at).toBe(NOW - year + 40_000);
  });
});
