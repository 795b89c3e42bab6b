import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NO_TAB, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import type { StopReason } from "../../../../src/core/retry/stop-reason.ts";
import type { FakeTab } from "../../../fakes/tabs.ts";
import { NOW, plan, storedIncidents, URL_ASKED } from "../given.ts";
import { keptOf } from "../stored.ts";
import { FAILED_AT, MINUTE, PlanWorld } from "./plan-world.ts";

const ended = plan({ name: "closed", at: NOW, reason: "recovered", told: false });

let world: PlanWorld;
let tab: FakeTab;
let outcome: typeof import("../../../../src/background/retry/outcome.ts");
let endIncident: typeof import("../../../../src/background/incidents.ts")["endIncident"];
beforeEach(async () => {
  world = new PlanWorld();
  tab = world.failing();
  await world.wake();
  outcome = await import("../../../../src/background/retry/outcome.ts");
  ({ endIncident } = await import("../../../../src/background/incidents.ts"));
});
afterEach(() => world.end());

const tell = (told: RetryPlan, reason: StopReason): Promise<void> => outcome.tellOutcome(told, reason);
/** What is remembered of the tab's failure: whether it goes on, or how it ended. */
function incidentEnd(): "goes on" | "works" | "left" {
  const kept = keptOf(world, 7);
  return kept?.leftAt === null ? "goes on" : kept?.worked ? "works" : "left";
}

describe("the tick of recovery", () => {
  beforeEach(() => outcome.showRecovery(7, "shop.example"));

  it("stands for ten seconds", async () => {
    await endIncident(7, "works");
    expect(tab.badge.text).toBe("✓");
    await world.clock.pass(9_999);
    expect(tab.badge.text).toBe("✓");
    await world.clock.pass(2);
    expect(tab.badge).toMatchObject({ text: "", title: "action_title_idle" });
  });

  it("gives way to the failure that stands there all the same", async () => {
    await world.clock.pass(9_999);
    expect(tab.badge.text).toBe("✓");
    await world.clock.pass(2);
    expect(tab.badge).toMatchObject({ text: "502", title: "badge_failing shop.example 502" });
  });

  it.each(["502", ""])("does not take back what the tab says by then: %j", async (text) => {
    Object.assign(tab.badge, { text, title: "newer" });
    await world.clock.pass(11_000);
    expect(tab.badge).toMatchObject({ text, title: "newer" });
  });
});

describe("the word at a plan's end", () => {
  it.each([
    ["recovered", "notify_recovered_title", "✓", "works"],
    ["queued", "notify_queued_title", "", "works"],
    ["refused", "notify_refused_title", "", "left"],
  ] as const)("is said of %s, and ends the incident", async (reason, title, text, how) => {
    await tell(ended, reason);
    expect(world.said).toEqual([title]);
    expect(world.browser.notifications.said).toMatchObject([{ id: "tab:7" }]);
    expect(tab.badge.text).toBe(text);
    expect(incidentEnd()).toBe(how);
  });

  it.each([
    ["another page", { url: "https://other.example/", since: NOW - 1_000 }],
    ["the same page again", { url: URL_ASKED, since: NOW + 1_000 }],
  ])(
    "comes too late to touch the badge and the incident of %s that has failed in the tab since",
    async (_what, next) => {
      world.browser.storage.session.items.set("incidents", storedIncidents(FAILED_AT, { tabId: 7, ...next }));
      for (const reason of ["recovered", "refused", "left", "site-answers", "queued"] as const) {
        await tell(ended, reason);
      }
      expect(incidentEnd()).toBe("goes on");
      expect(tab.badge.text).toBe("");
    },
  );

  it.each([
    ["recovered", "notify_recovered_title"],
    ["refused", "notify_refused_title"],
  ] as const)(
    "is said where the session's memory has no room to note how the incident ended: %s",
    async (reason, title) => {
      world.browser.storage.session.isFull = true;
      vi.spyOn(console, "warn").mockImplementation(() => undefined);
      await tell(ended, reason);
      expect(world.said).toEqual([title]);
    },
  );

  it.each([
    ["recovered", "badge_back shop.example"],
    ["site-answers", "badge_answers shop.example"],
  ] as const)("says on the icon no more than is true: %s", async (reason, title) => {
    await tell(ended, reason);
    expect(tab.badge).toMatchObject({ text: "✓", title });
  });

  it("is the badge too where the session is a new one, of which no incident is known", async () => {
    world.browser.storage.session.items.delete("incidents");
    await tell(ended, "recovered");
    expect(tab.badge.text).toBe("✓");
  });

  it.each([
    ["only the front page answers", "site-answers", "notify_answers_title"],
    ["the front page never failed", "front-page-works", "notify_front_page_title"],
    ["the deadline has come", "deadline", "notify_deadline_title"],
  ] as const)(
    "is said where %s: the tab still shows the failure, so its incident goes on",
    async (_what, reason, title) => {
      await tell(ended, reason);
      expect(world.said).toEqual([title]);
      expect(incidentEnd()).toBe("goes on");
    },
  );

  it.each([
    ["https://shop.example/order", "form", "site-answers", "notify_answers_text"],
    ["https://shop.example/order", "form", "front-page-works", "notify_front_page_text"],
    ["https://shop.example/activate?token=4f3c2b1a9d8e", "link", "site-answers", "notify_answers_once_text"],
    ["https://shop.example/activate?token=4f3c2b1a9d8e", "link", "front-page-works", "notify_front_page_once_text"],
  ] as const)("speaks of %s, left as it is, as the %s that it may be: %s", async (url, _kind, reason, says) => {
    await tell({ ...ended, url, target: "https://shop.example/", touchesTab: false }, reason);
    expect(world.browser.notifications.said.map(({ message }) => message.split(" ")[0])).toEqual([says]);
  });

  it("is the badge alone when the user sees the page come back", async () => {
    world.browser.isFocused = true;
    await tell(ended, "recovered");
    expect(tab.badge.text).toBe("✓");
    expect(world.said).toEqual([]);
  });

  it("is the badge alone where the user has brought the page back themselves", async () => {
    await tell({ ...ended, seen: true }, "recovered");
    expect(tab.badge.text).toBe("✓");
    expect(incidentEnd()).toBe("works");
    expect(world.said).toEqual([]);
  });

  it.each(["stopped", "left"] as const)("is not needed when the user ended it: %s", async (reason) => {
    await tell(ended, reason);
    expect(world.said).toEqual([]);
    expect(tab.badge.text).toBe("");
  });
});

