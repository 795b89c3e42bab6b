import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { startPlan, wait } from "../../../../src/core/retry/start.ts";
import { withinLimit } from "../../../../src/core/settings/retry-limits.ts";
import { holds } from "../../../property.ts";

describe("a limit of tries", () => {
  it.each([
    [5_000, null, 5_000],
    [5_000, 12, 300_000],
    [600_000, 12, 600_000],
    [1, 120, 30_000],
  ])("makes of a wait of %i ms with %s in an hour %i ms", (before, most, after) => {
    expect(withinLimit(before, most)).toBe(after);
  });

  it("never hastens", () => {
    holds([fc.nat(), fc.option(fc.integer({ min: 1, max: 120 }))], (before, most) => {
      expect(withinLimit(before, most)).toBeGreaterThanOrEqual(before);
    });
  });

  it("holds for every try of a plan but the first", () => {
    const start = { id: "p", tabId: 1, url: "https://shop.example/", status: 502, protected: false, floor: null };
    const plan = startPlan({ ...start, lasts: 3_600_000, maxPerHour: 6 }, 0, 0.5);
    expect(plan.state).toMatchObject({ name: "waiting" });
    expect(plan.state.name === "waiting" && plan.state.due).toBeLessThan(10_000);
    const next = wait({ ...plan, attempts: 1 }, 10_000, 0.5);
    expect(next.state.name === "waiting" && next.state.due).toBeGreaterThanOrEqual(610_000);
  });
});
