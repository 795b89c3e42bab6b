import { describe, expect, it } from "vitest";
import { asCheckView, asRetryView } from "../../../../src/pages/popup/stored-views.ts";
import { EXAMPLE } from "../../core/report/example.ts";

const GARBAGE = [undefined, null, 7, "check", [], {}, { phase: "done" }, { phase: "later", rows: [] }, { state: 7 }];

describe("views that the popup follows", () => {
  it("are taken as they are", () => {
    expect(asCheckView(EXAMPLE)).toBe(EXAMPLE);
    expect(asRetryView({ state: "trying", attempts: 1, watching: "page" })).toMatchObject({ state: "trying" });
  });

  it.each(GARBAGE)("are nothing when something else is stored: %j", (garbage) => {
    expect(asCheckView(garbage)).toBeNull();
    expect(asRetryView(garbage)).toEqual({ state: "none" });
  });
});
