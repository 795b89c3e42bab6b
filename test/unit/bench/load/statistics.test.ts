import { describe, expect, it } from "vitest";
import { estimate, median, ninetieth, tenth } from "../../../bench/load/statistics.ts";
import { seeded } from "../../../bench/retry/random.ts";

describe("medians and bounds", () => {
  it.each([
    [[3, 1, 2], 2],
    [[4, 1, 2, 3], 2.5],
    [[], Number.NaN],
  ])("the middle of %j is %d", (values, middle) => {
    expect(median(values)).toEqual(middle);
  });

  it("a tenth lies at or below the one, nine tenths at or below the other", () => {
    const values = Array.from({ length: 20 }, (_, index) => 20 - index);
    expect([tenth(values), ninetieth(values)]).toEqual([2, 18]);
  });
});

describe("an estimate", () => {
  /** Pairs whose second is so many times the first, with noise of a fifth that both share and a tenth that they do not. */
  function pairs(times: number, seed: number): ReadonlyArray<readonly [number, number]> {
    const random = seeded(seed);
    return Array.from({ length: 40 }, () => {
      const shared = 0.8 + random() * 0.4;
      return [100 * shared * (0.95 + random() / 10), 100 * times * shared * (0.95 + random() / 10)] as const;
    });
  }
  const ratio = (rounds: ReadonlyArray<readonly [number, number]>) =>
    median(rounds.map(([, second]) => second)) / median(rounds.map(([first]) => first));

  it("has the figure of all rounds between its bounds, and says the same every time", () => {
    const rounds = pairs(1.2, 1);
    const { value, low, high } = estimate(rounds, ratio);
    expect(value).toBe(ratio(rounds));
    expect(low).toBeLessThan(value);
    expect(high).toBeGreaterThan(value);
    expect(estimate(rounds, ratio)).toEqual({ value, low, high });
  });

  it("holds the truth in about 95 % of runs", () => {
    const runs = Array.from({ length: 40 }, (_, seed) => estimate(pairs(1.1, seed + 1), ratio));
    const right = runs.filter(({ low, high }) => low <= 1.1 && high >= 1.1).length;
    expect(right).toBeGreaterThanOrEqual(34);
  });
});
