import { describe, expect, it } from "vitest";
import { statusBehind, timeBehind } from "../../../../src/core/http/relay.ts";

describe("the status behind a gateway", () => {
  it.each([
    ["cache-status", "origin-shield; fwd=miss; fwd-status=503, edge; fwd=miss; fwd-status=502", 503],
    ["proxy-status", "inner; received-status=500", 500],
    ["cache-status", "edge; hit", null],
    ["cache-status", "edge; fwd=", null],
    ["server", "nginx", null],
  ])("reads %s: %s as %s, the hop nearest to the origin first", (name, value, status) => {
    expect(statusBehind([[name, value]])).toBe(status);
  });
});

describe("the time behind a gateway", () => {
  it.each([
    ["server-timing", "cdn-cache; desc=MISS, edge; dur=4, origin; dur=30004", 30_004],
    ["server-timing", "cfEdge;dur=2,cfOrigin;dur=99.5", 99.5],
    ["x-timer", "S1700000000.1,VS0,VE15003", 15_003],
    ["server-timing", "edge; dur=4", null],
    ["server-timing", 'db;desc="origin"', null],
  ])("reads %s: %s as %s ms", (name, value, ms) => {
    expect(timeBehind([[name, value]])).toBe(ms);
  });
});
