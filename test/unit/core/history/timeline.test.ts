import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { Entry } from "../../../../src/core/history/entry.ts";
import { MARKS, type Mark, markOf, withMark } from "../../../../src/core/history/marks.ts";
import { timelineOf } from "../../../../src/core/history/timeline.ts";
import type { RetryEvent } from "../../../../src/core/retry/events.ts";
import { holds } from "../../../property.ts";
import { entry, NOW } from "./given.ts";

const answered = (meaning: Extract<RetryEvent, { type: "answered" }>["meaning"]): RetryEvent => ({
  type: "answered",
  meaning,
  floor: null,
});
const looked = (status: number): RetryEvent => ({
  type: "looked",
  look: { state: "answered", status, startedAt: NOW },
});

describe("what a plan's event puts on the line", () => {
  it.each<[string, RetryEvent, Mark[1] | null]>([
    ["a try that failed", answered("fails"), "fails"],
    ["a try in a waiting room", answered("queues"), "fails"],
    ["a try that nobody answered", answered("no-answer"), "no-answer"],
    ["a refusal", answered("challenges"), "refused"],
    ["a good answer", answered("works"), "answers"],
    ["an answer that a check was given", { type: "heard", meaning: "works", times: 1 }, "answers"],
    ["a page that is back", looked(200), "back"],
    ["a page that failed when it was loaded", looked(503), "tab-fails"],
    ["the browser's own error page", { type: "looked", look: { state: "error-page" } }, "tab-fails"],
    ["a page that refuses", looked(403), "refused"],
    ["time that passes offline", { type: "tick", offline: true }, "paused"],
    ["the user's stop", { type: "stop", reason: "stopped" }, "stopped"],
    ["nothing: a request that was not sent", answered("not-sent"), null],
    ["nothing: time that passes", { type: "tick", offline: false }, null],
    ["nothing: a status that the browser hides", looked(0), null],
    ["nothing: the user's leaving", { type: "stop", reason: "left" }, null],
  ])("is %s", (_what, event, mark) => {
    expect(markOf(event)).toBe(mark);
  });
});

describe("the marks of a line", () => {
  it("have a pause once, however often it is noticed", () => {
    const paused = withMark([], "paused", NOW);
    expect(withMark(paused, "paused", NOW + 60_000)).toBe(paused);
    expect(withMark(paused, "fails", NOW + 60_000)).toHaveLength(2);
  });

  it("keep how it began and how it ended where there are too many", () => {
    let marks: readonly Mark[] = [];
    for (let index = 0; index < 500; index += 1) marks = withMark(marks, "fails", NOW + index);
    expect(marks).toHaveLength(60);
    expect(marks[0]).toEqual([NOW, "fails"]);
    expect(marks.at(-1)).toEqual([NOW + 499, "fails"]);
  });
});

describe("the picture of an incident", () => {
  it("goes from the first failure over the tries to the page that is back, told once", () => {
    const marks: Mark[] = [
      [NOW + 30_000, "fails"],
      [NOW + 60_000, "answers"],
      [NOW + 90_000, "back"],
    ];
    const { points } = timelineOf(entry({ marks }), NOW + 500_000);
    expect(points.map(({ what }) => what)).toEqual(["began", "fails", "answers", "back"]);
    expect(points.map(({ at }) => Math.round(at * 100))).toEqual([0, 33, 67, 100]);
  });

  it.each<[string, Partial<Entry>, string]>([
    ["it goes on", { until: null, ended: null }, "now"],
    ["it was left", { ended: "left" }, "left"],
    ["nobody saw how", { until: null, ended: "unseen", marks: [[NOW + 5_000, "fails"]] }, "fails"],
    ["it came back by the user's own reload", {}, "back"],
  ])("ends as it ended: %s", (_how, parts, last) => {
    expect(timelineOf(entry(parts), NOW + 120_000).points.at(-1)?.what).toBe(last);
  });

  it("has every point within it, whatever the clock did", () => {
    const mark = fc.tuple(fc.integer({ min: NOW - 1e6, max: NOW + 1e6 }), fc.constantFrom(...MARKS));
    holds([fc.array(mark), fc.option(fc.integer({ min: NOW, max: NOW + 1e6 }))], (marks, until) => {
      const { points } = timelineOf(entry({ marks, until }), NOW + 1_000);
      for (const { at } of points) expect(at >= 0 && at <= 1).toBe(true);
      return undefined;
    });
  });
});
