import { describe, expect, it } from "vitest";
import { STOP_REASONS } from "../../../../src/core/retry/stop-reason.ts";
import { newsOf, type RetryView } from "../../../../src/core/retry/view.ts";

const ENDED_AT = 1_000_000;
const ended = (reason: (typeof STOP_REASONS)[number]): RetryView => ({
  state: "stopped",
  reason,
  at: ENDED_AT,
  attempts: 5,
});

describe("what a plan says beside the page in its tab", () => {
  it("is no news of a site's return once the page was loaded again after it, and failed", () => {
    const back = STOP_REASONS.filter((reason) => newsOf(ended(reason), ENDED_AT + 1).state === "none");
    expect(back.sort()).toEqual(["queued", "recovered", "site-answers"]);
  });

  it.each([
    ["the page that failed before it", ENDED_AT - 60_000],
    ["a page of which nobody knows when it was loaded", null],
  ])("stands beside %s", (_what, loadedAt) => {
    for (const reason of STOP_REASONS) expect(newsOf(ended(reason), loadedAt)).toEqual(ended(reason));
  });

  it("stands while it goes on", () => {
    const waiting: RetryView = {
      state: "waiting",
      due: 2_000_000,
      attempts: 1,
      watching: "page",
      usual: null,
      forecast: null,
    };
    expect(newsOf(waiting, ENDED_AT)).toBe(waiting);
  });
});
