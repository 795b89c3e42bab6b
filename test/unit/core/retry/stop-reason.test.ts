import { describe, expect, it } from "vitest";
import { isSiteBack, STOP_REASONS } from "../../../../src/core/retry/stop-reason.ts";

describe("the reason of a plan's end", () => {
  it("says of three that the site answers again", () => {
    expect(STOP_REASONS.filter(isSiteBack)).toEqual(["recovered", "site-answers", "queued"]);
  });

  it("says nothing where the plan goes on", () => {
    expect(isSiteBack(null)).toBe(false);
  });
});
