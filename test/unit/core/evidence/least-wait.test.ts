import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { leastWaitFor } from "../../../../src/core/evidence/least-wait.ts";
import { paceAt, waitFor } from "../../../../src/core/retry/schedule.ts";

const MINUTE = 60;

describe("the pace that a cause leaves a plan", () => {
  it.each(["blocked-address", "bot-check"] as const)(
    "is one request an hour for %s, which asking prolongs",
    (cause) => {
      expect(paceAt(0, { cause, status: 503 })).toBe(60 * MINUTE);
    },
  );

  it("is a quarter of an hour for what ends by somebody's hand", () => {
    expect(paceAt(10 * MINUTE, { cause: "switched-off", status: 503 })).toBe(15 * MINUTE);
    expect(waitFor({ elapsed: 600_000, cause: "switched-off", random: 0 })).toBe(7.5 * MINUTE * 1_000);
  });

  it("is that of outages for whatever ends by itself", () => {
    const seldom = CAUSE_IDS.filter((cause) => leastWaitFor(cause) > 0);
    expect(seldom.sort()).toEqual(["blocked-address", "bot-check", "switched-off"]);
    expect(paceAt(10 * MINUTE, { cause: "origin-down", status: 502 })).toBeLessThan(2 * MINUTE);
  });
});
