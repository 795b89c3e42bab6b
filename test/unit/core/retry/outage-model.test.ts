import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { hazardRate, kindsOf } from "../../../../src/core/retry/outage-model.ts";
import { GIVEN, KINDS } from "../../../bench/retry/models.ts";
import { holds } from "../../../property.ts";

const shares = (kinds: ReturnType<typeof kindsOf>) => kinds.reduce((sum, { share }) => sum + share, 0);

describe("the outages to expect", () => {
  it("are those of the model when nothing is known", () => {
    expect(kindsOf({})).toEqual(KINDS);
  });

  it.each([undefined, ...CAUSE_IDS])("are whole, with every kind still possible, for the cause %s", (cause) => {
    const kinds = kindsOf({ cause });
    expect(shares(kinds)).toBeCloseTo(1, 10);
    for (const { share } of kinds) expect(share).toBeGreaterThanOrEqual(0.05);
  });

  it("learn nothing from fewer than three outages, nor from lengths that are none", () => {
    expect(kindsOf({ history: [100, 100] })).toEqual(KINDS);
    expect(kindsOf({ history: [100, 100, Number.NaN, 0, -5, Number.POSITIVE_INFINITY] })).toEqual(KINDS);
  });

  it("give a site's own outages their weight, and the model that of three", () => {
    const kinds = kindsOf({ history: [100, 200, 300] });
    expect(kinds.slice(3).map(({ share, median }) => [share, median])).toEqual([100, 200, 300].map((m) => [1 / 6, m]));
    expect(shares(kinds.slice(0, 3))).toBeCloseTo(0.5, 10);
  });

  it("remember the last ten, and the model keeps its part", () => {
    const kinds = kindsOf({ history: Array.from({ length: 50 }, (_, index) => index + 1) });
    expect(kinds.slice(3).map(({ median }) => median)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50]);
    expect(shares(kinds.slice(0, 3))).toBeCloseTo(3 / 13, 10);
  });

  it("are whole for any history", () => {
    holds([fc.array(fc.double(), { maxLength: 30 })], (history) => {
      const kinds = kindsOf({ history });
      expect(shares(kinds)).toBeCloseTo(1, 10);
      for (const { median } of kinds) expect(median > 0 && median <= 604_800).toBe(true);
    });
  });
});

describe("the hazard rate", () => {
  it.each([0.5, 3, 20, 100, 600, 3_600, 7_200, 21_600, 604_800])(
    "is that of the model, within 1 %%, at %d s",
    (age) => {
      const { density, survival } = GIVEN.lasts;
      expect(hazardRate(KINDS, age) / (density(age) / survival(age))).toBeCloseTo(1, 2);
    },
  );

  it("is a positive number for any age from a second to a week, whatever the history", () => {
    const history = fc.array(fc.double({ min: 0.001, max: 1e12, noNaN: true }), { maxLength: 12 });
    holds([fc.double({ min: 1, max: 604_800, noNaN: true }), history], (age, past) => {
      const rate = hazardRate(kindsOf({ history: past }), age);
      expect(rate > 0 && rate < 10).toBe(true);
    });
  });
});
