import { describe, expect, it } from "vitest";
import { CAUSE_IDS, CAUSES } from "../../../../src/core/evidence/causes.ts";
import { message } from "../../../../src/core/message.ts";
import { headlineOf } from "../../../../src/core/protocol/headline.ts";
import type { RetryView } from "../../../../src/core/retry/view.ts";
import { AT, EXAMPLE } from "../report/example.ts";

const NONE: RetryView = { state: "none" };
const checking = { ...EXAMPLE, phase: "checking" as const, sideIsFinal: false, finishedAt: null };
const stopped = (reason: "recovered" | "site-answers" | "front-page-works" | "stopped" | "gave-up"): RetryView => ({
  state: "stopped",
  reason,
  at: AT + 360_000,
  attempts: 5,
});

describe("the popup's first sentence", () => {
  it("says that it is checking until there is something to say", () => {
    const { mood, headline } = headlineOf({ ...checking, verdict: null }, NONE, "en");
    expect(mood).toBe("checking");
    expect(headline.key).toBe("ui_checking");
  });

  it("gives the best current answer while checking, with its reason, and no mark of a verdict", () => {
    const { mood, headline, why } = headlineOf(checking, NONE, "en");
    expect(mood).toBe("checking");
    expect(headline.key).toBe("ui_checking_server");
    expect(why).toBe(EXAMPLE.verdict?.why);
  });

  it("says whose it is without more ado once nothing can change the side, while the check goes on", () => {
    const { mood, headline, why } = headlineOf({ ...checking, sideIsFinal: true }, NONE, "en");
    expect(mood).toBe("server");
    expect(headline).toBe(EXAMPLE.verdict?.headline);
    expect(why).toBe(EXAMPLE.verdict?.why);
  });

  it("gives the verdict when done", () => {
    const { mood, headline } = headlineOf(EXAMPLE, NONE, "en");
    expect(mood).toBe("server");
    expect(headline).toBe(EXAMPLE.verdict?.headline);
  });

  it("blames nothing that a repair has looked for in vain, and keeps the side", () => {
    const verdict = EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "you" as const, cause: "cookies" as const };
    const repair = { id: "delete-cookies", url: EXAMPLE.url, at: AT } as const;
    const after = (cookies: number) =>
      headlineOf({ ...EXAMPLE, verdict }, NONE, "en", {
        ...repair,
        state: "counted",
        cookies,
        shared: null,
        lacked: [],
      });
    expect(after(0)).toMatchObject({ mood: "you", headline: { key: "ui_other_than_that" } });
    expect(after(1).headline).toBe(verdict?.headline);
    const named = (names: string[], cause: "cookies" | "extension") =>
      headlineOf({ ...EXAMPLE, verdict: verdict && { ...verdict, cause } }, NONE, "en", {
        ...repair,
        id: "name-extensions",
        state: "extensions",
        found: { names, more: 0 },
      }).headline;
    expect(named([], "extension").key).toBe("ui_other_than_that");
    expect(named(["Blocker"], "extension")).toBe(verdict?.headline);
    // Extensions that were looked for first say nothing of the cookies.
    for (const names of [[], ["Blocker"]]) expect(named(names, "cookies")).toBe(verdict?.headline);
  });

  it.each([
    ["while the browser asks", { state: "asking", lacked: [] }],
    ["once they are named", { state: "extensions", found: { names: ["Blocker"], more: 0 } }],
    ["where the user named none", { state: "by-hand", why: "refused" }],
  ] as const)("does not go back to cookies when extensions are named after them, %s", (_, step) => {
    const of = (cause: "cookies" | "extension") => {
      const verdict = EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "you" as const, cause };
      const repair = {
        id: "name-extensions",
        url: EXAMPLE.url,
        at: AT,
        inVain: ["delete-cookies"],
        ...step,
      } as const;
      return headlineOf({ ...EXAMPLE, verdict }, NONE, "en", repair).headline;
    };
    expect(of("cookies").key).toBe("ui_other_than_that");
    expect(of("extension")).toBe(EXAMPLE.verdict?.headline);
  });

  it("names no cookies as what tells a visitor from the tab once they were deleted in vain", () => {
    const verdict = EXAMPLE.verdict && {
      ...EXAMPLE.verdict,
      side: "unsure" as const,
      why: message("side_unsure_why_account"),
    };
    const repair = { id: "delete-cookies", url: EXAMPLE.url, at: AT } as const;
    const whyAfter = (end: "fails" | "unclear") =>
      headlineOf({ ...EXAMPLE, verdict }, NONE, "en", { ...repair, state: "done", end, cookies: 9, byHand: false }).why;
    expect(whyAfter("fails").key).toBe("side_unsure_why_account_not_cookies");
    expect(whyAfter("unclear")).toBe(verdict?.why);
    expect(headlineOf({ ...EXAMPLE, verdict }, NONE, "en").why).toBe(verdict?.why);
  });

  it("names no site any longer that served others while the tab failed ten times, until a check has followed", () => {
    expect(headlineOf(EXAMPLE, stopped("gave-up"), "en")).toEqual({
      mood: "unsure",
      headline: message("side_unsure", EXAMPLE.host),
      why: message("ui_gave_up_why"),
    });
    const later = { ...EXAMPLE, finishedAt: AT + 400_000 };
    for (const view of [
      later,
      { ...EXAMPLE, verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "you" as const } },
    ]) {
      expect(headlineOf(view, stopped("gave-up"), "en").headline).toBe(EXAMPLE.verdict?.headline);
    }
  });

  it("says that it cannot tell when a check ended without a verdict", () => {
    expect(headlineOf({ ...EXAMPLE, verdict: null }, NONE, "en").mood).toBe("unsure");
  });

  it("says that the page is back, and for how long it was away", () => {
    expect(headlineOf(EXAMPLE, stopped("recovered"), "en")).toMatchObject({
      mood: "back",
      headline: { key: "ui_back" },
      why: { args: ["6\u00a0min"] },
    });
  });

  it.each(CAUSE_IDS.filter((cause) => CAUSES[cause].side === "you"))(
    "tells once the page is back only of what the browser keeps of it that it may come again: %s",
    (cause) => {
      const verdict = EXAMPLE.verdict && { ...EXAMPLE.verdict, side: "you" as const, cause };
      const mayComeAgain = cause === "stale-cache" || cause === "page-worker";
      const { mood, why } = headlineOf({ ...EXAMPLE, verdict }, stopped("recovered"), "en");
      expect([mood, why.key]).toEqual(["back", mayComeAgain ? EXAMPLE.verdict?.why.key : "ui_back_why"]);
    },
  );

  it.each([
    [false, "ui_site_answers_why"],
    [true, "ui_site_answers_once_why"],
  ] as const)("says why a page whose site answers was left alone, its address working once: %s", (worksOnce, why) => {
    expect(headlineOf({ ...EXAMPLE, worksOnce }, stopped("site-answers"), "en")).toMatchObject({
      mood: "back",
      headline: { key: "ui_site_answers" },
      why: { key: why },
    });
  });

  it("keeps the verdict, and is not green, where only a front page answers that never failed", () => {
    const { mood, headline } = headlineOf(EXAMPLE, stopped("front-page-works"), "en");
    expect(mood).toBe("server");
    expect(headline).toBe(EXAMPLE.verdict?.headline);
  });

  it("keeps the verdict when the user stopped the plan", () => {
    expect(headlineOf(EXAMPLE, stopped("stopped"), "en").mood).toBe("server");
    expect(headlineOf(EXAMPLE, stopped("site-answers"), "en").headline.key).toBe("ui_site_answers");
  });
});
