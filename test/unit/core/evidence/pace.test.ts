import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { paceFor } from "../../../../src/core/evidence/pace.ts";

describe("the pace that a cause leaves a plan", () => {
  it.each(["blocked-address", "bot-check"] as const)("is none for %s, which asking prolongs or cannot end", (cause) => {
    expect(paceFor(cause)).toBe("none");
  });

  it("is a seldom one for what ends by somebody's hand", () => {
    expect(CAUSE_IDS.filter((cause) => paceFor(cause) === "seldom")).toEqual(["switched-off"]);
  });

  it("is the usual one for what ends by itself", () => {
    for (const cause of ["origin-down", "overload", "maintenance", "unknown"] as const) {
      expect(paceFor(cause)).toBe("usual");
    }
    expect(CAUSE_IDS.filter((cause) => paceFor(cause) === "none")).toHaveLength(2);
  });
});
