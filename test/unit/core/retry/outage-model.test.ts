import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { hazardRate, kindsOf, lastingKindsOf, outlookAt } from "../../../../src/core/retry/outage-model.ts";
import { FOLLOWED } from "../../../bench/retry/models.ts";
import { holds } from "../../../property.ts";

const PLAIN = kindsOf({});

const shares = (kinds: ReturnType<typeof kindsOf>) => kinds.reduce((sum, { share }) => sum + share, 0);

describe("the outages to expect", () => {
  it.each([undefined, 0, 500, 502, 503, 504, 521, 530])(
    "are whole, with every kind still possible, for a %s",
    (status) => {
      const kinds = kindsOf({ status });
      expect(shares(kinds)).toBeCloseTo(1, 10);
      for (const { share } of kinds) expect(share).toBeGreaterThanOrEqual(0.05);
    },
  );

  it("are more often long ones behind a 502", () => {
    const longest = (status: number) => kindsOf({ status }).at(-1)?.share ?? 0;
    expect(longest(502)).toBeGreaterThan(2 * longest(503));
    expect(kindsOf({ status: 503 })).toEqual(PLAIN);
  });

  it("are those of the cause where one is known, whatever the status", () => {
    expect(kindsOf({ cause: "maintenance", status: 502 })).toEqual(kindsOf({ cause: "maintenance", status: 503 }));
  });

  it.each([undefined, ...CAUSE_IDS])("are whole, with every kind still possible, for the cause %s", (cause) => {
    const kinds = kindsOf({ cause });
    expect(shares(kinds)).toBeCloseTo(1, 10);
    for (const { share } of kinds) expect(share).toBeGreaterThanOrEqual(0.05);
  });

  it("learn nothing from lengths that are none", () => {
    expect(kindsOf({ history: [] })).toEqual(PLAIN);
    expect(kindsOf({ history: [Number.NaN, 0, -5, Number.POSITIVE_INFINITY] })).toEqual(PLAIN);
  });

  it("give a site's own outages their weight from the first on, and the model that of three", () => {
    const kinds = kindsOf({ history: [100] });
    expect(kinds.slice(3)).toEqual([{ share: 1 / 4, median: 100, sigma: 0.6 }]);
    expect(shares(kinds.slice(0, 3))).toBeCloseTo(3 / 4, 10);
  });

  it("remember the last ten, and the model keeps its part", () => {
    const kinds = kindsOf({ history: Array.from({ length: 50 }, (_, index) => index + 1) });
    expect(kinds.slice(3).map(({ median }) => median)).toEqual([41, 42, 43, 44, 45, 46, 47, 48, 49, 50]);
    expect(shares(kinds.slice(0, 3))).toBeCloseTo(3 / 13, 10);
  });

  it("give what the site publishes a quarter of that weight, taken more widely, in a forecast", () => {
    const kinds = lastingKindsOf({ history: [100], published: [200, 400] });
    expect(kinds.slice(3)).toEqual([
      { share: 1 / 4.5, median: 100, sigma: 0.6 },
      { share: 0.25 / 4.5, median: 200, sigma: 1 },
      { share: 0.25 / 4.5, median: 400, sigma: 1 },
    ]);
    expect(shares(kinds)).toBeCloseTo(1, 10);
  });

  it("leave the pace alone for what the site publishes", () => {
    expect(kindsOf({ status: 502, history: [100], published: [9_000] })).toEqual(
      kindsOf({ status: 502, history: [100] }),
    );
  });

  it("are whole for any history", () => {
    holds([fc.array(fc.double(), { maxLength: 30 })], (history) => {
      const kinds = kindsOf({ history });
      expect(shares(kinds)).toBeCloseTo(1, 10);
      for (const { median } of kinds) expect(median > 0 && median <= 604_800).toBe(true);
    });
  });
});

describe("the outlook at an age", () => {
  it.each([0.5, 3, 20, 100, 600, 3_600, 7_200, 21_600, 604_800, 1e8])("is that of the model at %d s", (age) => {
    const { density, survival } = FOLLOWED.lasts;
    const { lasting, ending } = outlookAt(PLAIN, age);
    expect(lasting / survival(age)).toBeCloseTo(1, 5);
    expect(ending / density(age)).toBeCloseTo(1, 5);
    expect(hazardRate(PLAIN, age)).toBeCloseTo(ending / lasting, 12);
  });

  it("never has more outages left at a later age", () => {
    const age = fc.double({ min: 0.1, max: 1e8, noNaN: true });
    const longer = fc.double({ min: 1, max: 1.01, noNaN: true });
    const history = fc.array(fc.double({ min: 1, max: 1e6, noNaN: true }), { maxLength: 12 });
    holds([age, longer, history], (at, by, past) => {
      const kinds = kindsOf({ history: past });
      expect(outlookAt(kinds, at * by).lasting).toBeLessThanOrEqual(outlookAt(kinds, at).lasting);
    });
  });
});

describe("the hazard rate", () => {
  it("is about three quarters over the age from ten minutes to two days, as in real outages", () => {
    for (const age of [600, 1_800, 3_600, 14_400, 43_200, 172_800]) {
      expect(hazardRate(PLAIN, age) * age).toBeGreaterThan(0.5);
      expect(hazardRate(PLAIN, age) * age).toBeLessThan(1.2);
    }
  });

  it("is a positive number for any age from a second to a week, whatever the history", () => {
    const history = fc.array(fc.double({ min: 0.001, max: 1e12, noNaN: true }), { maxLength: 12 });
    holds([fc.double({ min: 1, max: 604_800, noNaN: true }), history], (age, past) => {
      const rate = hazardRate(kindsOf({ history: past }), age);
      expect(rate > 0 && rate < 10).toBe(true);
    });
  });
});
