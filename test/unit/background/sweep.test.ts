import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { World } from "../../fakes/world.ts";
import { judgedCheck } from "./check/given.ts";
import { incident } from "./given.ts";
import { refuseWrites } from "./stored.ts";

const modules = async () => ({
  ...(await import("../../../src/background/sweep.ts")),
  ...(await import("../../../src/background/check/driver.ts")),
  ...(await import("../../../src/background/check/finished-checks.ts")),
  ...(await import("../../../src/background/incidents.ts")),
  ...(await import("../../../src/background/check/told-steps.ts")),
  ...(await import("../../../src/background/tab-view.ts")),
  ...(await import("../../../src/background/card/kept-cards.ts")),
});

let world: World;
let worker: Awaited<ReturnType<typeof modules>>;
beforeEach(async () => {
  world = new World();
  world.browser.tabs.open({ id: 8 });
  worker = await world.load(modules);
});
afterEach(() => world.end());

const stored = () => JSON.stringify(Object.fromEntries(world.browser.storage.session.items));
const WAITING = { state: "waiting", due: 0, attempts: 1, watching: "page", usual: null, forecast: null } as const;
const here = (tabId: number) => incident({ tabId, url: `https://tab-${tabId}.example/` });

/** A tab's check has come to its verdict, which is kept and shown. */
async function judge(tabId: number): Promise<void> {
  const { finished, view } = judgedCheck(here(tabId));
  await worker.keepFinished(finished);
  await worker.showCheck(view);
}

const keepCard = (tabId: number) => worker.keepVerdict(tabId, "check", judgedCheck(here(tabId)).view);

describe("the sweep", () => {
  it("forgets every kept thing of a closed tab, and nothing of an open one", async () => {
    for (const tabId of [7, 8]) {
      await worker.keepIncident(here(tabId));
      await judge(tabId);
      await worker.keepAnswer(here(tabId), "other-device", "fails");
      await worker.showPlan(tabId, WAITING);
      await keepCard(tabId);
    }
    await worker.sweep();
    expect([...world.browser.storage.session.items.keys()].sort()).toEqual([
      "cards",
      "finished-checks",
      "incidents",
      "told-steps",
      "view:8",
    ]);
    expect(stored()).not.toContain("tab-7.example");
    expect(stored()).not.toContain('"7":');
    expect(await worker.checks.lastOf(here(7))).toBeNull();
    expect(await worker.checks.lastOf(here(8))).not.toBeNull();
  });

  it.each([
    ["a check that has no incident, as of a page's requests", () => judge(7)],
    ["a word of the user's", () => worker.keepAnswer(here(7), "other-device", "works")],
    ["a card", () => keepCard(7)],
    ["a view", () => worker.showPlan(7, WAITING)],
    ["an incident", () => worker.keepIncident(here(7))],
  ])("finds %s that stands alone", async (_what, keep) => {
    await keep();
    await worker.sweep();
    expect(stored()).not.toMatch(/tab-7\.example|"7":|view:7|"cards"/);
  });

  it("forgets closed tabs although another step fails, here the one of plans on a broken disk", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await worker.keepIncident(here(7));
    world.browser.storage.local.get.mockRejectedValue(new Error("disk"));
    await worker.sweep();
    expect(stored()).not.toContain("tab-7.example");
    expect(warn).toHaveBeenCalled();
  });

  it.each(["finished-checks", "told-steps", "incidents", "cards", "view:7"])(
    "forgets all else of a closed tab although what lies under %s cannot be written",
    async (key) => {
      vi.spyOn(console, "warn").mockImplementation(() => undefined);
      await worker.keepIncident(here(7));
      await judge(7);
      await worker.keepAnswer(here(7), "other-device", "fails");
      await worker.showPlan(7, WAITING);
      await keepCard(7);
      refuseWrites(world, "session", key);
      await worker.sweep();
      const left = [...world.browser.storage.session.items.keys()].filter((one) => one !== key);
      expect(JSON.stringify(left.map((one) => world.browser.storage.session.items.get(one)))).not.toMatch(
        /tab-7\.example|"7":/,
      );
      expect(left).not.toContain("view:7");
      expect(left).not.toContain("cards");
    },
  );

  it("forgets nothing when the tabs cannot be told", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await worker.keepIncident(here(7));
    vi.spyOn(world.browser.tabs.api, "query").mockRejectedValue(new Error("no"));
    await worker.sweep();
    expect(stored()).toContain("tab-7.example");
    expect(warn).toHaveBeenCalledOnce();
  });
});
