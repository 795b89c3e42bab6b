import { describe, expect, it } from "vitest";
import { CAUSE_IDS, CAUSES, type Side } from "../../../../src/core/evidence/causes.ts";
import { insteadOfTrying } from "../../../../src/core/verdict/instead.ts";
import { EXAMPLE } from "../../core/report/example.ts";

const withCause = (cause: (typeof CAUSE_IDS)[number], side: Side = CAUSES[cause].side) => ({
  verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, cause, side },
});

describe("what brings a page back in place of trying", () => {
  it("is the user's part before a log-in page and before a test for robots", () => {
    expect(CAUSE_IDS.filter((cause) => insteadOfTrying(withCause(cause)) !== null)).toEqual([
      "captive-portal",
      "bot-check",
    ]);
    expect(insteadOfTrying(withCause("captive-portal"))).toBe("ui_next_after_log_in");
    expect(insteadOfTrying({ verdict: null })).toBeNull();
  });

  it("is the user's turn in a line, whatever else an overload is", () => {
    const { verdict } = withCause("overload");
    const inLine = verdict && { ...verdict, advice: { key: "cause_queue_advice" as const, args: [] } };
    expect(insteadOfTrying({ verdict: inLine })).toBe("ui_next_after_turn");
    expect(insteadOfTrying({ verdict: inLine && { ...inLine, side: "unsure" } })).toBeNull();
  });

  it("promises nothing by a log-in page that is not shown to be there", () => {
    expect(insteadOfTrying(withCause("captive-portal", "unsure"))).toBeNull();
  });
});
