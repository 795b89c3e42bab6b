import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { insteadOfTrying } from "../../../../src/core/verdict/instead.ts";
import { EXAMPLE } from "../../core/report/example.ts";

const withCause = (cause: (typeof CAUSE_IDS)[number]) => ({
  verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, cause },
});

describe("what brings a page back in place of trying", () => {
  it("is the user's part before a log-in page and before a test for robots, and nothing else", () => {
    expect(CAUSE_IDS.filter((cause) => insteadOfTrying(withCause(cause)) !== null)).toEqual([
      "captive-portal",
      "bot-check",
    ]);
    expect(insteadOfTrying(withCause("captive-portal"))).toBe("ui_next_after_log_in");
    expect(insteadOfTrying({ verdict: null })).toBeNull();
  });
});
