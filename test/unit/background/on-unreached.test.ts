import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { incidentIn, keptOf, openPlans, plansOf } from "./stored.ts";

const URL_ASKED = "https://shop.example/cart";
const FRONT = "https://shop.example/";
const NOBODY = { isRefused: true } as const;

let world: World;
beforeEach(async () => {
  world = new World({ firefox: true });
  await world.startWorker();
});
afterEach(() => world.end());

/** Firefox says that it reached nobody, whatever stands in the tab by now. */
async function says(tab: FakeTab, parts: { url?: string; method?: string } = {}): Promise<void> {
  const details = { tabId: tab.id, url: `${URL_ASKED}#top`, method: "GET", error: "NS_ERROR_OFFLINE", ...parts };
  world.browser.onRequestError.fire({ ...details, incognito: false });
  await world.clock.pass(5_000);
}
/** Firefox reaches nobody, and its own page stands in the tab a moment later. */
async function visit(url = URL_ASKED, method: "GET" | "POST" = "GET"): Promise<FakeTab> {
  const tab = await world.visit(url, { method });
  await world.clock.pass(1_000);
  return tab;
}
/** A plan loads its page, which answers strangers by now; in the tab that takes three seconds, and brings nobody. */
async function loading(): Promise<FakeTab> {
  world.network.answer(URL_ASKED, { status: 502 });
  const tab = await world.visit(URL_ASKED);
  world.network.answer(URL_ASKED, ({ by }) => (by === "tab" ? { ...NOBODY, takes: 3_000 } : {}));
  await world.clock.until(() => plansOf(world)[0]?.state.name === "reloading", 600_000);
  return tab;
}

describe("a page of which Firefox reached nobody", () => {
  it("is watched by a plan once the browser's own page stands in the tab", async () => {
    const tab = world.browser.tabs.open();
    void world.browser.tabs.navigate(tab, `${URL_ASKED}#top`);
    // The connection is refused after 40 ms; for 300 ms more nothing stands there.
    await world.clock.pass(300);
    expect(keptOf(world, tab.id)).toBeUndefined();
    await world.clock.pass(500);
    expect(incidentIn(world, tab.id)).toMatchObject({
      url: URL_ASKED,
      status: null,
      noticed: "error-page",
      method: "GET",
    });
    expect(openPlans(world)).toMatchObject([{ tabId: tab.id, target: URL_ASKED, touchesTab: true, floor: null }]);
  });

  it("is never asked for again where it came from a form", async () => {
    await visit(URL_ASKED, "POST");
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("is never asked for again where it was asked for in a way that nobody knows", async () => {
    const tab = world.browser.tabs.open({ url: URL_ASKED, kind: "error-page" });
    await says(tab, { method: "PROPFIND" });
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("is never asked for again where it may work only once", async () => {
    await visit("https://shop.example/pay?token=1");
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("continues what failed there before the user's own reload, so that its plan is taken up", async () => {
    world.network.answer(URL_ASKED, { status: 502 });
    const tab = await world.visit(URL_ASKED);
    const before = incidentIn(world, tab.id);
    world.network.answer(URL_ASKED, NOBODY);
    await world.navigate(tab, URL_ASKED, { type: "reload" });
    await world.clock.pass(1_000);
    expect(incidentIn(world, tab.id)).toMatchObject({ id: before?.id, status: null });
    expect(openPlans(world)).toMatchObject([{ id: before?.id, tabId: tab.id }]);
  });

  it("is left to the plan that loads the tab right now", async () => {
    const tab = await loading();
    const [before] = openPlans(world);
    await world.clock.pass(8_000);
    expect(openPlans(world)).toMatchObject([{ id: before?.id, reloads: 1 }]);
    expect(incidentIn(world, tab.id)).toMatchObject({ noticed: "sentinel", status: 502 });
  });

  it("is watched though a plan was loading the tab, where the user has asked for another page since", async () => {
    const tab = await loading();
    await world.navigate(tab, `${URL_ASKED}2`);
    await world.clock.pass(1_000);
    expect(incidentIn(world, tab.id)).toMatchObject({ url: `${URL_ASKED}2`, status: null });
    expect(openPlans(world)).toMatchObject([{ target: `${URL_ASKED}2`, touchesTab: true }]);
  });

  it("is watched though a plan was loading the tab, where the user has sent a form since", async () => {
    const tab = await loading();
    await world.navigate(tab, URL_ASKED, { method: "POST" });
    await world.clock.pass(1_000);
    expect(incidentIn(world, tab.id)).toMatchObject({ url: URL_ASKED, status: null, method: "POST" });
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it.each<[string, (tab: FakeTab) => void]>([
    ["another page stands in the tab", (tab) => Object.assign(tab, { url: "https://a.example/" })],
    ["the tab is closed", (tab) => world.browser.tabs.close(tab)],
    ["a page of the site's stands there after all", () => undefined],
  ])("is nothing where %s", async (_what, happen) => {
    const tab = world.browser.tabs.open({ url: URL_ASKED });
    happen(tab);
    await says(tab);
    expect(keptOf(world, tab.id)).toBeUndefined();
    expect(plansOf(world)).toEqual([]);
  });

  it("is left alone without a grant for its site", async () => {
    const tab = world.browser.tabs.open({ url: URL_ASKED, kind: "error-page" });
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    // The user has let it in by a click, so that it could see the tab.
    tab.isClicked = true;
    await says(tab);
    expect(keptOf(world, tab.id)).toBeUndefined();
    expect(plansOf(world)).toEqual([]);
  });
});

describe("a page of a host that a repair alone may touch for a moment", () => {
  it("begins nothing", async () => {
    const above = "*://shop.example/*";
    world.network.answer("https://www.shop.example", { status: 502, body: "down" });
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    world.browser.permissions.grant({ origins: ["*://www.shop.example/*"] });
    await world.visit("https://www.shop.example/cart", { id: 7, active: true });
    await world.ask("repair/begin", { tabId: 7, id: "delete-cookies" });
    // Another tab is in front when the prompt is answered, so that the repair waits on.
    world.browser.tabs.open({ active: true });
    world.browser.permissions.grant({ permissions: ["cookies"], origins: [above] });
    await world.clock.rest();
    expect((await world.browser.permissions.getAll()).origins).toContain(above);
    const tab = await visit();
    expect(keptOf(world, tab.id)).toBeUndefined();
    expect(openPlans(world).map(({ tabId }) => tabId)).not.toContain(tab.id);
  });
});
