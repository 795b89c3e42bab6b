import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { checked, failingTab } from "./check/given.ts";
import { shownOf } from "./stored.ts";

const SHOP = "https://www.shop.example/cart";
const NEWS = "https://www.news.example/today";
const OWN = ["*://www.shop.example/*", "*://www.news.example/*"];
const ABOVE_SHOP = "*://shop.example/*";
const ABOVE_NEWS = "*://news.example/*";

let world: World;
let first: FakeTab;
/** Of two failing sites Faultline may touch the pages' own hosts alone; a repair asks for the hosts above them. */
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new World();
  world.network.answer("https://www.shop.example", { status: 502, body: "down" });
  world.network.answer("https://www.news.example", { status: 502, body: "down" });
  world.browser.cookies.jar = [
    { name: "cart", domain: ".shop.example" },
    { name: "reader", domain: ".news.example" },
  ];
  await world.startWorker();
  world.browser.permissions.revoke({ origins: ["<all_urls>"] });
  world.browser.permissions.grant({ origins: OWN });
  first = failingTab(world, { id: 7, active: false, url: SHOP });
  failingTab(world, { id: 8, active: true, url: NEWS });
  await checked(world, 7);
  await checked(world, 8);
});
afterEach(() => world.end());

const onShop = { tabId: 7, id: "delete-cookies", url: SHOP, lacked: [ABOVE_SHOP] } as const;
const onNews = { tabId: 8, id: "delete-cookies", url: NEWS, lacked: [ABOVE_NEWS] } as const;
const repairIn = (tabId: number) => shownOf(world, tabId).repair;
const origins = async () => (await world.browser.permissions.getAll()).origins;
const has = (permission: string) => world.browser.permissions.contains({ permissions: [permission] });
const owed = () => JSON.stringify(world.browser.storage.session.items.get("owed-after-repairs") ?? null);

/** The browser's prompt is granted, and the popup that asked says so. */
async function granted(on: typeof onShop | typeof onNews): Promise<void> {
  world.browser.permissions.grant({ permissions: ["cookies"], origins: [...on.lacked] });
  await world.clock.rest();
  await world.ask("repair/granted", on);
  await world.clock.rest();
}
const asksInFirst = () => world.ask("repair/begin", onShop);
async function countsInFirst(): Promise<void> {
  await asksInFirst();
  await granted(onShop);
  expect(repairIn(7)?.state).toBe("counted");
}
/** Another failure takes the place of the first tab's repair. */
async function leavesFirst(): Promise<void> {
  await world.navigate(first, `${SHOP}?two`);
  await checked(world, 7);
  await world.clock.rest();
  expect(repairIn(7)).toBeNull();
}

describe.each([
  ["waits for its prompt", asksInFirst],
  ["has counted", countsInFirst],
])("a repair that %s when its page goes", (_how, comesSoFar) => {
  beforeEach(comesSoFar);

  it("takes nothing from another tab's, which waits for its own prompt", async () => {
    await world.ask("repair/begin", onNews);
    await leavesFirst();
    await granted(onNews);
    expect(repairIn(8)).toMatchObject({ state: "counted", cookies: 1 });
    expect(await origins()).toEqual(OWN);
    expect(await has("cookies")).toBe(false);
  });

  it("leaves a host alone that the user has granted for themselves, though another tab's is granted just then", async () => {
    await world.ask("repair/begin", onNews);
    await leavesFirst();
    world.browser.permissions.grant({ origins: [ABOVE_SHOP] });
    await world.clock.rest();
    await granted(onNews);
    expect(repairIn(8)).toMatchObject({ state: "counted", cookies: 1 });
    expect(await origins()).toEqual([...OWN, ABOVE_SHOP]);
  });

  it("takes nothing from another tab's, which works just then, nor a host of the user's own", async () => {
    await world.ask("repair/begin", onNews);
    await granted(onNews);
    const { remove } = world.browser.cookies.api;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    vi.spyOn(world.browser.cookies.api, "remove").mockImplementation((cookie) => held.then(() => remove(cookie)));
    world.browser.permissions.grant({ permissions: ["cookies"], origins: [ABOVE_NEWS] });
    const done = world.browser.runtime.fromPopup("repair/finish", onNews);
    await world.clock.until(() => repairIn(8)?.state === "working");
    world.browser.permissions.grant({ origins: [ABOVE_SHOP] });
    await leavesFirst();
    goOn();
    await world.clock.done(done);
    expect(repairIn(8)).toMatchObject({ state: "done", cookies: 1 });
    expect(await origins()).toEqual([...OWN, ABOVE_SHOP]);
    expect(await has("cookies")).toBe(false);
  });
});

