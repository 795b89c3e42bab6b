import { afterEach, beforeEach, describe, expect, it, type MockInstance, vi } from "vitest";
import { World } from "../../fakes/world.ts";
import { incidentIn, plansOf, stored } from "./stored.ts";

let world: World;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", {});
  await world.startWorker();
});
afterEach(() => world.end());

/** The user clicks a notification that stands. */
async function click(id: string): Promise<void> {
  const { notifications } = world.browser;
  await notifications.create(id, { title: "", message: "" });
  notifications.onClicked.fire(id);
  await world.clock.pass(100);
  expect(notifications.standing.has(id)).toBe(false);
}

describe("a click on a notification", () => {
  it.each([
    ["a page", "watch:https://shop.example/cart", "https://shop.example/cart"],
    ["the front page in the place of what works once", "watch:https://shop.example/unsub?m=9", "https://shop.example/"],
  ])("about a site that is watched opens %s", async (_what, id, opened) => {
    await click(id);
    expect(world.browser.tabs.all).toMatchObject([{ url: opened, active: true }]);
  });

  it("about a tab goes there, in its window", async () => {
    const tab = world.browser.tabs.open({ id: 7, url: "https://shop.example/cart" });
    world.browser.isFocused = false;
    await click("tab:7");
    expect(world.browser.tabs.all).toEqual([tab]);
    expect(tab.active).toBe(true);
    expect(world.browser.isFocused).toBe(true);
  });

  it("about a tab that is closed does nothing", async () => {
    await click("tab:7");
    expect(world.browser.tabs.all).toEqual([]);
  });
});

describe("a browser that refuses the sentinel's registration", () => {
  beforeEach(() => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    vi.spyOn(world.browser.scripting.api, "updateContentScripts").mockRejectedValue(new Error("refused"));
    vi.spyOn(world.browser.scripting.api, "registerContentScripts").mockRejectedValue(new Error("refused"));
  });

  it("has the plans of a site ended all the same, at once, where its grant is taken back", async () => {
    world.network.answer("https://shop.example", { status: 502 });
    await world.visit("https://shop.example/cart");
    expect(plansOf(world)).toMatchObject([{ state: { name: "waiting" } }]);
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    await world.clock.rest();
    expect(plansOf(world)).toEqual([]);
  });

  it.each<[string, () => Promise<void> | void]>([
    ["an update", () => world.startWorker("update")],
    ["a grant", () => world.browser.permissions.grant({ origins: ["<all_urls>"] })],
  ])("has pages that are open covered all the same after %s", async (_what, happens) => {
    const tab = world.browser.tabs.open({ url: "https://shop.example/cart" });
    await happens();
    await world.clock.rest();
    expect(tab.document?.injected).toEqual(["sentinel.js"]);
  });
});

describe("a browser that refuses a part of the set-up at an update", () => {
  let warn: MockInstance;
  beforeEach(() => {
    world.end();
    world = new World();
    warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    world.network.answer("https://shop.example", { status: 502 });
  });

  it("that marks answers has failures noticed all the same, as pages of which nobody knows how they came", async () => {
    vi.spyOn(world.browser.rules.api, "updateDynamicRules").mockRejectedValueOnce(new Error("internal"));
    await world.startWorker("update");
    expect([...world.browser.scripting.registered.keys()]).toEqual(["sentinel"]);
    expect(warn.mock.calls.flat().join(" ")).toContain("internal");
    const first = await world.visit("https://shop.example/cart");
    expect(incidentIn(world, first.id)).toMatchObject({ status: 502, method: "unknown" });
    // The next set-up was made for that page, and holds for later ones.
    const second = await world.visit("https://shop.example/cart");
    expect(incidentIn(world, second.id)).toMatchObject({ status: 502, method: "GET" });
  });

  it("whatever it is, has failures noticed for as long as it does so", async () => {
    vi.spyOn(world.browser.rules.api, "updateDynamicRules").mockRejectedValue(new Error("internal"));
    await world.startWorker("update");
    const tab = await world.visit("https://shop.example/cart");
    expect(incidentIn(world, tab.id)).toMatchObject({ status: 502, method: "unknown" });
  });

  it("that makes the sentinel stand has the scripts for live parts stand all the same", async () => {
    world.browser.storage.local.items.set("settings", { version: 1, value: { liveParts: ["shop.example"] } });
    const { registerContentScripts } = world.browser.scripting.api;
    vi.spyOn(world.browser.scripting.api, "registerContentScripts").mockImplementation(async (scripts) => {
      if (scripts.some(({ id }) => id === "sentinel")) throw new Error("refused");
      await registerContentScripts(scripts);
    });
    await world.startWorker("update");
    expect([...world.browser.scripting.registered.keys()]).toEqual(["parts"]);
  });
});

describe("an installation", () => {
  it("opens the welcome page, and covers the pages that are open", async () => {
    world.end();
    world = new World();
    const tab = world.browser.tabs.open({ url: "https://shop.example/cart" });
    await world.startWorker("install");
    const urls = world.browser.tabs.all.map(({ url }) => url);
    expect(urls).toEqual([tab.url, "chrome-extension://faultline/src/pages/welcome/index.html"]);
    expect(tab.document?.injected).toEqual(["sentinel.js"]);
  });

  it("sets up all the same where the welcome page cannot be opened, as by an administrator without a window", async () => {
    world.end();
    world = new World();
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    vi.spyOn(world.browser.tabs.api, "create").mockRejectedValue(new Error("No current window"));
    await world.startWorker("install");
    expect([...world.browser.scripting.registered.keys()]).toEqual(["sentinel"]);
  });

  it("goes on with the failures that stand, where it is an update, which forgets the session: none counts twice", async () => {
    world.network.answer("https://shop.example", { status: 502 });
    const tabs = [await world.visit("https://shop.example/cart"), await world.visit("https://shop.example/cart")];
    const before = { history: stored(world, "local", "history"), plans: plansOf(world) };
    const known = tabs.map(({ id }) => incidentIn(world, id));
    await world.clock.pass(500);
    world.killWorker();
    world.browser.storage.session.items.clear();
    // The sentinels of the version before are orphans, and new ones are put beside them.
    for (const { document } of tabs) document?.injected.splice(0);
    await world.startWorker("update");
    expect(tabs.map(({ id }) => incidentIn(world, id))).toMatchObject(
      known.map((incident) => ({ id: incident?.id, url: incident?.url })),
    );
    expect(stored(world, "local", "history")).toEqual(before.history);
    expect(
      plansOf(world)
        .map(({ id }) => id)
        .sort(),
    ).toEqual(before.plans.map(({ id }) => id).sort());
    expect(plansOf(world).map(({ searching }) => searching)).toEqual([null, null]);
  });

  it("asks for nothing again where it is an update", async () => {
    expect(world.browser.tabs.all).toEqual([]);
  });
});
