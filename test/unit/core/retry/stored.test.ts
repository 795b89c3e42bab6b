import { describe, expect, it } from "vitest";
import { startPlan } from "../../../../src/core/retry/start.ts";
import { inNewSession, withTodaysCare } from "../../../../src/core/retry/stored.ts";

const planFor = (url: string) =>
  startPlan({ id: "1", tabId: 7, url, status: 502, protected: false, floor: null, lasts: 3_600_000 }, 1_000_000, 0.5);
const ONCE = planFor("https://shop.example/verifyEmail?key=9f8e7d");

describe("a stored plan", () => {
  it("that an earlier version made for an address that works once watches the front page, and leaves the tab alone", () => {
    expect(ONCE).toMatchObject({ target: ONCE.url, touchesTab: true });
    expect(withTodaysCare(ONCE)).toEqual({ ...ONCE, target: "https://shop.example/", touchesTab: false });
  });

  it("that was about to load the tab asks instead", () => {
    const state = { name: "waiting", since: 0, due: 5, next: "reload", after: "answer" } as const;
    expect(withTodaysCare({ ...ONCE, state }).state).toEqual({ ...state, next: "probe" });
  });

  it("is left as it is for any other address, after its end, and where it was careful before", () => {
    const closed = { ...ONCE, state: { name: "closed", at: 5, reason: "left", told: true } as const };
    const unreadable = { ...ONCE, url: "shop" };
    for (const plan of [planFor("https://shop.example/cart"), closed, unreadable, withTodaysCare(ONCE)]) {
      expect(withTodaysCare(plan)).toBe(plan);
    }
  });
});

describe("stored plans in a new session", () => {
  const NOW = 2_000_000;
  const plan = planFor("https://shop.example/cart");
  const closed = (at: number, reason: "left" | "stopped") =>
    ({ ...plan, state: { name: "closed", at, reason, told: true } }) as const;

  it("look for their tabs, with the care of today", () => {
    expect(inNewSession({ 1: ONCE }, NOW, 0.5)).toEqual({ 1: { ...withTodaysCare(ONCE), searching: NOW } });
  });

  it("go on where they were left in the last minutes: that may have been the browser's own end", () => {
    expect(inNewSession({ 1: closed(NOW - 60_000, "left") }, NOW, 0.5)[1]).toMatchObject({
      searching: NOW,
      state: { name: "waiting" },
    });
  });

  it.each([
    ["left too long ago", closed(NOW - 600_000, "left")],
    ["stopped", closed(NOW - 60_000, "stopped")],
  ])("stay ended where they were %s", (_what, ended) => {
    expect(inNewSession({ 1: ended }, NOW, 0.5)).toEqual({ 1: ended });
  });

  it("have nothing to look for where they watch a site without a tab", () => {
    const watch = { ...plan, tabId: -1, touchesTab: false };
    expect(inNewSession({ 1: watch }, NOW, 0.5)).toEqual({ 1: watch });
  });
});