describe("a host for which a prompt stood open, and which the user then granted for themselves,", () => {
  it("stays though a click that came to nothing is granted the same permission after that", async () => {
    await asksInFirst();
    await leavesFirst();
    world.browser.permissions.grant({ origins: [ABOVE_SHOP] });
    await world.clock.rest();
    world.browser.permissions.grant({ permissions: ["cookies"] });
    await world.clock.rest();
    expect(await origins()).toEqual([...OWN, ABOVE_SHOP]);
    expect(await has("cookies")).toBe(false);
  });
});

describe("a repair whose work is done while another tab's works", () => {
  it("leaves that its permission", async () => {
    await countsInFirst();
    await world.ask("repair/begin", onNews);
    await granted(onNews);
    const { remove } = world.browser.cookies.api;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    vi.spyOn(world.browser.cookies.api, "remove").mockImplementation((cookie) =>
      cookie.url.includes("news") ? held.then(() => remove(cookie)) : remove(cookie),
    );
    world.browser.permissions.grant({ permissions: ["cookies"], origins: [ABOVE_NEWS, ABOVE_SHOP] });
    const done = world.browser.runtime.fromPopup("repair/finish", onNews);
    await world.clock.until(() => repairIn(8)?.state === "working");
    await world.ask("repair/finish", onShop);
    expect(repairIn(7)).toMatchObject({ state: "done", cookies: 1 });
    goOn();
    await world.clock.done(done);
    expect(repairIn(8)).toMatchObject({ state: "done", cookies: 1 });
    expect(await origins()).toEqual(OWN);
    expect(await has("cookies")).toBe(false);
  });
});

describe("a click that confirms", () => {
  beforeEach(countsInFirst);

  it("leaves a host alone that the user has granted for themselves since the cookies were counted", async () => {
    world.browser.permissions.grant({ origins: [ABOVE_SHOP] });
    await world.clock.rest();
    world.browser.permissions.grant({ permissions: ["cookies"] });
    await world.ask("repair/finish", { ...onShop, lacked: [] });
    expect(repairIn(7)).toMatchObject({ state: "done", cookies: 1 });
    expect(await origins()).toEqual([...OWN, ABOVE_SHOP]);
  });

  it("leaves it alone too where it comes too late", async () => {
    world.browser.permissions.grant({ origins: [ABOVE_SHOP] });
    await world.clock.rest();
    world.browser.permissions.grant({ permissions: ["cookies"] });
    expect(await world.ask("repair/finish", { ...onShop, url: `${SHOP}?before`, lacked: [] })).toBe("too-late");
    expect(await origins()).toEqual([...OWN, ABOVE_SHOP]);
  });
});

describe("a refusal", () => {
  beforeEach(asksInFirst);

  it("of a repair that still stands leaves what another tab's prompt for the same hosts is owed", async () => {
    failingTab(world, { id: 9, url: SHOP });
    await checked(world, 9);
    await world.ask("repair/begin", { ...onShop, tabId: 9 });
    await leavesFirst();
    await world.ask("repair/leave", { ...onShop, tabId: 9, refused: true });
    expect(owed()).toContain("shop.example");
  });

  it("counts also while what is owed is being looked through", async () => {
    await leavesFirst();
    const { contains } = world.browser.permissions;
    let goOn = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      goOn = resolve;
    });
    const looked = vi
      .spyOn(world.browser.permissions, "contains")
      .mockImplementation((asked) => held.then(() => contains(asked)));
    world.browser.permissions.grant({ origins: ["*://other.example/*"] });
    await world.clock.until(() => looked.mock.calls.some(([{ permissions = [] }]) => permissions.includes("cookies")));
    const refused = world.browser.runtime.fromPopup("repair/leave", { ...onShop, refused: true });
    await world.clock.rest();
    goOn();
    await world.clock.done(refused);
    await world.clock.rest();
    expect(owed()).not.toContain("shop.example");
  });
});
