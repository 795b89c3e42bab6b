import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RepairId } from "../../../src/core/repair/repair.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { checked, failingTab, PAGE } from "./check/given.ts";
import { shownOf } from "./stored.ts";

const COOKIES = { permissions: ["cookies"] } as const;

let world: World;
let tab: FakeTab;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "down" });
  world.browser.cookies.jar = [{ name: "session", domain: ".shop.example" }];
  await world.startWorker();
  tab = failingTab(world, { active: true });
  await checked(world);
});
afterEach(() => world.end());

const repair = () => shownOf(world, 7)?.repair;
const begins = (tabId = 7) => world.ask("repair/begin", { tabId, id: "delete-cookies" });
const leave = (refused: boolean) => world.ask("repair/leave", { tabId: 7, id: "delete-cookies", refused });
const has = (permission: string) => world.browser.permissions.contains({ permissions: [permission] });

/** The user wants it, and the browser has granted it by then. */
async function counted(): Promise<void> {
  await begins();
  world.browser.permissions.grant(COOKIES);
  await world.clock.until(() => repair()?.state === "counted");
}

describe("a grant that needs no prompt, and comes in the very turn of the click", () => {
  const begin = (tabId = 7, id: RepairId = "delete-cookies") =>
    world.browser.runtime.fromPopup("repair/begin", { tabId, id }).catch(() => undefined);

  /** A worker that has read nothing of the package yet. */
  beforeEach(async () => {
    world.network.filesTake = 50;
    await world.startWorker();
  });

  it("is the repair's that has begun, though the worker still looks for what that needs", async () => {
    void begin();
    world.browser.permissions.grant(COOKIES);
    await world.clock.pass(1_000);
    expect(repair()).toMatchObject({ state: "counted", cookies: 1 });
    await world.clock.rest();
    expect(await has("cookies")).toBe(false);
  });

  it("is not taken for what an earlier repair has had asked for", async () => {
    const other = failingTab(world, { id: 8 });
    await world.ask("tab/open", { tabId: 8 });
    await begins(8);
    await world.navigate(other, `${PAGE}?two`);
    await checked(world, 8);
    expect(shownOf(world, 8).repair).toBeNull();
    await world.startWorker();
    void begin();
    world.browser.permissions.grant(COOKIES);
    await world.clock.pass(1_000);
    expect(repair()).toMatchObject({ state: "counted", cookies: 1 });
  });

  it("counts once where the button was pressed twice", async () => {
    void begin();
    void begin();
    world.browser.permissions.grant(COOKIES);
    await world.clock.pass(1_000);
    expect(repair()).toMatchObject({ state: "counted", cookies: 1 });
  });

  it("goes on where an earlier click still waits", async () => {
    await begins();
    await world.startWorker();
    void begin();
    world.browser.permissions.grant(COOKIES);
    await world.clock.pass(1_000);
    expect(repair()).toMatchObject({ state: "counted", cookies: 1 });
  });

  it("is given back where there is no such repair", async () => {
    void begin(7, "no-such" as RepairId);
    world.browser.permissions.grant(COOKIES);
    await world.clock.pass(1_000);
    expect(await has("cookies")).toBe(false);
  });
});

describe("what is granted for a page that the tab shows no more", () => {
  const LACKED = ["*://www.shop.example/*", "*://shop.example/*"];
  const origins = async () => (await world.browser.permissions.getAll()).origins;
  const clicks = (lacked: readonly unknown[], id: RepairId = "delete-cookies") =>
    world.browser.runtime
      .fromPopup("repair/begin", { tabId: 7, id, url: "https://www.shop.example/cart", lacked } as never)
      .catch(() => undefined);

  /** Faultline may touch the site of another tab's repair at most. */
  beforeEach(() => world.browser.permissions.revoke({ origins: ["<all_urls>"] }));

  describe.each<[string, () => unknown]>([
    ["is closed", () => world.browser.tabs.close(tab)],
    ["shows a page that Faultline may not see", () => world.navigate(tab, "https://news.example/")],
    [
      "shows another page that Faultline may see",
      async () => {
        world.browser.permissions.grant({ origins: ["*://news.example/*"] });
        await world.navigate(tab, "https://news.example/");
      },
    ],
  ])("where the tab %s", (_where, happens) => {
    let before: readonly string[];
    beforeEach(async () => {
      await happens();
      before = await origins();
    });

    it("is given back where no prompt was needed", async () => {
      void clicks(LACKED);
      world.browser.permissions.grant({ ...COOKIES, origins: LACKED });
      await world.clock.pass(1_000);
      expect(await has("cookies")).toBe(false);
      expect(await origins()).toEqual(before);
    });

    it("is given back once the prompt is granted", async () => {
      await clicks([...LACKED, null, 1]);
      await world.clock.pass(60_000);
      world.browser.permissions.grant({ ...COOKIES, origins: LACKED });
      await world.clock.rest();
      expect(await has("cookies")).toBe(false);
      expect(await origins()).toEqual(before);
    });

    it("is no host where the repair asks for none, so that the user's own stay", async () => {
      await clicks(LACKED, "name-extensions");
      world.browser.permissions.grant({ origins: LACKED });
      await world.clock.rest();
      world.browser.permissions.grant({ permissions: ["management"] });
      await world.clock.rest();
      expect(await has("management")).toBe(false);
      expect(await origins()).toEqual([...before, ...LACKED]);
    });
  });
});

