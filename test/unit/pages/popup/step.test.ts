import { describe, expect, it } from "vitest";
import { message } from "../../../../src/core/message.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import { isOver, speaksOfForm, stepOf } from "../../../../src/pages/popup/step.ts";
import { AT, EXAMPLE } from "../../core/report/example.ts";

const NONE: RetryView = { state: "none" };
const stopped = (reason: "recovered" | "site-answers"): RetryView => ({
  state: "stopped",
  reason,
  at: AT,
  attempts: 1,
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
    const waiting: RetryView = {
      state: "waiting",
      due: AT,
      attempts: 1,
      watching: "page",
      usual: null,
      forecast: null,
    };
    expect(stepOf({ ...EXAMPLE, verdict: portal }, NONE)?.advice).toEqual(portal?.advice);
    for (const plan of [waiting, { ...waiting, state: "trying" as const }]) {
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
});
