import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { parseNavigation } from "../../../../src/core/incident/navigation.ts";
import { holds } from "../../../property.ts";

const report = (entry: object, timeOrigin: unknown = 1_790_000_000_000) =>
  JSON.stringify({ entry: { responseStatus: 502, ...entry }, timeOrigin });

describe("parseNavigation", () => {
  it("reads what a browser says", () => {
    const entry = {
      type: "reload",
      workerStart: 3.2,
      deliveryType: "cache",
      nextHopProtocol: "h2",
      redirectCount: 1,
      requestStart: 10.4,
      responseStart: 110.9,
      serverTiming: [{ name: "edge", duration: 1 }],
    };
    expect(parseNavigation(report(entry))).toEqual({
      status: 502,
      type: "reload",
      startedAt: 1_790_000_000_000,
      source: "page-worker",
      protocol: "h2",
      waited: 101,
      serverTiming: ["edge"],
    });
  });

  it("makes do with a status alone", () => {
    expect(
      parseNavigation(JSON.stringify({ entry: { responseStatus: 502 }, timeOrigin: 0, controlled: false })),
    ).toMatchObject({ type: "navigate", source: "network", waited: 0 });
  });

  it("began when the page was asked for: Firefox's own error page before it has lent it its origin of time", () => {
    expect(parseNavigation(report({ fetchStart: 2_118 }))?.startedAt).toBe(1_790_000_002_118);
    expect(parseNavigation(report({ fetchStart: -5 }))?.startedAt).toBe(1_790_000_000_000);
  });

  it("takes a type it does not know for a navigation", () => {
    expect(parseNavigation(report({ type: "teleport" }))?.type).toBe("navigate");
  });

  it("says 0 where the time is unknown", () => {
    expect(parseNavigation(report({ requestStart: 50, responseStart: 0 }))?.waited).toBe(0);
  });

  it("cuts what is longer than any browser writes", () => {
    const serverTiming = Array.from({ length: 80 }, () => ({ name: "a".repeat(120) }));
    const parsed = parseNavigation(report({ serverTiming, nextHopProtocol: "p".repeat(99) }));
    expect(parsed?.serverTiming).toHaveLength(50);
    expect(parsed?.serverTiming[0]).toHaveLength(100);
    expect(parsed?.protocol).toHaveLength(20);
  });

  it.each([
    ["an object", { entry: { responseStatus: 502 }, timeOrigin: 0 }],
    ["no JSON", "502"],
    ["cut JSON", "{"],
    ["no entry", JSON.stringify({ timeOrigin: 0 })],
    ["a status in words", report({ responseStatus: "502" })],
    ["an endless status", '{"entry":{"responseStatus":1e999},"timeOrigin":0}'],
    ["an endless wait", '{"entry":{"responseStatus":502,"responseStart":1e999},"timeOrigin":0}'],
    ["a time in words", report({}, "now")],
    ["more than a browser writes", report({ padding: "a".repeat(2_000_000) })],
  ])("is null for %s", (_what, given) => {
    expect(parseNavigation(given)).toBeNull();
  });

  it("gives finite numbers or null, whatever a page sends", () => {
    const number = fc.oneof({ weight: 6, arbitrary: fc.double() }, { weight: 1, arbitrary: fc.string() });
    const entry = fc.record(
      {
        responseStatus: fc.oneof(fc.double(), { weight: 4, arbitrary: fc.integer({ min: 0, max: 999 }) }),
        fetchStart: number,
        requestStart: number,
        responseStart: number,
      },
      { requiredKeys: ["responseStatus"] },
    );
    const report = fc
      .record({ entry, timeOrigin: fc.oneof(number, { weight: 4, arbitrary: fc.double({ min: -1e16, max: 1e16 }) }) })
      .map((value) => JSON.stringify(value));
    holds(
      [fc.oneof(fc.anything(), fc.json(), { weight: 8, arbitrary: report })],
      (given) => {
        const parsed = parseNavigation(given);
        if (!parsed) return;
        expect([parsed.status, parsed.startedAt, parsed.waited].filter((value) => !Number.isFinite(value))).toEqual([]);
        expect(Number.isInteger(parsed.status)).toBe(true);
      },
      { reaches: 0.2 },
    );
  });
});
