import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseCacheStatus } from "../../../../src/core/http/cache-status.ts";
import { holds } from "../../../property.ts";

const header = (value: string) => [["cache-status", value]] as const;

describe("Cache-Status", () => {
  it("reads the examples of RFC 9211", () => {
    expect(parseCacheStatus(header("ExampleCache; hit; ttl=-412"))).toEqual([
      { name: "ExampleCache", hit: true, ttl: -412 },
    ]);
    expect(parseCacheStatus(header('OriginCache; hit; ttl=1100, "CDN Company Here"; hit; ttl=545'))).toEqual([
      { name: "OriginCache", hit: true, ttl: 1100 },
      { name: "CDN Company Here", hit: true, ttl: 545 },
    ]);
    expect(parseCacheStatus(header("ExampleCache; fwd=stale; fwd-status=304; collapsed"))).toEqual([
      { name: "ExampleCache", hit: false, forwarded: "stale", forwardStatus: 304 },
    ]);
  });

  it.each([
    ["an unknown reason", "a; fwd=because", [{ name: "a", hit: false }]],
    ["a status that is a word", "a; fwd=miss; fwd-status=bad", [{ name: "a", hit: false, forwarded: "miss" }]],
    ["a hit that is denied", "a; hit=?0", [{ name: "a", hit: false }]],
    ["Squid's older way", "MISS from host", []],
    ["nothing", "", []],
  ] as const)("takes %s for what it is", (_what, value, caches) => {
    expect(parseCacheStatus(header(value))).toEqual(caches);
  });

  it("never throws", () => {
    holds([fc.string()], (value) => {
      expect(parseCacheStatus(header(value)).length).toBeLessThanOrEqual(20);
    });
  });
});
