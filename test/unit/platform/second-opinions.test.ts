import { describe, expect, it } from "vitest";
import { SECOND_OPINIONS } from "../../../src/platform/second-opinions.ts";

const { initial, parse } = SECOND_OPINIONS;

describe("settings of second opinions", () => {
  it("are by default Globalping without a token, and two resolvers", () => {
    expect(parse(initial)).toEqual(initial);
    expect(initial.vantageToken).toBeNull();
    expect(initial.resolvers).toHaveLength(2);
  });

  it("may name another API, a token and other resolvers", () => {
    const own = {
      vantageApi: "https://ping.corp.example/v1",
      vantageToken: "t0ken",
      resolvers: ["https://dns.example/q"],
    };
    expect(parse(own)).toEqual(own);
  });

  it.each([
    ["an API without encryption", { ...initial, vantageApi: "http://ping.example/v1" }],
    ["an API that is no address", { ...initial, vantageApi: "ping" }],
    ["a token that breaks a header", { ...initial, vantageToken: "a\r\nb" }],
    ["no resolver", { ...initial, resolvers: [] }],
    ["a resolver that is a script", { ...initial, resolvers: ["javascript:alert(1)"] }],
    ["nothing", null],
  ])("are not %s", (_what, raw) => {
    expect(parse(raw)).toBeNull();
  });
});
