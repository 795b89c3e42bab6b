import { describe, expect, it } from "vitest";
import { countFrom } from "../../bench/count-from.ts";

describe("a number of rounds", () => {
  it.each([
    ["1", 1],
    ["12", 12],
    ["1000", 1_000],
  ])("is taken as it was typed: %s", (typed, count) => {
    expect(countFrom(typed, "--rounds")).toBe(count);
  });

  it.each(["0", "-1", "x", "", " ", "1.5", "1e3", "0x10", "Infinity", "NaN", "12x", "99999999"])(
    "is refused with its name where it would measure nothing, or no end of it: “%s”",
    (typed) => {
      expect(() => countFrom(typed, "--rounds")).toThrow(`--rounds takes a whole number from 1 on, not "${typed}"`);
    },
  );
});