describe("a notification", () => {
  const watch = (url = URL_ASKED) => ({ ...ended, id: `watch:${url}`, tabId: NO_TAB, url, touchesTab: false });

  it.each([
    "recovered",
    "site-answers",
    "front-page-works",
    "refused",
    "queued",
    "deadline",
    "gave-up",
    "dropped",
  ] as const)(
    "is not shown of a tab that was never in front while it failed, whose badge says what it would: %s",
    async (reason) => {
      Object.assign(tab, { active: false, lastAccessed: ended.createdAt - 1 });
      await tell(ended, reason);
      expect(world.said).toEqual([]);
      expect(tab.badge.text).toBe(reason === "recovered" || reason === "site-answers" ? "✓" : "");
    },
  );

  it.each([
    ["that was in front since", { active: false, lastAccessed: ended.createdAt }, {}],
    [
      "that was seen in front, where the browser does not say when",
      { active: false, lastAccessed: 0 },
      { inFront: true },
    ],
  ])("is shown of a tab %s", async (_what, shown, known) => {
    Object.assign(tab, shown);
    await tell({ ...ended, ...known }, "recovered");
    expect(world.said).toEqual(["notify_recovered_title"]);
  });

  it("speaks of a site once in ten minutes, whatever becomes of which of its pages and tabs", async () => {
    world.failing({ id: 8 });
    await tell(ended, "recovered");
    await tell({ ...ended, id: "plan-2", tabId: 8, url: "https://www.shop.example/other?1" }, "recovered");
    await world.clock.pass(10 * MINUTE - 1);
    await tell({ ...ended, url: "https://shop.example/third" }, "refused");
    expect(world.said).toHaveLength(1);
    await tell({ ...ended, url: "https://other.example/" }, "recovered");
    expect(world.said).toHaveLength(2);
    await world.clock.pass(1);
    await tell(ended, "refused");
    expect(world.said).toHaveLength(3);
  });

  it("is shown to whoever has asked to be told, though the site has been spoken of, and not the same twice", async () => {
    await tell(ended, "recovered");
    await tell(watch(), "site-answers");
    await tell(watch("https://shop.example/other"), "site-answers");
    expect(world.said).toEqual(["notify_recovered_title", "notify_answers_title"]);
    await tell(watch("https://shop.example/third"), "deadline");
    expect(world.said).toEqual(["notify_recovered_title", "notify_answers_title", "notify_deadline_title"]);
  });

  it("of a watched site is one word with that of its tab", async () => {
    await tell(watch(), "site-answers");
    await tell(ended, "recovered");
    expect(world.said).toEqual(["notify_answers_title"]);
  });

  it("that could not be shown counts as none, and is tried again", async () => {
    vi.spyOn(world.browser.notifications, "create").mockRejectedValueOnce(new Error("no room"));
    await expect(tell(ended, "recovered")).rejects.toThrow("no room");
    await tell(ended, "recovered");
    expect(world.said).toEqual(["notify_recovered_title"]);
  });

  it("that was shown is not shown again though nothing could be noted of it", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    world.browser.storage.session.isFull = true;
    await expect(tell(watch(), "site-answers")).resolves.toBeUndefined();
    expect(world.said).toEqual(["notify_answers_title"]);
  });

  it("says once in ten minutes that there is no room for all plans", async () => {
    await outcome.tellDropped(3);
    await outcome.tellDropped(9);
    expect(world.browser.notifications.said).toEqual([
      { id: "dropped", title: "notify_room_title 3", message: "notify_dropped_text" },
    ]);
    await world.clock.pass(10 * MINUTE);
    await outcome.tellDropped(1);
    expect(world.said).toHaveLength(2);
  });

  it("names the page of a site that is watched, and bears no id that Chromium would refuse: then it is the front page's", async () => {
    await tell(watch(`https://shop.example/${"a".repeat(600)}`), "site-answers");
    await tell(watch("https://other.example/cart?a=1"), "site-answers");
    expect(world.browser.notifications.said.map(({ id }) => id)).toEqual([
      "watch:https://shop.example/",
      "watch:https://other.example/cart?a=1",
    ]);
  });

  it("is titled with the end of a long host, which says whose it is", async () => {
    await tell({ ...ended, url: `https://bank.example.${"login.".repeat(20)}evil.example/` }, "recovered");
    const [note] = world.browser.notifications.said;
    expect(note?.title).toMatch(/^notify_recovered_title ….*evil\.example$/);
    expect(note?.title).not.toContain("bank");
  });
});
