import { describe, expect, it } from "vitest";
import { areComparable } from "../../../../src/core/places/second-opinion.ts";

describe("two answers", () => {
  it.each([
    [0, true],
    [300_000, true],
    [300_001, false],
  ])("%d ms apart, whichever came first, are compared: %s", (apart, comparable) => {
    expect(areComparable(1_000_000, 1_000_000 + apart)).toBe(comparable);
    expect(areComparable(1_000_000 + apart, 1_000_000)).toBe(comparable);
  });
});
