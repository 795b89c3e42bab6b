import { describe, expect, it } from "vitest";
import { rhythmOf, waitInTab, waitOf } from "../../../../src/core/checks/elapsed.ts";
import { fails, navigation, response } from "./given.ts";

const after = (took: number) => ({ ...fails, took });
const failing = (headers: Record<string, string> = {}) => {
  const answer = response(502, headers);
  return answer.kind === "response" ? answer : null;
};

describe("how long the failing page let wait", () => {
  it.each([10_200, 15_000, 29_100, 30_050, 60_400, 101_000, 120_900, 47_000])("takes %i ms for a timeout", (waited) => {
    expect(waitOf(navigation({ waited }), null)).toEqual(["waited-for-timeout"]);
  });

  it.each([0, 40, 900, 3_000, 5_000, 12_000, 17_500])("makes nothing of %i ms", (waited) => {
    expect(waitOf(navigation({ waited }), null)).toEqual([]);
  });

  it.each([
    ["server-timing", "edge; dur=3, origin; dur=60012"],
    ["server-timing", "cfOrigin;dur=100020"],
    ["x-timer", "S1700000000.123456,VS0,VE15001"],
  ])("believes %s of a gateway that waited: %s", (name, value) => {
    expect(waitOf(null, failing({ [name]: value }))).toEqual(["waited-for-timeout"]);
  });

  it("does not take a time at the edge for one at the origin", () => {
    expect(waitOf(null, failing({ "server-timing": "edge; dur=60012" }))).toEqual([]);
  });
});

describe("what the waits of failing answers have in common", () => {
  it("sees a timer in equal waits of two seconds or more", () => {
    expect(rhythmOf(navigation({ waited: 3_010 }), [after(3_040), after(3_020)])).toEqual(["waits-alike"]);
    expect(rhythmOf(null, [after(9_990), after(10_300)])).toEqual(["waits-alike"]);
  });

  it("sees one as well where a single answer of four or more was late", () => {
    expect(rhythmOf(navigation({ waited: 2_060 }), [after(2_362), after(2_030), after(2_021)])).toEqual([
      "waits-alike",
    ]);
    expect(rhythmOf(null, [after(2_010), after(2_020), after(9_000), after(2_030)])).toEqual(["waits-alike"]);
  });

  it.each<[string, number[]]>([
    ["waits that differ", [2_100, 3_900, 2_800]],
    ["one of three that was late", [2_030, 2_362, 2_021]],
    ["two of four that were late", [2_030, 2_362, 2_021, 2_500]],
    ["one of four that was early", [2_030, 2_362, 2_400, 2_380]],
    ["short waits", [900, 910, 905]],
    ["a single wait", [5_000]],
  ])("sees none in %s", (_what, waits) => {
    expect(rhythmOf(null, waits.map(after))).toEqual([]);
  });

  it("sees failures that come at once, if there are three of them", () => {
    expect(rhythmOf(navigation({ waited: 20 }), [after(30), after(12)])).toEqual(["failed-at-once"]);
    expect(rhythmOf(null, [after(30), after(12)])).toEqual([]);
  });

  it.each(["page-worker", "perhaps-page-worker", "unknown"] as const)(
    "leaves out the tab's own wait where the page's worker may have made it: %s",
    (source) => {
      const own = navigation({ waited: 20, source });
      expect(rhythmOf(own, [after(30), after(12)])).toEqual([]);
      expect(waitInTab(own)).toBeNull();
      expect(waitOf(navigation({ waited: 60_000, source }), null)).toEqual([]);
    },
  );

  it("keeps it where the worker handed the answer on", () => {
    const passed = navigation({ waited: 60_010, source: "passed-on" });
    expect(waitInTab(passed)).toBe(60_010);
    expect(waitOf(passed, null)).toEqual(["waited-for-timeout"]);
  });

  it("leaves out the tab's own wait where the browser's cache answered", () => {
    const cached = navigation({ waited: 2_990, source: "browser-cache" });
    expect(rhythmOf(cached, [after(3_000)])).toEqual([]);
  });
});
