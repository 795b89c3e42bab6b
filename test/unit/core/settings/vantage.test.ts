import { describe, expect, it } from "vitest";
import { endOf, vantageFrom } from "../../../../src/core/settings/vantage.ts";

const BEFORE = { base: "https://ping.example/v1", token: "old" };

describe("the filled-in form of the API", () => {
  it.each([
    ["keeps the token of the same address", "https://ping.example/v1/", "", { ...BEFORE }],
    ["takes a new token", "https://ping.example/v1", " new ", { ...BEFORE, token: "new" }],
    [
      "gives the token to no other address",
      "https://other.example/v1",
      "",
      { base: "https://other.example/v1", token: null },
    ],
    ["goes back to Faultline's own when it is empty", " ", "", { base: "https://api.globalping.io/v1", token: null }],
    ["refuses an address without encryption", "http://ping.example", "", "base"],
    ["refuses a token with a space", "https://ping.example/v1", "a b", "token"],
  ] as const)("%s", (_what, base, token, wanted) => {
    expect(vantageFrom(BEFORE, base, token)).toEqual(wanted);
  });

  it("shows the end of a long token alone, and of a short one nothing", () => {
    expect(endOf("abcdefghijklmnop")).toBe("mnop");
    expect(endOf("abcdefgh")).toBe("");
  });
});
