import { describe, expect, it } from "vitest";
import { startPlan } from "../../../../src/core/retry/start.ts";
import { withTodaysCare } from "../../../../src/core/retry/stored.ts";

const planFor = (url: string) =>
  startPlan({ id: "1", tabId: 7, url, status: 502, protected: false, floor: null }, 1_000_000, 0.5);
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
