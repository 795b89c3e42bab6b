import { describe, expect, it } from "vitest";
import english from "../../../../public/_locales/en/messages.json" with { type: "json" };
import { type MessageKey, message } from "../../../../src/core/message.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import type { VerdictView } from "../../../../src/core/verdict/words.ts";
import { isOver, speaksOfForm, stepOf } from "../../../../src/pages/popup/step.ts";
import { AT, EXAMPLE } from "../../core/report/example.ts";

const NONE: RetryView = { state: "none" };
const stopped = (reason: "recovered" | "site-answers" | "gave-up" | "front-page-works"): RetryView => ({
  state: "stopped",
  reason,
  at: AT + 100_000,
  attempts: 1,
});
const waiting = {
  state: "waiting",
  due: AT,
  attempts: 1,
  watching: "page",
  usual: null,
  forecast: null,
} as const satisfies RetryView;
const RUNNING: readonly RetryView[] = [waiting, { ...waiting, state: "trying" }];
/** The example, with other advice. */
const advises = (key: MessageKey, over: Partial<VerdictView> = {}): CheckView => ({
  ...EXAMPLE,
  verdict: verdict && { ...verdict, advice: message(key), ...over },
});
const { verdict } = EXAMPLE;
const yours = verdict && { ...verdict, side: "you" as const, cause: "captive-portal" as const };
const checking = { ...EXAMPLE, phase: "checking" as const, sideIsFinal: false };

describe("what the user is asked to do", () => {
  it("is what the verdict says once the check is done", () => {
    expect(stepOf(EXAMPLE, NONE)).toBe(verdict);
  });

  it("is nothing while the side may change, nor while the cause of a site's trouble may", () => {
    expect(stepOf(checking, NONE)).toBeNull();
    expect(stepOf({ ...checking, verdict: yours }, NONE)).toBeNull();
    expect(stepOf({ ...checking, sideIsFinal: true }, NONE)).toBeNull();
  });

  it("is what fixes it as soon as it is theirs to fix for certain", () => {
    expect(stepOf({ ...checking, sideIsFinal: true, verdict: yours }, NONE)).toBe(yours);
  });

  it("is no reload after a log-in where a plan loads the page by itself", () => {
    const portal = yours && { ...yours, action: "log-in-to-network" as const };
    expect(stepOf({ ...EXAMPLE, verdict: portal }, NONE)?.advice).toEqual(portal?.advice);
    for (const plan of RUNNING) {
      expect(stepOf({ ...EXAMPLE, verdict: portal }, plan)).toEqual({ ...portal, advice: null });
    }
  });

  it.each([
    ["cause_over_advice", true, false],
    ["cause_transient_anew_advice", true, true],
    ["cause_transient_advice", false, false],
    ["cause_origin_down_advice", false, false],
  ] as const)("leaves nothing to try where it says that the page opens again: %s", (key, over, ofForm) => {
    const step = verdict && { ...verdict, advice: message(key) };
    expect([isOver(step), speaksOfForm(step)]).toEqual([over, ofForm]);
    expect([isOver(null), speaksOfForm(null)]).toEqual([false, false]);
  });

  it("is nothing once the page is back, and a reload once the site answers, past the browser's copy if that is it", () => {
    expect(stepOf(EXAMPLE, stopped("recovered"))).toBeNull();
    expect(stepOf(EXAMPLE, stopped("site-answers"))?.action).toBe("reload");
    for (const mayBeForm of [true, false]) {
      const note = stepOf({ ...EXAMPLE, mayBeForm }, stopped("site-answers"))?.actionNote;
      expect(note?.key).toBe(mayBeForm ? "note_reload_form" : undefined);
    }
    const copy = verdict && { ...verdict, action: "reload-past-cache" as const };
    expect(stepOf({ ...EXAMPLE, verdict: copy }, stopped("site-answers"))).toBe(copy);
  });

  it("is no check of the user's own while it is being tried, of which the checklist has one", () => {
    const again = advises("advice_check_again", { side: "unsure", action: "check-again" });
    const here = advises("advice_only_here", { side: "unsure", action: "check-again" });
    for (const plan of RUNNING) {
      expect(stepOf(again, plan)).toMatchObject({ advice: message("advice_check_later"), action: null });
      expect(stepOf(here, plan)).toMatchObject({ advice: message("advice_only_here"), action: null });
    }
    // The page itself is not tried.
    const front = { ...waiting, watching: "front-page" } as const;
    expect(stepOf(again, front)).toMatchObject({ advice: message("advice_check_again"), action: null });
    expect(stepOf(again, NONE)).toBe(again.verdict);
  });

  it("is what tells more once others are served and the tab failed ten times, until a check has followed", () => {
    expect(stepOf(EXAMPLE, stopped("gave-up"))).toEqual({
      advice: message("advice_gave_up"),
      lasts: null,
      notNeeded: null,
      action: null,
      actionNote: null,
    });
    expect(stepOf({ ...EXAMPLE, finishedAt: AT + 100_001 }, stopped("gave-up"))).toBe(verdict);
    const unsure = advises("advice_private_window", { side: "unsure", action: "open-private-window" });
    expect(stepOf(unsure, stopped("gave-up"))).toBe(unsure.verdict);
  });

  it.each([
    ["cause_origin_down_advice", "advice_apart_wait"],
    ["cause_origin_slow_advice", "advice_apart_wait"],
    ["cause_origin_invalid_advice", "advice_apart_wait"],
    ["cause_regional_advice", "advice_apart_wait"],
    ["cause_maintenance_advice", "advice_apart_maintenance"],
    ["cause_gateway_fault_advice", "advice_apart_gateway_fault"],
    ["cause_signed_in_advice", "advice_apart_signed_in"],
  ] as const)("is not said to be nothing where a form is to be looked after: %s", (key, apart) => {
    const view = advises(key);
    const front = { ...waiting, watching: "front-page" } as const;
    expect(stepOf({ ...view, fromForm: true }, NONE)?.advice).toEqual(message(apart));
    expect(stepOf(view, front)?.advice).toEqual(message(apart));
    for (const plan of [NONE, waiting]) expect(stepOf(view, plan)?.advice).toEqual(message(key));
    expect(stepOf({ ...view, fromForm: true }, stopped("front-page-works"))?.advice).toBeNull();
    const lower = (text: string) => text.replace(/^(?:Apart from that, n|N)/, "n");
    expect(lower(english[apart].message)).toBe(lower(english[key].message));
  });

  it("tells in all advice that says to wait that it may be apart from something", () => {
    const waits = Object.entries(english).filter(
      ([key, { message: says }]) => /^cause_\w+_advice$/.test(key) && says.startsWith("Nothing for you to do"),
    );
    expect(waits.length).toBeGreaterThan(0);
    for (const [key] of waits) {
      const advice = stepOf({ ...advises(key as MessageKey), fromForm: true }, NONE)?.advice;
      expect(advice?.key).toMatch(/^advice_apart_/);
    }
  });
});