describe("a click that breaks while the worker looks what it needs", () => {
  it("is told as broken, and keeps nothing of what its prompt grants after that", async () => {
    const before = (await world.browser.permissions.getAll()).origins;
    vi.spyOn(world.browser.permissions, "contains").mockRejectedValueOnce(new Error("No browser"));
    const began = world.browser.runtime.fromPopup("repair/begin", {
      ...{ tabId: 7, id: "delete-cookies", url: PAGE },
      lacked: ["*://www.shop.example/*"],
    });
    await expect(began).rejects.toThrow("No browser");
    world.browser.permissions.grant({ ...COOKIES, origins: ["*://www.shop.example/*"] });
    await world.clock.rest();
    expect(await has("cookies")).toBe(false);
    expect((await world.browser.permissions.getAll()).origins).toEqual(before);
  });
});

describe("a popup that is told of the grant", () => {
  const told = (url = PAGE) => world.ask("repair/granted", { tabId: 7, id: "delete-cookies", url });

  it("has the repair of a tab go on that is not in front", async () => {
    await begins();
    world.browser.tabs.open({ active: true });
    tab.active = false;
    world.browser.permissions.grant(COOKIES);
    await world.clock.rest();
    await told();
    expect(repair()).toMatchObject({ state: "counted", cookies: 1 });
  });

  it("is told how to do it by hand where the browser has taken it back by then", async () => {
    await begins();
    await told();
    expect(repair()).toMatchObject({ state: "by-hand", why: "failed" });
  });

  it.each<[string, () => Promise<unknown>, object | null]>([
    ["has come further", counted, { state: "counted", cookies: 1 }],
    ["was left", () => begins().then(() => leave(false)), null],
    ["was refused elsewhere", () => begins().then(() => leave(true)), { why: "refused" }],
  ])("changes nothing of a repair that %s", async (_which, first, after) => {
    await first();
    await told();
    if (after) expect(repair()).toMatchObject(after);
    else expect(repair()).toBeNull();
  });

  it("leaves nothing of it on the next page", async () => {
    await begins();
    await world.navigate(tab, `${PAGE}?two`);
    await told(PAGE);
    expect(repair()).toBeNull();
  });

  describe("keeps no host, though the repair cannot go on,", () => {
    const HOSTS = ["*://www.shop.example/*", "*://shop.example/*"];
    const WWW = "https://www.shop.example/cart";
    const origins = async () => (await world.browser.permissions.getAll()).origins;

    beforeEach(async () => {
      world.network.answer("https://www.shop.example", { status: 502, body: "down" });
      await world.navigate(tab, WWW);
      await checked(world);
      world.browser.permissions.revoke({ origins: ["<all_urls>"] });
      // The user's click on the icon lets it in until the page goes.
      tab.isClicked = true;
      await begins();
      expect(repair()).toMatchObject({ state: "asking", lacked: HOSTS });
    });

    it("where its permission has been taken in the meantime", async () => {
      world.browser.tabs.open({ active: true });
      tab.active = false;
      await world.clock.pass(11 * 60_000);
      world.browser.permissions.grant({ ...COOKIES, origins: HOSTS });
      await world.clock.rest();
      expect(await has("cookies")).toBe(false);
      await told(WWW);
      expect(repair()).toMatchObject({ state: "by-hand", why: "failed" });
      expect(await origins()).toEqual([]);
    });

    it("where the popup has asked for less than it takes", async () => {
      world.browser.permissions.grant({ ...COOKIES, origins: HOSTS.slice(0, 1) });
      await world.clock.rest();
      await told(WWW);
      expect(repair()).toMatchObject({ state: "by-hand", why: "failed" });
      expect(await origins()).toEqual([]);
      expect(await has("cookies")).toBe(false);
    });

    it("where the tab is not in front and shows another page", async () => {
      world.browser.tabs.open({ active: true });
      tab.active = false;
      await world.navigate(tab, "https://news.example/");
      world.browser.permissions.grant({ ...COOKIES, origins: HOSTS });
      await world.clock.rest();
      await told(WWW);
      expect(await origins()).toEqual([]);
      expect(await has("cookies")).toBe(false);
    });
  });
});
