import { describe, expect, it } from "vitest";
import { mayTryNow } from "../../../../src/core/retry/next-words.ts";
import { STOP_REASONS } from "../../../../src/core/retry/stop-reason.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";

const going = { attempts: 3, watching: "page", usual: null, forecast: null } as const;
const WAITING: RetryView = { ...going, state: "waiting", due: 2_000_000 };
const TRYING: RetryView = { ...going, state: "trying" };
const NONE: RetryView = { state: "none" };
const ENDED = STOP_REASONS.map((reason): RetryView => ({ state: "stopped", reason, at: 1_000_000, attempts: 5 }));
const IN_LINE = ENDED[STOP_REASONS.indexOf("queued")] ?? NONE;

describe("what is offered at once", () => {
  it("is what a plan would do next, also where the user logs in to a network meanwhile", () => {
    for (const plan of [WAITING, TRYING, NONE, ...ENDED.filter((plan) => plan !== IN_LINE)]) {
      for (const instead of [null, "ui_next_after_log_in"] as const) expect(mayTryNow(plan, instead)).toBe(true);
    }
  });

  it("is no try that could cost a place in line, before the site is known to answer", () => {
    for (const plan of [WAITING, TRYING, NONE]) expect(mayTryNow(plan, "ui_next_after_turn")).toBe(false);
    const may = STOP_REASONS.filter((_, index) => mayTryNow(ENDED[index] ?? NONE, "ui_next_after_turn"));
    expect([...may].sort()).toEqual(["recovered", "site-answers"]);
    for (const instead of [null, "ui_next_after_turn"] as const) expect(mayTryNow(IN_LINE, instead)).toBe(false);
  });

  it("is no try where one is said to pass no test, and the user's own load once no plan is there", () => {
    for (const plan of [WAITING, TRYING]) expect(mayTryNow(plan, "ui_next_after_test")).toBe(false);
    for (const plan of [NONE, ...ENDED.filter((plan) => plan !== IN_LINE)])
      expect(mayTryNow(plan, "ui_next_after_test")).toBe(true);
  });
});
