import { describe, expect, it } from "vitest";
import { isSiteBack, leavesNothing, STOP_REASONS } from "../../../../src/core/retry/stop-reason.ts";

describe("the reason of a plan's end", () => {
  it("says of three that the site answers again", () => {
    expect(STOP_REASONS.filter(isSiteBack)).toEqual(["recovered", "site-answers", "queued"]);
  });

  it("leaves nothing to watch where the site answers again, or where its front page never failed", () => {
    expect(STOP_REASONS.filter(leavesNothing)).toEqual(["recovered", "site-answers", "front-page-works", "queued"]);
    expect(leavesNothing(null)).toBe(false);
  });

  it("says nothing where the plan goes on", () => {
    expect(isSiteBack(null)).toBe(false);
  });
});
