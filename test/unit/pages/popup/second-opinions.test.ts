import { describe, expect, it, vi } from "vitest";
import type { Cause, Side } from "../../../../src/core/evidence/causes.ts";
import { message } from "../../../../src/core/message.ts";
import { STOP_REASONS } from "../../../../src/core/retry/stop-reason.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import { EXAMPLE } from "../../core/report/example.ts";

vi.mock("../../../../src/platform/browser.ts", () => ({ browser: {}, isFirefox: false }));
const { isWorthAsking, mayBeAsked } = await import("../../../../src/pages/popup/opinions-slot.tsx");
const { spotOf } = await import("../../../../src/pages/popup/world-map.tsx");

const judged = (side: Side, cause: Cause, over: Partial<CheckView> = {}): CheckView => ({
  ...EXAMPLE,
  verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, side, cause },
  ...over,
});

/** Told as past: the tab was served since. */
const past = (side: Side, cause: Cause, advice: "cause_over_advice" | "cause_transient_anew_advice"): CheckView => {
  const { verdict } = judged(side, cause);
  return judged(side, cause, { verdict: verdict && { ...verdict, advice: message(advice) } });
};

describe("asking others", () => {
  it.each([
    ["an open verdict", judged("unsure", "unknown"), true],
    ["a verdict for the site, which the user's network may still be behind", judged("server", "origin-down"), true],
    ["what is settled on the user's side", judged("you", "stale-cache"), false],
    ["a blip of the site's", judged("server", "transient"), false],
    ["what may be a blip", judged("unsure", "transient"), true],
    ["an outage that is over", past("server", "origin-down", "cause_over_advice"), false],
    ["a form whose address opens again", past("unsure", "unknown", "cause_transient_anew_advice"), false],
    ["a test for robots", judged("unsure", "bot-check"), false],
    ["a check that still runs", judged("unsure", "unknown", { phase: "checking" }), false],
    ["a check without any finding", judged("unsure", "unknown", { verdict: null }), false],
    ["this computer", judged("unsure", "unknown", { url: "http://localhost:3000/" }), false],
    ["a private network", judged("server", "origin-down", { url: "https://192.168.1.1/" }), false],
    ["a single label", judged("server", "origin-down", { url: "http://nas/" }), false],
  ])("is offered for %s: %#", (_what, view, offered) => {
    expect(mayBeAsked(view, { state: "none" }) && isWorthAsking(view)).toBe(offered);
  });
});

describe("others may be asked", () => {
  it.each([
    ["of a page on the internet, whatever its check has found", { phase: "checking", verdict: null } as const, true],
    ["not of a private host", { url: "https://192.168.1.1/" }, false],
    ["not of a single label", { url: "http://nas/" }, false],
    ["not of the requests of a page that loaded", { about: "requests" } as const, false],
  ])("%s", (_what, over, allowed) => {
    expect(mayBeAsked({ ...EXAMPLE, ...over }, { state: "none" })).toBe(allowed);
  });

  it("not of a site that is back, whether or not its page was loaded again", () => {
    const asked = STOP_REASONS.filter((reason) =>
      mayBeAsked(EXAMPLE, { state: "stopped", reason, at: EXAMPLE.since, attempts: 1 }),
    );
    expect(STOP_REASONS.filter((reason) => !asked.includes(reason))).toEqual(["recovered", "site-answers", "queued"]);
  });
});

describe("a place on the map", () => {
  it("lies where it is: north is up, east is right", () => {
    const at = (latitude: number, longitude: number) => spotOf({ latitude, longitude });
    expect(at(52.5, 13.4).x).toBeGreaterThan(at(48.9, 2.4).x);
    expect(at(52.5, 13.4).y).toBeLessThan(at(48.9, 2.4).y);
    expect(at(0, 0).x).toBe(at(40, 0).x);
    expect(at(42, -71).x).toBeLessThan(at(35, 139).x);
  });

  it("stays on the map however far out it is", () => {
    for (const [latitude, longitude] of [
      [-89, 0],
      [90, 400],
      [1e9, -1e9],
    ] as const) {
      const { x, y } = spotOf({ latitude, longitude });
      expect([x >= 0 && x <= 360, y >= 0 && y <= 140]).toEqual([true, true]);
    }
  });
});
