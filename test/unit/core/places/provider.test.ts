import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { LONGEST_PROVIDER, providerName } from "../../../../src/core/places/provider.ts";
import { holds } from "../../../property.ts";

describe("a provider's name as a user types it", () => {
  it.each([
    ["Deutsche Telekom", "Deutsche Telekom"],
    ["  AT&T  ", "AT&T"],
    ["O2-Net, s.r.o.", "O2-Net s.r.o."],
    ["中国电信", "中国电信"],
    ["Telekom+US", "Telekom US"],
    ["eyeball\nnetwork\u202e", "eyeball network"],
    ["", null],
    ["+ - &", null],
    [null, null],
    [7, null],
  ])("%j is sent as %j", (typed, sent) => {
    expect(providerName(typed)).toBe(sent);
  });

  it("is short, one line, and no condition of the API's, whatever was typed", () => {
    holds([fc.string({ unit: "binary", maxLength: 400 })], (typed) => {
      const name = providerName(typed) ?? "";
      expect(name.length).toBeLessThanOrEqual(LONGEST_PROVIDER);
      expect(name).not.toMatch(/[+\n\r\u202e]/);
    });
  });
});
