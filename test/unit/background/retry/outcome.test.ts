import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { message } from "../../../../src/core/message.ts";
import { fakeBrowser, incident, NOW, plan, URL_ASKED } from "../given.ts";

const { browser, badge, notify, isInFront, wasInFront, endIncident, incidentOf } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  badge: { text: "", clear: vi.fn() },
  notify: vi.fn(async (_id: string, _title: string, _text: string) => undefined),
  isInFront: vi.fn(async () => false),
  wasInFront: vi.fn(async (_tabId: number, _since: number) => true),
  endIncident: vi.fn(async () => undefined),
  incidentOf: vi.fn(),
}));
vi.mock("../../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../../src/platform/badge.ts", () => ({
  showBadge: async (_tabId: number, { text }: { text: string }) => {
    badge.text = text;
  },
  badgeText: async () => badge.text,
  clearBadge: badge.clear,
}));
vi.mock("../../../../src/platform/i18n.ts", () => ({
  translate: ({ key, args = [] }: ReturnType<typeof message>) => (titled ? [key, ...args].join(" ") : key),
}));
vi.mock("../../../../src/platform/notifications.ts", () => ({ notify }));
vi.mock("../../../../src/platform/tabs.ts", () => ({ isInFront, wasInFrontSince: wasInFront }));
vi.mock("../../../../src/background/incidents.ts", () => ({ endIncident, incidentOf }));

/** Whether titles are read with what is put into them. */
let titled = false;
const { showRecovery, tellDropped, tellOutcome } = await import("../../../../src/background/retry/outcome.ts");
const ended = plan({ name: "closed", at: NOW, reason: "recovered", told: false });

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  titled = false;
  vi.useFakeTimers({ now: NOW });
  badge.text = "";
  for (const mock of [badge.clear, notify, isInFront, endIncident]) mock.mockReset();
  isInFront.mockResolvedValue(false);
  wasInFront.mockReset().mockResolvedValue(true);
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

describe("a notification", () => {
  const MINUTE = 60_000;
  const NO_TAB = -1;
  const watch = (url = URL_ASKED) => ({ ...ended, id: `watch:${url}`, tabId: NO_TAB, url, touchesTab: false });
  const titles = () => notify.mock.calls.map(([, title]) => title);

  it.each(["recovered", "site-answers", "refused", "queued", "deadline", "gave-up", "dropped"] as const)(
    "is not shown of a tab that was never in front while it failed, whose badge says what it would: %s",
    async (outcome) => {
      wasInFront.mockResolvedValue(false);
      await tellOutcome(ended, outcome);
      expect(notify).not.toHaveBeenCalled();
      expect(wasInFront).toHaveBeenCalledExactlyOnceWith(7, ended.createdAt);
      expect(badge.text).toBe(outcome === "recovered" || outcome === "site-answers" ? "✓" : "");
    },
  );

  it("is shown of a tab that was seen in front, where the browser does not say since when it is not", async () => {
    wasInFront.mockResolvedValue(false);
    await tellOutcome({ ...ended, inFront: true }, "recovered");
    expect(notify).toHaveBeenCalledOnce();
  });

  it("speaks of a site once in ten minutes, whatever becomes of which of its pages and tabs", async () => {
    await tellOutcome(ended, "recovered");
    await tellOutcome({ ...ended, id: "plan-2", tabId: 8, url: "https://www.shop.example/other?1" }, "recovered");
    await vi.advanceTimersByTimeAsync(10 * MINUTE - 1);
    await tellOutcome({ ...ended, url: "https://shop.example/third" }, "refused");
    expect(notify).toHaveBeenCalledOnce();
    await tellOutcome({ ...ended, url: "https://other.example/" }, "recovered");
    expect(notify).toHaveBeenCalledTimes(2);
    await vi.advanceTimersByTimeAsync(1);
    await tellOutcome(ended, "refused");
    expect(notify).toHaveBeenCalledTimes(3);
  });

  it("is shown to whoever has asked to be told, though the site has been spoken of, and not the same twice", async () => {
    await tellOutcome(ended, "recovered");
    await tellOutcome(watch(), "site-answers");
    await tellOutcome(watch("https://shop.example/other"), "site-answers");
    expect(titles()).toEqual(["notify_recovered_title", "notify_answers_title"]);
    await tellOutcome(watch("https://shop.example/third"), "deadline");
    expect(titles()).toEqual(["notify_recovered_title", "notify_answers_title", "notify_deadline_title"]);
    expect(wasInFront).toHaveBeenCalledTimes(1);
  });

  it("of a watched site is one word with that of its tab", async () => {
    await tellOutcome(watch(), "site-answers");
    await tellOutcome(ended, "recovered");
    expect(titles()).toEqual(["notify_answers_title"]);
  });

  it("that could not be shown counts as none, and is tried again", async () => {
    notify.mockRejectedValueOnce(new Error("no room"));
    await expect(tellOutcome(ended, "recovered")).rejects.toThrow("no room");
    await tellOutcome(ended, "recovered");
    expect(notify).toHaveBeenCalledTimes(2);
  });

  it("says once in ten minutes that there is no room for all plans", async () => {
    await tellDropped(3);
    await tellDropped(9);
    expect(notify).toHaveBeenCalledExactlyOnceWith("dropped", "notify_room_title", "notify_dropped_text");
    await vi.advanceTimersByTimeAsync(10 * MINUTE);
    await tellDropped(1);
    expect(notify).toHaveBeenCalledTimes(2);
  });

  it("bears no id that Chromium would refuse: of a long address the front page is opened", async () => {
    await tellOutcome(watch(`https://shop.example/${"a".repeat(600)}`), "site-answers");
    await tellOutcome({ ...watch("https://other.example/cart") }, "site-answers");
    expect(notify.mock.calls.map(([id]) => id)).toEqual([
      "watch:https://shop.example/",
      "watch:https://other.example/cart",
    ]);
  });

  it("is titled with the end of a long host, which says whose it is", async () => {
    titled = true;
    await tellOutcome({ ...ended, url: `https://bank.example.${"login.".repeat(20)}evil.example/` }, "recovered");
    expect(titles()).toEqual([expect.stringMatching(/^notify_recovered_title ….*evil\.example$/)]);
    expect(titles()[0]).not.toContain("bank");
  });
});
