import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { World } from "../../fakes/world.ts";

const PAGE = "https://shop.example/cart";
const OURS = "chrome-extension://faultline/src/pages";

let world: World;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "down" });
  await world.startWorker("install");
});
afterEach(() => world.end());

const clickEntry = async (menuItemId: string, parts: { linkUrl?: string } = {}, tab?: { id: number }) => {
  world.browser.menus.onClicked.fire({ menuItemId, ...parts }, tab);
  await world.clock.pass(100);
};
const opened = () => world.browser.tabs.all.map(({ url }) => url).filter((url) => !url.includes("/welcome/"));

describe("the context menu", () => {
  it("is there once, however often the extension and the browser start", async () => {
    const entries = () => world.browser.menus.entries.map(({ id, contexts }) => [id, ...contexts]);
    const once = [
      ["full", "action"],
      ["panel", "action"],
      ["site", "action"],
      ["link", "link"],
    ];
    expect(entries()).toEqual(once);
    await world.startWorker("update");
    expect(entries()).toEqual(once);
    await world.startWorker("startup");
    expect(entries()).toEqual(once);
  });

  it("on the icon opens the check of the tab in a tab, or in a panel beside it", async () => {
    await clickEntry("full", {}, { id: 7 });
    expect(opened()).toEqual([`${OURS}/full/index.html?tab=7`]);
    await clickEntry("panel", {}, { id: 7 });
    expect(world.browser.panels).toEqual([7]);
  });

  it("on the icon leads to the page that checks a site by its name", async () => {
    await clickEntry("site", {}, { id: 7 });
    expect(opened()).toEqual([`${OURS}/site/index.html`]);
    expect(world.network.requests).toEqual([]);
  });

  it("on a link asks the front page of its site, for the link itself may act", async () => {
    world.network.answer("https://shop.example", {});
    await clickEntry("link", { linkUrl: "https://shop.example/order/cancel?id=4711" }, { id: 7 });
    expect(world.network.requests.map(({ url }) => url)).toEqual(["https://shop.example/"]);
    expect(opened()).toEqual([`${OURS}/site/index.html`]);
  });

  it("asks nothing of a link that is none of the web", async () => {
    await clickEntry("link", { linkUrl: "javascript:void(0)" }, { id: 7 });
    expect([opened(), world.network.requests]).toEqual([[], []]);
  });
});

describe("the key that tries now", () => {
  const press = async (tab?: { id: number }) => {
    world.browser.commands.onCommand.fire("retry-now", tab);
    await world.clock.pass(200);
  };

  it("has the plan of the tab in front try at once", async () => {
    const tab = await world.visit(PAGE, { id: 7 });
    const before = world.network.requests.length;
    await press(tab);
    expect(world.network.requests.slice(before)).toMatchObject([{ by: "worker", url: PAGE }]);
    expect(world.browser.popupsOpened).toBe(0);
  });

  it.each([[{ id: 8 }], [undefined]])("opens the popup where no plan watches: %j", async (tab) => {
    await press(tab);
    expect(world.browser.popupsOpened).toBe(1);
    expect(world.network.requests).toEqual([]);
  });

  it.each(["rejects", "is-missing"] as const)(
    "opens the same in a window where the browser's own call %s",
    async (popup) => {
      world.browser.popup = popup;
      await press({ id: 8 });
      expect(world.browser.popupsOpened).toBe(0);
      expect(world.browser.smallWindows).toEqual([`${OURS}/popup/index.html?tab=8`]);
    },
  );

  it("opens the same in a tab where the browser has neither", async () => {
    world.browser.popup = "is-missing";
    world.browser.hasWindows = false;
    await press({ id: 8 });
    expect(opened()).toEqual([`${OURS}/popup/index.html?tab=8`]);
  });
});

describe("the address bar", () => {
  it("says what would be asked while something is typed, and asks nobody", async () => {
    const { addressBar } = world.browser;
    addressBar.onInputStarted.fire();
    expect(addressBar.says).toBe("omnibox_default");
    for (const typed of ["s", "shop.ex", "shop.example/secret"]) addressBar.onInputChanged.fire(typed, () => undefined);
    expect(addressBar.says).toBe("omnibox_ask shop.example");
    await world.clock.pass(10_000);
    expect(world.network.requests).toEqual([]);
  });

  it.each([
    ["nothing", "  ", "omnibox_default"],
    ["no address", "<b> & co", "site_problem_not_an_address"],
    ["one word", "facebook", "site_problem_one_word"],
    ["another scheme", "ftp://shop.example", "site_problem_not_web"],
    ["too much", `shop.example/${"a".repeat(9_000)}`, "site_problem_too_long"],
  ])("says what is missing, in the words of its page: %s", (_what, typed, says) => {
    const { addressBar } = world.browser;
    addressBar.onInputChanged.fire(typed, () => undefined);
    expect(addressBar.says).toBe(says);
  });

  it("opens its page behind the one in front where that is asked for", async () => {
    world.network.answer("https://shop.example", {});
    const front = world.browser.tabs.open({ url: PAGE, active: true });
    world.browser.addressBar.onInputEntered.fire("shop.example", "newBackgroundTab");
    await world.clock.pass(200);
    expect(opened()).toContain(`${OURS}/site/index.html`);
    expect(front.active).toBe(true);
  });
});

describe("in Firefox", () => {
  it("the sidebar opens from the menu", async () => {
    world.end();
    world = new World({ firefox: true });
    await world.startWorker("install");
    await clickEntry("panel", {}, { id: 7 });
    expect(world.browser.panels).toEqual([null]);
  });

  it.each(["opens", "rejects"] as const)(
    "the key that tries now opens nothing beside a sidebar that stands open, where the browser's own call %s",
    async (popup) => {
      world.end();
      world = new World({ firefox: true });
      await world.startWorker("install");
      world.browser.popup = popup;
      world.browser.isSidebarOpen = true;
      world.browser.commands.onCommand.fire("retry-now", { id: 8 });
      await world.clock.pass(200);
      expect([world.browser.popupsOpened, world.browser.smallWindows]).toEqual([0, []]);
      world.browser.isSidebarOpen = false;
      world.browser.popup = "rejects";
      world.browser.commands.onCommand.fire("retry-now", { id: 8 });
      await world.clock.pass(200);
      expect(world.browser.smallWindows).toHaveLength(1);
    },
  );
});
