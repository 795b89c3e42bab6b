import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { incident, NOW, plan, URL_ASKED } from "./given.ts";

const { badge, notify, isInFront, endIncident, incidentOf } = vi.hoisted(() => ({
  badge: { text: "", clear: vi.fn() },
  notify: vi.fn(async () => undefined),
  isInFront: vi.fn(async () => false),
  endIncident: vi.fn(async () => undefined),
  incidentOf: vi.fn(),
}));
vi.mock("../../../src/platform/badge.ts", () => ({
  showBadge: async (_tabId: number, { text }: { text: string }) => {
    badge.text = text;
  },
  badgeText: async () => badge.text,
  clearBadge: badge.clear,
}));
vi.mock("../../../src/platform/i18n.ts", () => ({ translate: ({ key }: { key: string }) => key }));
vi.mock("../../../src/platform/notifications.ts", () => ({ notify }));
vi.mock("../../../src/platform/tabs.ts", () => ({ isInFront }));
vi.mock("../../../src/background/incidents.ts", () => ({ endIncident, incidentOf }));

const { showRecovery, tellOutcome } = await import("../../../src/background/outcome.ts");
const ended = plan({ name: "closed", at: NOW, reason: "recovered", told: false });

beforeEach(() => {
  vi.useFakeTimers({ now: NOW });
  badge.text = "";
  for (const mock of [badge.clear, notify, isInFront, endIncident]) mock.mockReset();
  isInFront.mockResolvedValue(false);
  incidentOf.mockReset().mockResolvedValue(incident({ since: NOW - 60_000 }));
});
afterEach(() => {
  vi.useRealTimers();
});

describe("the tick of recovery", () => {
  it("stands for ten seconds", async () => {
    await showRecovery(7, "shop.example");
    expect(badge.text).toBe("✓");
    await vi.advanceTimersByTimeAsync(9_999);
    expect(badge.clear).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(1);
    expect(badge.clear).toHaveBeenCalledExactlyOnceWith(7, "action_title_idle");
  });

  it.each(["502", ""])("does not take back what the tab says by then: %j", async (newer) => {
    await showRecovery(7, "shop.example");
    badge.text = newer;
    await vi.advanceTimersByTimeAsync(10_000);
    expect(badge.clear).not.toHaveBeenCalled();
  });
});

describe("the word at a plan's end", () => {
  it.each([
    ["recovered", "notify_recovered_title", "✓", "works"],
    ["refused", "notify_refused_title", "", "left"],
  ] as const)("is said of %s, and ends the incident", async (outcome, title, text, how) => {
    await tellOutcome(ended, outcome);
    expect(notify).toHaveBeenCalledExactlyOnceWith("tab:7", title, expect.any(String));
    expect(badge.text).toBe(text);
    expect(endIncident).toHaveBeenCalledExactlyOnceWith(7, how);
  });

  it.each([
    ["another page", incident({ url: "https://other.example/", since: NOW - 1_000 })],
    ["the same page again", incident({ since: NOW + 1_000 })],
  ])(
    "comes too late to touch the badge and the incident of %s that has failed in the tab since",
    async (_what, next) => {
      incidentOf.mockResolvedValue(next);
      for (const outcome of ["recovered", "refused", "left", "site-answers", "queued"] as const) {
        await tellOutcome(ended, outcome);
      }
      expect(endIncident).not.toHaveBeenCalled();
      expect(badge.text).toBe("");
    },
  );

  it("is the badge too where the session is a new one, of which no incident is known", async () => {
    incidentOf.mockResolvedValue(null);
    await tellOutcome(ended, "recovered");
    expect(badge.text).toBe("✓");
  });

  it("is said when only the front page answers: the tab still shows the failure, so its incident goes on", async () => {
    await tellOutcome(ended, "site-answers");
    expect(notify).toHaveBeenCalledExactlyOnceWith("tab:7", "notify_answers_title", expect.any(String));
    expect(endIncident).not.toHaveBeenCalled();
  });

  it("is said at the deadline, while the page still fails", async () => {
    await tellOutcome(ended, "deadline");
    expect(notify).toHaveBeenCalledExactlyOnceWith("tab:7", "notify_deadline_title", expect.any(String));
    expect(endIncident).not.toHaveBeenCalled();
  });

  it("is the badge alone when the user sees the page come back", async () => {
    isInFront.mockResolvedValue(true);
    await tellOutcome(ended, "recovered");
    expect(badge.text).toBe("✓");
    expect(notify).not.toHaveBeenCalled();
  });

  it("is the badge alone where the user has brought the page back himself", async () => {
    await tellOutcome({ ...ended, seen: true }, "recovered");
    expect(badge.text).toBe("✓");
    expect(endIncident).toHaveBeenCalledExactlyOnceWith(7, "works");
    expect(notify).not.toHaveBeenCalled();
  });

  it.each(["stopped", "left"] as const)("is not needed when the user ended it: %s", async (outcome) => {
    await tellOutcome({ ...ended, url: URL_ASKED }, outcome);
    expect(notify).not.toHaveBeenCalled();
    expect(badge.text).toBe("");
  });

  it.each([
    [
      "names the page of a site that is watched",
      "https://shop.example/cart?a=1",
      "watch:https://shop.example/cart?a=1",
    ],
    ["has no longer id than Chromium takes", `https://shop.example/${"a".repeat(500)}`, "watch:https://shop.example/"],
  ])("%s", async (_what, url, id) => {
    await tellOutcome({ ...ended, id: `watch:${url}`, tabId: -1, url }, "site-answers");
    expect(notify).toHaveBeenCalledExactlyOnceWith(id, "notify_answers_title", expect.any(String));
  });
});
