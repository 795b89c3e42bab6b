import { describe, expect, it } from "vitest";
import { isFresh } from "../../../../src/core/http/settled.ts";

describe("what was seen still says something of the present, or no longer", () => {
  it.each([
    ["now", 0, true],
    ["a moment before a minute has passed", 59_999, true],
    ["a minute ago", 60_000, false],
    ["in the future, by a clock that was put back", -1_000, true],
  ])("%s", (_when, age, fresh) => {
    expect(isFresh(1_000_000 - age, 1_000_000)).toBe(fresh);
  });
});
