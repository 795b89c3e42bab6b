import { describe, expect, it } from "vitest";
import {
  type AnswerSource,
  mayBeWorkersOwn,
  sourceOf,
  throughPageWorker,
} from "../../../../src/core/incident/answer-source.ts";

/** As Chromium's navigation entries say it of pages at one loopback address, each failing. */
const CHROMIUM: ReadonlyArray<
  readonly [
    what: string,
    workerStart: number,
    deliveryType: string,
    nextHopProtocol: string,
    transferSize: number,
    AnswerSource,
  ]
> = [
  ["no worker", 0, "", "h2", 712, "network"],
  ["a worker without a fetch handler", 0, "", "http/1.1", 712, "network"],
  ["a worker whose handler does not respond", 0, "", "http/1.1", 712, "network"],
  ["the browser's cache", 0, "cache", "http/1.1", 0, "browser-cache"],
  ["a prefetch that was made for this load", 0, "navigational-prefetch", "h2", 712, "network"],
  ["a worker that fetches the request", 1.9, "", "", 712, "passed-on"],
  ["a worker that fetches its address", 2, "", "", 712, "passed-on"],
  ["a worker that hands on a navigation preload", 3.1, "", "", 712, "passed-on"],
  ["a worker's stored answer", 1.9, "cache-storage", "", 0, "page-worker"],
  ["a worker's stored page of its own making", 2.2, "cache-storage", "", 0, "page-worker"],
  ["a static route into the worker's store", 0, "cache-storage", "", 0, "page-worker"],
  ["a made-up answer", 2.4, "cache", "", 0, "page-worker"],
  ["a made-up answer after a fetch that failed", 4.1, "cache", "", 0, "page-worker"],
  ["a fetched answer in a Response of the worker's", 1.6, "cache", "", 0, "page-worker"],
  ["a fetch that the browser's cache served", 2.2, "cache", "", 0, "page-worker"],
  ["a worker's answer of another origin, which hides its size", 2.2, "", "", 0, "perhaps-page-worker"],
];

/** The same in Firefox, which says next to nothing of what a worker did. */
const FIREFOX: ReadonlyArray<
  readonly [what: string, nextHopProtocol: string, controlled: boolean | undefined, AnswerSource]
> = [
  ["no worker", "h2", false, "network"],
  ["a worker without a fetch handler", "http/1.1", false, "network"],
  ["a worker whose handler does not respond", "http/1.1", true, "network"],
  ["whatever a worker responds", "", true, "perhaps-page-worker"],
  ["an answer without a protocol, past a worker", "", false, "network"],
  ["a sandboxed document", "h2", undefined, "unknown"],
  ["a sandboxed document without a protocol", "", undefined, "unknown"],
];

describe("who gave the tab its answer", () => {
  it.each(CHROMIUM)(
    "is told by Chromium of %s",
    (_what, workerStart, deliveryType, nextHopProtocol, transferSize, source) => {
      for (const controlled of [true, false, undefined]) {
        expect(sourceOf({ workerStart, deliveryType, nextHopProtocol, transferSize }, controlled)).toBe(source);
      }
    },
  );

  it.each(FIREFOX)("is told by Firefox of %s", (_what, nextHopProtocol, controlled, source) => {
    expect(sourceOf({ workerStart: 0, nextHopProtocol, transferSize: 0 }, controlled)).toBe(source);
  });

  it.each<[AnswerSource, boolean, boolean]>([
    ["network", false, false],
    ["browser-cache", false, false],
    ["passed-on", true, false],
    ["page-worker", true, true],
    ["perhaps-page-worker", true, true],
    ["unknown", false, true],
  ])("%s: through the worker for certain %s, perhaps of its making %s", (source, through, own) => {
    expect(throughPageWorker(source)).toBe(through);
    expect(mayBeWorkersOwn({ source })).toBe(own);
  });

  it("is a request of ours where the tab tells nothing, which no worker answers", () => {
    expect(mayBeWorkersOwn(null)).toBe(false);
  });
});
