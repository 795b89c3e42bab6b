import { describe, expect, it } from "vitest";
import { clock, countdown, span } from "../../../../src/pages/ui/time.ts";

describe("times for people", () => {
  it.each([
    [-5, "0\u00a0sec"],
    [59_999, "59\u00a0sec"],
    [60_000, "1\u00a0min"],
    [3_599_000, "59\u00a0min"],
    [7_200_000, "2\u00a0hr"],
    [3 * 86_400_000, "3\u00a0days"],
  ])("gives a span of %d ms in its largest unit: %s", (ms, expected) => {
    expect(span(ms, "en")).toBe(expected);
  });

  it.each([
    [42_000, "0:42"],
    [41_001, "0:42"],
    [0, "0:00"],
    [-1_000, "0:00"],
    [65_000, "1:05"],
    [3_600_000, "60:00"],
  ])("counts %d ms down as %s", (ms, expected) => {
    expect(countdown(ms)).toBe(expected);
  });

  it("leaves no part of a time behind in another line", () => {
    const now = new Date(2026, 10, 20, 14, 30).getTime();
    expect(clock(now, now, "en-US")).toMatch(/^2:30[\u00a0\u202f]PM$/);
    expect(clock(new Date(2026, 10, 19, 14, 2).getTime(), now, "en-US")).not.toContain(" ");
  });

  it("adds the date to the time of another day", () => {
    const now = new Date(2026, 10, 20, 14, 30).getTime();
    expect(clock(new Date(2026, 10, 20, 14, 2).getTime(), now, "en-GB")).toBe("14:02");
    expect(clock(new Date(2026, 10, 19, 14, 2).getTime(), now, "en-GB")).toMatch(/^19\u00a0Nov.*14:02$/);
  });
});
