import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { RetryEvent } from "../../../../src/core/retry/events.ts";
import type { RetryPlan } from "../../../../src/core/retry/plan.ts";
import { wordFor } from "../../../../src/core/retry/siblings.ts";
import { holds } from "../../../property.ts";
import {
  answered,
  effectsOf,
  looked,
  MINUTE,
  NOW,
  probing,
  reloading,
  SECOND,
  shows,
  step,
  TICK,
  waiting,
} from "./sample-plans.ts";

const MOVING: RetryEvent = { type: "withheld", why: "on-its-way" };
const UNKNOWN: RetryEvent = { type: "withheld", why: "unknown" };

/** A plan that a good answer has just let load its tab. */
const loading = (parts: Partial<RetryPlan> = {}): RetryPlan => step(probing(NOW, parts), answered("works"))[0];

/** The same plan after its load was withheld again and again, every time as soon as it was due. */
function heldFor(ms: number, event: RetryEvent, plan = loading()): RetryPlan {
  let held = step(plan, event)[0];
  while (held.state.name === "waiting" && held.state.next === "reload" && held.state.due <= NOW + ms) {
    const { due } = held.state;
    held = step(step(held, TICK, due)[0], event, due)[0];
  }
  return held;
}

describe("a load that was withheld", () => {
  it.each([MOVING, UNKNOWN])("is due again within seconds and does not count: $why", (event) => {
    const [plan, effects] = step(loading(), event, NOW + SECOND);
    expect(effects).toEqual([]);
    expect(plan).toMatchObject({ reloads: 0, lastReloadAt: null, state: { name: "waiting", next: "reload" } });
    expect(plan.state).toMatchObject({ due: NOW + 4 * SECOND });
    expect(effectsOf(step(plan, TICK, NOW + 4 * SECOND))).toEqual(["reload"]);
  });

  it("leaves the count and the time of the loads before it as they were", () => {
    const before = { reloads: 2, lastReloadAt: NOW - 5 * MINUTE };
    expect(step(loading(before), MOVING)[0]).toMatchObject(before);
  });

  it("ends with the plan once the user is elsewhere, or the page that was on its way works", () => {
    const held = step(loading(), MOVING)[0];
    expect(step(held, { type: "stop", reason: "left" })[0].state).toMatchObject({ name: "closed", reason: "left" });
    const again = step(held, TICK, NOW + 3 * SECOND)[0];
    expect(step(again, looked({ state: "another-page" }))[0].state).toMatchObject({ reason: "left" });
    expect(step(again, looked(shows(200, NOW + 2 * SECOND)))[0].state).toMatchObject({ reason: "recovered" });
  });

  it("asks anew once the good answer is half a minute old, at the usual pace", () => {
    const plan = heldFor(MINUTE, MOVING);
    expect(plan).toMatchObject({ reloads: 0, state: { name: "waiting", next: "probe" } });
    expect(effectsOf(step(plan, TICK, NOW + 10 * MINUTE))).toEqual(["probe"]);
  });

  it("leaves the tab to the user where nobody can tell for half a minute what a reload would lose", () => {
    expect(heldFor(20 * SECOND, UNKNOWN).state.name).toBe("waiting");
    expect(heldFor(MINUTE, UNKNOWN).state).toMatchObject({ name: "closed", reason: "site-answers" });
  });

  it("that only a refusal had led to is not worth more than the usual pace", () => {
    const refused = step(probing(NOW), answered("refuses"))[0];
    expect(refused.state).toMatchObject({ name: "reloading", after: "refusal" });
    expect(step(refused, MOVING)[0]).toMatchObject({ reloads: 0, state: { name: "waiting", next: "probe" } });
  });

  it("keeps a sibling's turn a turn", () => {
    const turn = { ...reloading(NOW), state: { name: "reloading", since: NOW, before: 0, after: "sibling" } } as const;
    expect(step(turn, MOVING)[0].state).toMatchObject({ next: "reload", after: "sibling" });
  });

  it("tells the site's other plans nothing, for nothing has failed", () => {
    const before = loading();
    expect(wordFor(before, MOVING, step(before, MOVING)[0])).toBeNull();
  });

  it("means nothing to a plan that loads nothing", () => {
    for (const plan of [waiting(NOW + MINUTE), probing(NOW)]) expect(step(plan, MOVING)).toEqual([plan, []]);
  });

  it("never leaves a plan loading, whenever it comes and whatever was on its way", () => {
    let met = 0;
    const moments = { since: fc.integer({ min: 0, max: 200 * SECOND }), why: fc.constantFrom(MOVING, UNKNOWN) };
    holds([fc.record(moments)], ({ since, why }) => {
      const [plan] = step(reloading(NOW - since), why);
      expect(plan.state.name).not.toBe("reloading");
      if (plan.state.name === "waiting" && plan.state.next === "reload") {
        met += 1;
        expect(plan.state.due - NOW).toBeLessThanOrEqual(5 * SECOND);
      }
    });
    expect(met).toBeGreaterThan(0);
  });
});
