import { describe, expect, it } from "vitest";
import { coverageAt, coverageForVisitor, statusAlone } from "../../../bench/outages/coverage.ts";
import { world } from "./world.ts";

/** The table that this world was made by, for each part of its monitors. */
const TRUTH = Array(10).fill({
  usual: { median: 900, sigma: 0.9 },
  long: { median: 18_000, sigma: 2 },
  longShare: { badGateway: 0.4, others: 0.1 },
});
const outages = world();

describe("forecasts by the truth", () => {
  // Half way between two checks of this world: what was recorded as longer was longer, as often as the reverse.
  it.each([1_400, 3_800, 14_600])("come true as often as they say at an age of %i s", (age) => {
    const { half, ninth, outages: count } = coverageAt(age, outages, TRUTH, statusAlone);
    expect(count).toBe(outages.filter(({ length }) => length > age).length);
    for (const [promised, { share, low, high }] of [
      [0.5, half],
      [0.9, ninth],
    ] as const) {
      expect(Math.abs(share - promised)).toBeLessThan(0.08);
      expect(low).toBeLessThan(share);
      expect(high).toBeGreaterThan(share);
    }
  });

  it("come true for somebody who looks once a day only if they are told of that", () => {
    const taken = coverageForVisitor(86_400, outages, TRUTH, 0);
    const told = coverageForVisitor(86_400, outages, TRUTH, 86_400);
    expect(taken.half).toBeLessThan(0.3);
    expect(Math.abs(told.half - 0.5)).toBeLessThan(0.08);
    expect(Math.abs(told.ninth - 0.9)).toBeLessThan(0.08);
  });

  it("say what would have been shown, of every outage", () => {
    const { said } = coverageAt(1_200, outages, TRUTH, statusAlone);
    expect([...said.values()].reduce((sum, share) => sum + share, 0)).toBeCloseTo(1, 10);
  });
});
