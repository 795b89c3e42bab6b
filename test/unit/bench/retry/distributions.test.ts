import { describe, expect, it } from "vitest";
import { exponential, heavyTail, lengths, logNormal, mixture, normalTail } from "../../../bench/retry/distributions.ts";
import { GIVEN, OTHERS } from "../../../bench/retry/models.ts";
import { seeded } from "../../../bench/retry/random.ts";

describe("the normal tail", () => {
  // Abramowitz and Stegun, table 26.1 and 26.2.
  it.each([
    [0, 0.5],
    [1, 0.15865525393],
    [-1, 0.84134474607],
    [1.959963984540054, 0.025],
    [3, 0.0013498980316],
    [5, 2.8665157188e-7],
    [8, 6.2209605743e-16],
  ])("beyond %d is %d", (z, tail) => {
    expect(normalTail(z) / tail).toBeCloseTo(1, 9);
  });

  it("has no step where one formula hands over to the other", () => {
    expect(normalTail(4 - 1e-9) / normalTail(4 + 1e-9)).toBeCloseTo(1, 7);
  });
});

describe.each([
  ["exponential", exponential(100)],
  ["log-normal", logNormal(600, 0.7)],
  ["heavy tail", heavyTail(1.2, 60)],
  ["mixture", GIVEN.lasts],
] as const)("the %s distribution", (_name, { density, survival }) => {
  it.each([100, 500, 2_000, 9_000])("ends at the rate at which survivors become fewer, at %d s", (time) => {
    const step = time * 1e-4;
    const slope = (survival(time - step) - survival(time + step)) / (2 * step);
    expect(density(time) / slope).toBeCloseTo(1, 4);
  });
});

describe("a mixture", () => {
  it("weighs its parts by their shares", () => {
    const both = mixture([
      [0.25, exponential(10)],
      [0.75, exponential(1_000)],
    ]);
    expect(both.survival(10)).toBeCloseTo(0.25 * Math.exp(-1) + 0.75 * Math.exp(-0.01), 12);
  });
});

describe("lengths", () => {
  it("stand for equal shares of the outages, shortest first", () => {
    const played = lengths(exponential(100), 4);
    expect(played.map((length) => Math.round(length))).toEqual(
      [0.125, 0.375, 0.625, 0.875].map((share) => Math.round(-100 * Math.log(1 - share))),
    );
  });

  it.each([GIVEN, ...OTHERS])("have the distribution's own median: $name", ({ lasts }) => {
    const played = lengths(lasts, 1_001);
    expect(lasts.survival(played[500] ?? 0)).toBeCloseTo(0.5, 6);
  });
});

describe("seeded chance", () => {
  it("repeats itself, and differs from seed to seed", () => {
    const [one, same, other] = [seeded(1), seeded(1), seeded(2)];
    const draw = (random: () => number) => [random(), random(), random()];
    const first = draw(one);
    expect(draw(same)).toEqual(first);
    expect(draw(other)).not.toEqual(first);
  });

  it("is even: mean, variance and each tenth are where they should be", () => {
    const random = seeded(7);
    const drawn = Array.from({ length: 100_000 }, random);
    const mean = drawn.reduce((sum, value) => sum + value, 0) / drawn.length;
    const variance = drawn.reduce((sum, value) => sum + (value - mean) ** 2, 0) / drawn.length;
    expect(mean).toBeCloseTo(0.5, 2);
    expect(variance).toBeCloseTo(1 / 12, 2);
    for (let tenth = 0; tenth < 10; tenth += 1) {
      const share = drawn.filter((value) => Math.floor(value * 10) === tenth).length / drawn.length;
      expect(share).toBeCloseTo(0.1, 2);
    }
  });
});
