import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeTab } from "../../fakes/tab.ts";
import { World } from "../../fakes/world.ts";

const PAGE = "https://app.shop.example/board";

let world: World;
let tab: FakeTab;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://app.shop.example", {});
  await world.startWorker();
  tab = await world.visit(PAGE);
});
afterEach(() => world.end());

const watch = (on: boolean, host = "app.shop.example") => world.ask("parts/watch", { host, on, tabId: tab.id });
const says = (request: unknown, url = PAGE) => world.browser.runtime.fromPage(tab, url, "page/parts-failed", request);
const failing = (origin = "https://app.shop.example", status: unknown = 502) => ({ origin, status });
const matches = () => world.browser.scripting.registered.get("parts")?.matches;

describe("the script that hears of failing requests", () => {
  it("stands nowhere until the user wants it, then on that host alone, and at once in its page", async () => {
    expect(matches()).toBeUndefined();
    await watch(true);
    expect(matches()).toEqual(["*://app.shop.example/*"]);
    expect(tab.document?.injected).toContain("parts.js");
  });

  it("stands nowhere again once the user has enough of it", async () => {
    await watch(true);
    await watch(false);
    expect(matches()).toBeUndefined();
  });

  it("is put up again by the next worker, as after an update", async () => {
    await watch(true);
    world.browser.scripting.registered.clear();
    await world.startWorker("update");
    await world.clock.until(() => matches() !== undefined);
    expect(matches()).toEqual(["*://app.shop.example/*"]);
  });

  it.each<[string, object, string[] | undefined]>([
    ["a file that the settings were read from", { liveParts: ["other.example"] }, ["*://other.example/*"]],
    ["the settings' being set back", {}, undefined],
  ])("follows %s at once", async (_what, value, expected) => {
    await watch(true);
    await world.clock.done(world.browser.storage.local.set({ settings: { version: 1, value } }));
    await world.clock.rest();
    expect(matches()).toEqual(expected);
  });

  it("follows the administrator at once", async () => {
    await watch(true);
    await world.clock.done(world.browser.storage.managed.set({ liveParts: ["corp.example"] }));
    await world.clock.rest();
    expect(matches()).toEqual(["*://corp.example/*"]);
  });

  it("is asked for in no private window, where nothing is to be kept", async () => {
    tab = await world.visit(PAGE, { incognito: true });
    await watch(true);
    expect(matches()).toBeUndefined();
    expect(world.browser.storage.local.items.has("settings")).toBe(false);
  });

  it.each(["*", "shop.example/../*", "", "[::1]", 7])("takes no host that is no name: %j", async (host) => {
    await watch(true, host as string);
    expect(matches()).toBeUndefined();
  });
});

describe("a page's word that its requests fail", () => {
  it("puts a mark on its tab that names host and status", async () => {
    await watch(true);
    await says(failing());
    expect(tab.badge).toMatchObject({ text: "!" });
    expect(tab.badge.title).toContain("app.shop.example");
    expect(world.browser.notifications.standing.size).toBe(0);
  });

  it("counts for another host of the same site", async () => {
    await watch(true);
    await says(failing("https://api.shop.example"));
    expect(tab.badge.text).toBe("!");
  });

  it.each([
    ["another site's requests", failing("https://ads.other.example")],
    ["a status that is no failure", failing(undefined, 404)],
    ["an address that is none", failing("app.shop.example")],
    ["nothing", {}],
  ])("means nothing where it is about %s", async (_what, request) => {
    await watch(true);
    await says(request);
    expect(tab.badge.text).toBe("");
  });

  it("means nothing on a site where the user has not switched it on", async () => {
    await says(failing());
    expect(tab.badge.text).toBe("");
  });

  it("means nothing once its tab shows another site", async () => {
    await watch(true);
    world.network.answer("https://other.example", {});
    await world.navigate(tab, "https://other.example/");
    await says(failing());
    expect(tab.badge.text).toBe("");
  });

  it("leaves a mark alone that says more", async () => {
    await watch(true);
    tab.badge = { ...tab.badge, text: "502" };
    await says(failing());
    expect(tab.badge.text).toBe("502");
  });
});
