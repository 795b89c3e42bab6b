import { describe, expect, it } from "vitest";
import { EMPTY_VIEW, VIEW_VERSION, viewIn } from "../../../../src/core/protocol/tab-view.ts";

describe("a stored view", () => {
  it("is taken as it is", () => {
    const value = { ...EMPTY_VIEW, standing: { kind: "unreadable" as const } };
    expect(viewIn({ version: VIEW_VERSION, value })).toBe(value);
  });

  it.each([undefined, null, 7, "view", [], {}, { version: VIEW_VERSION }, { version: VIEW_VERSION + 1, value: {} }])(
    "counts for nothing where another version of the extension left it, or none at all: %j",
    (stored) => {
      expect(viewIn(stored)).toBe(EMPTY_VIEW);
    },
  );
});
