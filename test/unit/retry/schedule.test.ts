import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { nextDue, nextReload } from "../../../src/retry/schedule.ts";
import { MINUTE, NOW, SECOND } from "./given.ts";

const random = fc.double({ min: 0, max: 1, noNaN: true });
const attempts = fc.nat(500);
const wait = (tried: number, chance: number) => nextDue(tried, NOW, chance, null) - NOW;

describe("nextDue", () => {
  it("puts the first try between one and five seconds from now", () => {
    expect([0, 0.5, 1].map((chance) => wait(0, chance))).toEqual([1 * SECOND, 3 * SECOND, 5 * SECOND]);
    fc.assert(
      fc.property(random, (chance) => {
        expect(wait(0, chance)).toBeGreaterThanOrEqual(1 * SECOND);
        expect(wait(0, chance)).toBeLessThanOrEqual(5 * SECOND);
      }),
    );
  });

  it("grows by 1.3 from try to try up to two minutes", () => {
    for (let tried = 1; tried < 14; tried += 1) {
      expect(wait(tried, 0.5)).toBeCloseTo(3 * SECOND * 1.3 ** tried, 3);
    }
    for (const tried of [15, 16, 100, 10_000]) expect(wait(tried, 0.5)).toBe(2 * MINUTE);
  });

  it("jitters by plus or minus one half", () => {
    fc.assert(
      fc.property(attempts, random, (before, chance) => {
        const tried = before + 1;
        const middle = wait(tried, 0.5);
        expect(wait(tried, 0)).toBeCloseTo(middle / 2, 3);
        expect(wait(tried, 1)).toBeCloseTo(middle * 1.5, 3);
        expect(wait(tried, chance)).toBeCloseTo(middle * (0.5 + chance), 3);
        expect(wait(tried, chance)).toBeLessThanOrEqual(3 * MINUTE);
      }),
    );
  });

  it("lies after the floor, and not at the very moment when all others return as well", () => {
    fc.assert(
      fc.property(attempts, random, fc.integer({ min: -MINUTE, max: 360 * MINUTE }), (tried, chance, ahead) => {
        const floor = NOW + ahead;
        const due = nextDue(tried, NOW, chance, floor);
        expect(due).toBeGreaterThan(floor);
        expect(due).toBeGreaterThanOrEqual(NOW + wait(tried, chance));
        expect(due).toBeLessThanOrEqual(Math.max(NOW, floor) + wait(tried, chance));
      }),
    );
    expect(nextDue(0, NOW, 0, NOW + MINUTE)).not.toBe(nextDue(0, NOW, 1, NOW + MINUTE));
  });
});

describe("nextReload", () => {
  it("is two to four minutes away, and never before the floor", () => {
    expect(nextReload(NOW, 0, null)).toBe(NOW + 2 * MINUTE);
    expect(nextReload(NOW, 1, null)).toBe(NOW + 4 * MINUTE);
    expect(nextReload(NOW, 0, NOW + 9 * MINUTE)).toBe(NOW + 9 * MINUTE);
    expect(nextReload(NOW, 0, NOW - MINUTE)).toBe(NOW + 2 * MINUTE);
  });
});
