import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { type Answer, fromSharedCache, header, isChallenge, meaningOf } from "../../../../src/core/http/answer.ts";
import { holds } from "../../../property.ts";

const answer = (status: number, headers: Record<string, string> = {}): Answer => ({
  kind: "response",
  url: "https://shop.example/",
  status,
  headers: Object.entries(headers),
  body: "",
  truncated: false,
});
const redirect: Answer = { kind: "redirect", url: "https://shop.example/" };

describe("header", () => {
  it("is found whatever case it is asked in", () => {
    expect(header(answer(200, { "retry-after": "5" }), "Retry-After")).toBe("5");
  });

  it("is the first of a repeated field", () => {
    expect(
      header(
        {
          ...answer(200),
          headers: [
            ["via", "a"],
            ["via", "b"],
          ],
        } as Answer,
        "via",
      ),
    ).toBe("a");
  });

  it("is unknown for a redirect, which hides all its fields", () => {
    expect(header(redirect, "server")).toBeUndefined();
  });
});

describe("fromSharedCache", () => {
  it.each([
    ["age", "12"],
    ["cache-status", "ExampleCache; hit; ttl=30"],
    ["cf-cache-status", "HIT"],
    ["cf-cache-status", "STALE"],
    ["cf-cache-status", "UPDATING"],
    ["x-cache", "Hit from cloudfront"],
    ["x-cache", "MISS, HIT"],
    ["x-cache", "TCP_HIT from a.example"],
    ["x-cache", "TCP_MEM_HIT"],
    ["x-proxy-cache", "HIT"],
  ])("is true with %s: %s", (name, value) => {
    expect(fromSharedCache(answer(200, { [name]: value }))).toBe(true);
  });

  it.each([
    ["age", "0"],
    ["age", ""],
    ["age", "soon"],
    ["cache-status", "ExampleCache; fwd=stale; fwd-status=200"],
    ["cf-cache-status", "DYNAMIC"],
    ["cf-cache-status", "REVALIDATED"],
    ["x-cache", "Miss from cloudfront"],
    ["x-cache", "white"],
    ["server", "hit"],
  ])("is false with %s: %s", (name, value) => {
    expect(fromSharedCache(answer(200, { [name]: value }))).toBe(false);
  });
});

describe("isChallenge", () => {
  it.each([
    [{ "cf-mitigated": "challenge" }, true],
    [{ "x-amzn-waf-action": "captcha" }, true],
    [{ "cf-mitigated": "block" }, false],
    [{}, false],
  ])("reads %j as %s", (headers, expected) => {
    expect(isChallenge(answer(403, headers))).toBe(expected);
  });
});

describe("meaningOf", () => {
  it.each([
    ["a page", answer(200), "works"],
    ["a 304", answer(304), "works"],
    ["a page from a shared cache", answer(200, { age: "9" }), "shared-cache"],
    ["a 502", answer(502), "fails"],
    ["a cached 502", answer(502, { age: "9" }), "fails"],
    ["a 429", answer(429), "limits"],
    ["a 401", answer(401), "refuses"],
    ["a 403", answer(403), "refuses"],
    ["a 404, as private pages give it", answer(404), "refuses"],
    ["a redirect", redirect, "redirects"],
    ["a challenge with a 503", answer(503, { "cf-mitigated": "challenge" }), "challenges"],
  ])("reads %s", (_what, given, meaning) => {
    expect(meaningOf(given)).toBe(meaning);
  });

  it("never says that a 4xx or 5xx works", () => {
    holds([fc.integer({ min: 400, max: 599 }), fc.dictionary(fc.string(), fc.string())], (status, headers) => {
      expect(["works", "shared-cache"]).not.toContain(meaningOf(answer(status, headers)));
    });
  });
});
