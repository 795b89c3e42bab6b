import { describe, expect, it } from "vitest";
import { CAUSE_IDS } from "../../../../src/core/evidence/causes.ts";
import { leastWaitFor } from "../../../../src/core/evidence/least-wait.ts";
import { paceAt, waitFor } from "../../../../src/core/retry/schedule.ts";

const MINUTE = 60;
const SELDOM = ["blocked-address", "bot-check", "switched-off"] as const;

describe("the pace that a cause leaves a plan", () => {
  it.each(SELDOM)("is a quarter of an hour for %s, which no request ends", (cause) => {
    expect(paceAt(10 * MINUTE, { cause, status: 503 })).toBe(15 * MINUTE);
  });

  it("is varied by a quarter, as every pace of an outage that is not young", () => {
    const wait = (random: number) => waitFor({ elapsed: 600_000, cause: "switched-off", random });
    expect([wait(0), wait(1)]).toEqual([11.25 * MINUTE * 1_000, 18.75 * MINUTE * 1_000]);
  });

  it("is that of outages for whatever ends by itself", () => {
    expect(CAUSE_IDS.filter((cause) => leastWaitFor(cause) > 0).sort()).toEqual(SELDOM);
    expect(paceAt(10 * MINUTE, { cause: "origin-down", status: 502 })).toBeLessThan(2 * MINUTE);
  });
});
