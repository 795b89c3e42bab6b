import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser, incident } from "./given.ts";

const { browser, allTabs } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  allTabs: vi.fn(),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/platform/tabs.ts", () => ({ allTabs }));

const { sweep } = await import("../../../src/background/sweep.ts");
const { CheckSession, lastCheck } = await import("../../../src/background/check/check-session.ts");
const { keepIncident } = await import("../../../src/background/incidents.ts");
const { keepAnswer } = await import("../../../src/background/check/told-steps.ts");
const { showPlan } = await import("../../../src/background/tab-view.ts");

const stored = () => JSON.stringify(Object.fromEntries(browser.storage.session.items));
const WAITING = { state: "waiting", due: 0, attempts: 1, watching: "page" } as const;
const here = (tabId: number) => incident({ tabId, url: `https://tab-${tabId}.example/` });

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  allTabs.mockReset().mockResolvedValue([8]);
});

describe("the sweep", () => {
  it("forgets every kept thing of a closed tab, and nothing of an open one", async () => {
    for (const tabId of [7, 8]) {
      await keepIncident(here(tabId));
      await new CheckSession(here(tabId)).finish();
      await keepAnswer(here(tabId), "other-device", "fails");
      await showPlan(tabId, WAITING);
    }
    await sweep();
    expect([...browser.storage.session.items.keys()].sort()).toEqual([
      "finished-checks",
      "incidents",
      "told-steps",
      "view:8",
    ]);
    expect(stored()).not.toContain("tab-7.example");
    expect(stored()).not.toContain('"7":');
    expect(await lastCheck(here(7))).toBeNull();
    expect(await lastCheck(here(8))).not.toBeNull();
  });

  it.each([
    ["a check that has no incident, as of a page's requests", () => new CheckSession(here(7)).finish()],
    ["a word of the user's", () => keepAnswer(here(7), "other-device", "works")],
    ["a view", () => showPlan(7, WAITING)],
    ["an incident", () => keepIncident(here(7))],
  ])("finds %s that stands alone", async (_what, keep) => {
    await keep();
    await sweep();
    expect(stored()).not.toMatch(/tab-7\.example|"7":|view:7/);
  });

  it("forgets nothing when the tabs cannot be told", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await keepIncident(here(7));
    allTabs.mockRejectedValue(new Error("no"));
    await sweep();
    expect(stored()).toContain("tab-7.example");
    expect(warn).toHaveBeenCalledOnce();
  });
});
