import { describe, expect, it } from "vitest";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import { isBack, reloadOutcome } from "../../../../src/core/incident/reload.ts";

const shows = (status: number): TabLook => ({ state: "answered", status, startedAt: 1_000 });

describe("reloadOutcome", () => {
  it.each([200, 204, 304, 399])("takes a %i for the page that works, and says what was gone past", (status) => {
    expect(reloadOutcome(shows(status), false)).toBe("works");
    expect(reloadOutcome(shows(status), true)).toBe("works-past-cache");
  });

  it.each([500, 502, 503, 504, 521, 599])("takes a %i for the page that still fails", (status) => {
    expect(reloadOutcome(shows(status), false)).toBe("fails");
    expect(reloadOutcome(shows(status), true)).toBe("fails");
  });

  it.each([400, 401, 403, 404, 410, 429, 499, 600])("takes a %i for neither", (status) => {
    expect(reloadOutcome(shows(status), false)).toBe("not-tried");
    expect(reloadOutcome(shows(status), true)).toBe("not-tried");
  });

  it.each<[string, TabLook, string]>([
    ["the browser's own error page", { state: "error-page" }, "fails"],
    ["a hidden status", shows(0), "not-tried"],
    ["another address", { state: "another-page" }, "not-tried"],
    ["a tab that is gone", { state: "gone" }, "not-tried"],
    ["nothing yet", { state: "loading" }, "not-tried"],
    ["what may not be read", { state: "unreadable" }, "not-tried"],
  ])("reads %s", (_what, look, outcome) => {
    expect(reloadOutcome(look, false)).toBe(outcome);
    expect(reloadOutcome(look, true)).toBe(outcome);
  });
});

describe("isBack", () => {
  it.each([
    ["works", true],
    ["works-past-cache", true],
    ["fails", false],
    ["not-tried", false],
  ] as const)("of %s is %s", (outcome, back) => {
    expect(isBack(outcome)).toBe(back);
  });
});
