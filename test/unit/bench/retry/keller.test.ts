import { describe, expect, it } from "vitest";
import { exponential, lengths } from "../../../bench/retry/distributions.ts";
import { kellerBound, kellerFactor, kellerIntegral } from "../../../bench/retry/keller.ts";
import { GIVEN } from "../../../bench/retry/models.ts";
import type { Schedule } from "../../../bench/retry/schedules.ts";
import { live, simulate } from "../../../bench/retry/simulate.ts";

const every = (seconds: number): Schedule => ({ name: `every ${seconds} s`, wait: () => seconds });

describe("Keller's bound", () => {
  it("is half the spacing where outages end at a constant rate, for then even spacing is best", () => {
    // Density f = S/m gives K = sqrt(m); N requests over a mean of m seconds are m/N apart.
    for (const mean of [5, 100, 4_000]) {
      expect(kellerIntegral(exponential(mean)) / Math.sqrt(mean)).toBeCloseTo(1, 5);
      expect(kellerBound(exponential(mean), 10)).toBeCloseTo(mean / 20, 3);
      expect(kellerFactor(exponential(mean), 10) * Math.sqrt(1 / mean)).toBeCloseTo(10 / mean, 5);
    }
  });

  it("is 18.9 s at 24 requests on the given model", () => {
    expect(kellerBound(GIVEN.lasts, 24)).toBeCloseTo(18.9, 1);
  });

  it("falls as requests rise: twice as many halve it", () => {
    expect(kellerBound(GIVEN.lasts, 48)).toBeCloseTo(kellerBound(GIVEN.lasts, 24) / 2, 10);
  });
});

describe("an outage under a schedule", () => {
  it("counts every request, the one that finds it over included, and waits for that one", () => {
    expect(live(every(30), 100, () => 0)).toEqual({ waited: 20, requests: 4 });
    expect(live(every(30), 90, () => 0)).toEqual({ waited: 0, requests: 3 });
  });
});

describe("the simulation", () => {
  it("finds half the spacing as the mean wait, nineteen twentieths of it as p95, and half a request more than the bound counts", () => {
    const { mean, p95, requests } = simulate(every(3), lengths(exponential(300), 20_000));
    expect(mean).toBeCloseTo(1.5, 1);
    expect(p95).toBeCloseTo(2.85, 1);
    expect(requests).toBeCloseTo(100.5, 0);
  });

  it("comes to the same figures each time", () => {
    const jittered: Schedule = { name: "jittered", wait: (_tried, _elapsed, random) => 10 * (0.5 + random()) };
    const played = lengths(exponential(300), 500);
    expect(simulate(jittered, played)).toEqual(simulate(jittered, played));
  });

  it("finds the cost of jitter: renewal theory's 13/12 for plus or minus 50 %, and 4/3 for full jitter", () => {
    const played = lengths(exponential(3_000), 20_000);
    const jitter = (least: number, spread: number): Schedule => ({
      name: "jittered",
      wait: (_tried, _elapsed, random) => 10 * (least + spread * random()),
    });
    expect(simulate(jitter(0.5, 1), played).mean / 5).toBeCloseTo(13 / 12, 1);
    expect(simulate(jitter(0, 2), played).mean / 5).toBeCloseTo(4 / 3, 1);
  });
});
