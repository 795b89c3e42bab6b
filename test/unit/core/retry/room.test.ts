import { describe, expect, it } from "vitest";
import { fitted, withinRoom } from "../../../../src/core/retry/room.ts";
import { usualLength } from "../../../../src/core/retry/usual.ts";
import { MINUTE, NOW, started } from "./sample-plans.ts";

const plan = (index: number, state = started().state) => ({
  ...started({ id: `plan-${index}` }),
  createdAt: NOW + index * MINUTE,
  state,
});

describe("the room for plans", () => {
  const size = JSON.stringify(plan(1)).length + 20;

  it("is enough for all, usually", () => {
    const plans = [plan(1), plan(2)];
    expect(withinRoom(plans)).toEqual({ kept: plans, dropped: [] });
  });

  it("is taken from the oldest", () => {
    const plans = [plan(2), plan(1), plan(3)];
    expect(withinRoom(plans, 2 * size)).toEqual({ kept: [plan(2), plan(3)], dropped: [plan(1)] });
  });

  it("is taken first from what has ended and was told", () => {
    const over = plan(3, { name: "closed", at: NOW, reason: "left", told: true });
    expect(withinRoom([plan(1), over, plan(2)], 2 * size)).toEqual({ kept: [plan(1), plan(2)], dropped: [over] });
  });

  it("holds 1,200 plans at most, however short they are", () => {
    const many = Array.from({ length: 1_300 }, (_, index) => plan(index));
    expect(withinRoom(many, 10_000_000).kept).toHaveLength(1_200);
  });
});

describe("plans that find no room", () => {
  const many = Object.fromEntries(Array.from({ length: 1_201 }, (_, index) => [`plan-${index}`, plan(index)]));

  it("have ended, the oldest first, which is still to be said", () => {
    const { plans, dropped } = fitted(many, NOW);
    expect(Object.keys(plans)).toHaveLength(1_200);
    expect(dropped).toEqual([{ ...plan(0), state: { name: "closed", at: NOW, reason: "dropped", told: true } }]);
  });

  it("are none where all fit, or where what goes had ended before", () => {
    const few = { "plan-1": plan(1) };
    expect(fitted(few, NOW)).toEqual({ plans: few, dropped: [] });
    const over = plan(5, { name: "closed", at: NOW, reason: "left", told: true });
    expect(fitted({ ...many, "plan-5": over }, NOW).dropped).toEqual([]);
  });
});

describe("the usual length of a site's outages", () => {
  it.each([
    [undefined, null],
    [[60, 120], null],
    [[60, 6_000, 120], { seconds: 120, outages: 3 }],
    [[60, 120, 240, 6_000], { seconds: 180, outages: 4 }],
  ])("of %j is %j", (history, usual) => {
    expect(usualLength(history)).toEqual(usual);
  });
});
