import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { holds, holdsInTime } from "../property.ts";

const small = fc.integer({ min: 1, max: 10 });

describe("a property", () => {
  it("holds where every case reached its expectation", () => {
    expect(() => holds([small], (one) => void expect(one).toBeGreaterThan(0))).not.toThrow();
  });

  it("fails where a case contradicts it", () => {
    expect(() => holds([small], (one) => void expect(one).toBeLessThan(9))).toThrow("Property failed");
  });

  it("fails where no case reached an expectation, whatever it would have said", () => {
    expect(() => holds([small], (one) => void (one > 10 && expect(one).toBe(0)))).toThrow(
      /: 0 of \d+ random cases|^0 of \d+ random cases/,
    );
  });

  it("fails where fewer cases reached one than were demanded", () => {
    const onlyOfTen = (one: number) => void (one === 10 && expect(one).toBe(10));
    expect(() => holds([small], onlyOfTen)).toThrow("random cases reached an expectation");
    expect(() => holds([small], onlyOfTen, { reaches: 0.5 })).toThrow("random cases reached an expectation");
    expect(() => holds([small], onlyOfTen, { reaches: 0.02 })).not.toThrow();
  });

  it("counts in the same way what takes time", async () => {
    await expect(holdsInTime([small], async () => undefined)).rejects.toThrow(
      /: 0 of \d+ random cases|^0 of \d+ random cases/,
    );
    await expect(holdsInTime([small], async (one) => void expect(one).toBeLessThan(9))).rejects.toThrow("Property");
    await holdsInTime([small], async (one) => void expect(one).toBeGreaterThan(0));
  });

  it("tries long lists where it allows them", () => {
    const lengths: number[] = [];
    holds([fc.array(small, { maxLength: 120 })], (list) => void expect(lengths.push(list.length)).toBeGreaterThan(0));
    expect(Math.max(...lengths)).toBeGreaterThan(60);
  });
});
