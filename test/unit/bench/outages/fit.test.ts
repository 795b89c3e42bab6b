import { describe, expect, it } from "vitest";
import { kindsOf } from "../../../../src/core/retry/outage-model.ts";
import { BY_STATUS, fitted, partOf, withoutEach } from "../../../bench/outages/fit.ts";
import { isMeasured, logLikelihood } from "../../../bench/outages/likelihood.ts";
import { minimise } from "../../../bench/outages/minimise.ts";
import type { Recorded } from "../../../bench/outages/recorded.ts";
import { INTERVAL, record, world } from "./world.ts";

describe("a simplex search", () => {
  it("finds the lowest point of a bent valley", () => {
    const valley = ([x = 0, y = 0]: readonly number[]) => (1 - x) ** 2 + 100 * (y - x * x) ** 2;
    const [x, y] = minimise(valley, [-1, 2]);
    expect(x).toBeCloseTo(1, 2);
    expect(y).toBeCloseTo(1, 2);
  });
});

describe("the likelihood of a recorded length", () => {
  const one = (length: number): Recorded => ({ ...(record(900, 1, 1, 503) as Recorded), length });

  it("adds up to one over all lengths that are measured", () => {
    const kinds = kindsOf({});
    let sum = 0;
    const step = 20;
    for (let length = 1.5 * INTERVAL + step / 2; length < 2e5; length += step) {
      sum += Math.exp(logLikelihood(kinds, one(length))) * step;
    }
    // What lasts longer than two days is missing.
    expect(sum).toBeGreaterThan(0.97);
    expect(sum).toBeLessThan(1.002);
  });

  it("leaves out what a single check saw", () => {
    expect([400, 600, 601, 800].map((length) => isMeasured(one(length)))).toEqual([false, false, true, true]);
  });
});

describe("the fit", () => {
  const outages = world();

  it("finds the outages that were really there, though monitors saw them only now and then", () => {
    const { usual, long, longShare } = fitted(BY_STATUS, outages);
    expect(usual.median / 900).toBeGreaterThan(0.85);
    expect(usual.median / 900).toBeLessThan(1.15);
    expect(long.median / 18_000).toBeGreaterThan(0.7);
    expect(long.median / 18_000).toBeLessThan(1.4);
    expect(longShare.badGateway).toBeCloseTo(0.4, 1);
    expect(longShare.others).toBeCloseTo(0.1, 1);
  });

  it("judges a part of the monitors by the others", () => {
    const few = outages.slice(0, 100);
    const tables = withoutEach(BY_STATUS, few);
    const part = partOf({ monitor: 3 } as Recorded);
    expect(tables[part]).toEqual(
      fitted(
        BY_STATUS,
        few.filter(({ monitor }) => monitor !== 3),
      ),
    );
  });
});
