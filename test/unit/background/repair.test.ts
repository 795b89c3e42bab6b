import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RepairId } from "../../../src/core/repair/repair.ts";
import type { FakeAnswer } from "../../fakes/network.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { checked, failingTab, PAGE } from "./check/given.ts";
import { incidentIn, openPlans, shownOf } from "./stored.ts";

const DOWN = { status: 502, body: "down" } as const;
const COOKIES = { permissions: ["cookies"] } as const;
const HERS = { name: "session", domain: ".shop.example" };
const NEIGHBOURS = { name: "session", domain: "status.shop.example" };

let world: World;
let tab: FakeTab;

const jar = () => world.browser.cookies.jar;
const repair = () => shownOf(world, 7)?.repair;
const say = (type: "repair/begin" | "repair/finish", id: RepairId = "delete-cookies") =>
  world.ask(type, { tabId: 7, id });
const leave = (refused: boolean) => world.ask("repair/leave", { tabId: 7, id: "delete-cookies", refused });
const loads = () => world.network.requests.filter(({ by }) => by === "tab").length;
const isCounted = () => repair()?.state === "counted";
const isDone = () => repair()?.state === "done";
const has = (permission: string) => world.browser.permissions.contains({ permissions: [permission] });

/** The user wants it, and the browser has granted it by then. */
async function counted(): Promise<void> {
  await say("repair/begin");
  world.browser.permissions.grant(COOKIES);
  await world.clock.until(isCounted);
}

/** A page below the site's own domain fails, and Faultline may touch its host alone; resolves with the patterns of both. */
async function onWww(): Promise<readonly [own: string, above: string]> {
  const patterns = ["*://www.shop.example/*", "*://shop.example/*"] as const;
  world.browser.permissions.revoke({ origins: ["<all_urls>"] });
  world.browser.permissions.grant({ origins: [patterns[0]] });
  world.network.answer("https://www.shop.example", DOWN);
  await world.navigate(tab, "https://www.shop.example/cart");
  await checked(world);
  return patterns;
}

/** They confirm it; the browser grants once more without a word. */
async function confirmed(): Promise<void> {
  world.browser.permissions.grant(COOKIES);
  await say("repair/finish");
  await world.clock.until(isDone);
}

/** What the tab gets once the site's cookies are gone. */
const withoutCookies = (answer: FakeAnswer) =>
  world.network.answer("https://shop.example", () => (jar().includes(HERS) ? DOWN : answer));

beforeEach(async () => {
  world = new World();
  withoutCookies({ status: 200, body: "back" });
  world.browser.cookies.jar = [HERS, NEIGHBOURS];
  await world.startWorker();
  tab = failingTab(world, { active: true });
  await checked(world);
});
afterEach(() => world.end());

describe("deleting cookies", () => {
  it("waits for the browser's prompt, then says how many would go, deletes none, and gives the permission back", async () => {
    await say("repair/begin");
    expect(repair()).toMatchObject({ state: "asking", lacked: [] });
    world.browser.permissions.grant(COOKIES);
    await world.clock.until(isCounted);
    expect(repair()).toMatchObject({ id: "delete-cookies", cookies: 1, shared: "shop.example" });
    expect(jar()).toEqual([HERS, NEIGHBOURS]);
    await world.clock.rest();
    expect(await has("cookies")).toBe(false);
  });

  it("says of no other site that it shares what is the host's own", async () => {
    world.browser.cookies.jar = [{ ...HERS, domain: "shop.example" }];
    await counted();
    expect(repair()).toMatchObject({ cookies: 1, shared: null });
  });

  it("goes on in a new worker when the prompt is answered after the old one's death", async () => {
    await say("repair/begin");
    await world.startWorker();
    world.browser.permissions.grant(COOKIES);
    await world.clock.until(isCounted);
    expect(repair()).toMatchObject({ cookies: 1 });
  });

  it("takes those that the page is sent, loads it once, and says what came of it", async () => {
    await counted();
    const before = loads();
    await confirmed();
    expect(repair()).toMatchObject({ end: "works", cookies: 1, url: PAGE });
    expect(jar()).toEqual([NEIGHBOURS]);
    expect(loads()).toBe(before + 1);
    expect(tab.document?.status).toBe(200);
    expect(await has("cookies")).toBe(false);
    const opened = await world.ask("tab/open", { tabId: 7 });
    expect(opened).toMatchObject({ standing: { kind: "answered", recovered: true }, repair: { state: "done" } });
  });

  it("takes the others where the browser refuses to delete one, and says how many went", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const odd = { name: "odd", domain: ".shop.example" };
    const third = { name: "third", domain: ".shop.example" };
    world.browser.cookies.jar = [odd, HERS, third];
    const { remove } = world.browser.cookies.api;
    vi.spyOn(world.browser.cookies.api, "remove").mockImplementation(async (asked) => {
      if (asked.name === "odd") throw new Error("refused");
      await remove(asked);
    });
    await counted();
    await confirmed();
    expect(jar()).toEqual([odd]);
    expect(repair()).toMatchObject({ state: "done", end: "works", cookies: 2 });
  });

  it("is left to the user where the browser refuses to delete any", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    vi.spyOn(world.browser.cookies.api, "remove").mockRejectedValue(new Error("refused"));
    await counted();
    world.browser.permissions.grant(COOKIES);
    const before = loads();
    await say("repair/finish");
    expect(repair()).toMatchObject({ state: "by-hand", why: "failed" });
    expect(loads()).toBe(before);
  });

  it("says nothing of the next page, to which the user goes while the one that fails again is asked how it came", async () => {
    withoutCookies({ status: 500, body: "down" });
    world.network.answer("https://a.example", {});
    await counted();
    const before = tab.document;
    world.browser.permissions.grant(COOKIES);
    void world.browser.runtime.fromPopup("repair/finish", { tabId: 7, id: "delete-cookies" });
    await world.clock.until(() => tab.document !== before);
    await world.clock.pass(50);
    // The page is busy.
    const { executeScript } = world.browser.scripting.api;
    const run = vi.spyOn(world.browser.scripting.api, "executeScript").mockImplementation(async (injection) => {
      await new Promise<void>((go) => world.clock.later(400, go));
      return executeScript(injection);
    });
    await world.clock.until(() => run.mock.calls.length === 2);
    await world.navigate(tab, "https://a.example/");
    await world.clock.pass(10_000);
    expect(incidentIn(world, 7)).toBeUndefined();
  });

  it("has a page that fails again checked anew, and says beside it that it did not help", async () => {
    withoutCookies(DOWN);
    await counted();
    const before = shownOf(world, 7)?.check?.id;
    await confirmed();
    await world.clock.until(() => shownOf(world, 7)?.check?.phase === "done");
    expect(repair()).toMatchObject({ end: "fails", cookies: 1 });
    expect(shownOf(world, 7)?.check?.id).not.toBe(before);
    expect(shownOf(world, 7)?.standing).toMatchObject({ kind: "failing" });
  });

  it("is known not to have helped beside all that is done after it, also once everything is checked anew", async () => {
    withoutCookies({ ...DOWN, takes: 500 });
    await counted();
    await confirmed();
    await say("repair/begin", "name-extensions");
    expect(repair()).toMatchObject({ id: "name-extensions", state: "asking", inVain: ["delete-cookies"] });
    world.browser.permissions.grant({ permissions: ["management"] });
    await world.clock.until(() => repair()?.state === "extensions" || repair()?.state === "by-hand");
    await say("repair/finish", "name-extensions");
    await world.clock.until(isDone);
    expect(repair()).toMatchObject({ id: "name-extensions", end: "fails", inVain: ["delete-cookies"] });
    // What is done once more is not what came before it.
    await say("repair/begin");
    expect(repair()).toMatchObject({ id: "delete-cookies", inVain: ["name-extensions"] });
  });

  it("stands beside the check of a page that a plan loads again and that fails once more", async () => {
    world.network.answer("https://shop.example", ({ by }) => (by === "tab" ? DOWN : { status: 200, body: "fine" }));
    await world.navigate(tab, PAGE);
    await checked(world);
    await counted();
    await confirmed();
    await world.clock.pass(90_000);
    expect(shownOf(world, 7).standing).toMatchObject({ kind: "failing" });
    expect(repair()).toMatchObject({ state: "done", end: "fails" });
  });

  it("is told of as before once the page that showed nothing is loaded again", async () => {
    withoutCookies({ takes: Number.POSITIVE_INFINITY });
    await counted();
    await confirmed();
    expect(repair()).toMatchObject({ end: "unclear", cookies: 1, byHand: false });
    const before = loads();
    withoutCookies({ status: 200, body: "back" });
    await say("repair/finish");
    await world.clock.until(isDone);
    expect(repair()).toMatchObject({ end: "works", cookies: 1, byHand: false });
    expect(loads()).toBe(before + 1);
    expect(await has("cookies")).toBe(false);
  });

  it("takes a sign-in page for the end of the error", async () => {
    world.network.answer("https://shop.example/login", { status: 200, body: "Sign in" });
    withoutCookies({ status: 302, location: "https://shop.example/login" });
    await counted();
    await confirmed();
    expect(repair()).toMatchObject({ end: "leads-on", url: "https://shop.example/login" });
  });

  it.each<[string, () => Promise<unknown>]>([
    ["nobody asked for it", async () => undefined],
    ["it was left", async () => counted().then(() => leave(false))],
    ["another page stands in the tab by now", async () => counted().then(() => world.navigate(tab, `${PAGE}?two`))],
  ])("deletes nothing where %s", async (_why, first) => {
    await first();
    world.browser.permissions.grant(COOKIES);
    await say("repair/finish");
    await world.clock.rest();
    expect(jar()).toEqual([HERS, NEIGHBOURS]);
  });

  it("names the place in the browser where the prompt was refused", async () => {
    await say("repair/begin");
    await leave(true);
    expect(repair()).toMatchObject({ state: "by-hand", why: "refused" });
  });

  it("deletes nothing when the page is loaded again after that", async () => {
    withoutCookies(DOWN);
    await say("repair/begin");
    await leave(true);
    await confirmed();
    expect(repair()).toMatchObject({ end: "fails", cookies: 0 });
    expect(jar()).toEqual([HERS, NEIGHBOURS]);
  });

  it("asks for the domains above the host too, and gives back those that were not granted before", async () => {
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    world.browser.permissions.grant({ origins: ["*://shop.example/*"] });
    const www = "https://www.shop.example/cart";
    world.network.answer("https://www.shop.example", DOWN);
    await world.navigate(tab, www);
    world.browser.permissions.grant({ origins: ["*://www.shop.example/*"] });
    world.browser.permissions.revoke({ origins: ["*://shop.example/*"] });
    await checked(world);
    await say("repair/begin");
    expect(repair()).toMatchObject({ state: "asking", lacked: ["*://shop.example/*"] });
    world.browser.permissions.grant({ ...COOKIES, origins: ["*://shop.example/*"] });
    await world.clock.until(isCounted);
    await world.clock.rest();
    expect((await world.browser.permissions.getAll()).origins).toEqual(["*://www.shop.example/*"]);
  });

  it("gives back hosts that the browser had granted before the worker could look", async () => {
    const [own, above] = await onWww();
    // What was granted once, and given back, is granted again without a prompt.
    world.browser.permissions.grant({ ...COOKIES, origins: [above] });
    await world.ask("repair/begin", { tabId: 7, id: "delete-cookies", lacked: [above, "*://other.example/*"] });
    await world.clock.until(isCounted);
    expect(repair()).toMatchObject({ lacked: [above] });
    await world.clock.rest();
    expect((await world.browser.permissions.getAll()).origins).toEqual([own]);
  });

  it("asks for the other scheme alone of a host that the user has granted over one, and gives no more back", async () => {
    const [own, above] = await onWww();
    const theirs = "https://www.shop.example/*";
    world.browser.permissions.grant({ origins: [theirs] });
    world.browser.permissions.revoke({ origins: [own] });
    await say("repair/begin");
    const lacked = ["http://www.shop.example/*", above];
    expect(repair()).toMatchObject({ state: "asking", lacked });
    world.browser.permissions.grant({ ...COOKIES, origins: lacked });
    await world.clock.until(isCounted);
    await world.clock.rest();
    expect((await world.browser.permissions.getAll()).origins).toEqual([theirs]);
    world.browser.permissions.grant({ ...COOKIES, origins: lacked });
    await say("repair/finish");
    await world.clock.until(isDone);
    expect((await world.browser.permissions.getAll()).origins).toEqual([theirs]);
  });

  it("has given the hosts back before it loads the page, so that none outlives a browser that quits meanwhile", async () => {
    const [own, above] = await onWww();
    await say("repair/begin");
    world.browser.permissions.grant({ ...COOKIES, origins: [above] });
    await world.clock.until(isCounted);
    world.network.answer("https://www.shop.example", { ...DOWN, takes: 20_000 });
    world.browser.permissions.grant({ ...COOKIES, origins: [above] });
    const before = loads();
    void world.browser.runtime.fromPopup("repair/finish", { tabId: 7, id: "delete-cookies" });
    await world.clock.until(() => loads() > before);
    expect(repair()).toMatchObject({ state: "working", lacked: [] });
    expect((await world.browser.permissions.getAll()).origins).toEqual([own]);
    expect(await has("cookies")).toBe(false);
    await world.restartBrowser();
    expect((await world.browser.permissions.getAll()).origins).toEqual([own]);
  });

  it("still knows which hosts were not granted before when it is begun once more", async () => {
    const [own, above] = await onWww();
    await say("repair/begin");
    // Another tab is in front when the browser's prompt is answered.
    const other = world.browser.tabs.open({ active: true });
    world.browser.permissions.grant({ ...COOKIES, origins: [above] });
    await world.clock.rest();
    world.browser.tabs.close(other);
    await say("repair/begin");
    await world.clock.until(isCounted);
    await world.clock.rest();
    expect((await world.browser.permissions.getAll()).origins).toEqual([own]);
  });

  it.each<[string, () => Promise<unknown>]>([
    [
      "the prompt is answered when another page stands there",
      async () => {
        await say("repair/begin");
        await world.navigate(tab, `${PAGE}?two`);
        world.browser.permissions.grant(COOKIES);
      },
    ],
    [
      "the tab was not in front when the prompt was answered, and shows another page when the popup opens",
      async () => {
        await say("repair/begin");
        const other = world.browser.tabs.open({ active: true });
        world.browser.permissions.grant(COOKIES);
        await world.clock.rest();
        world.browser.tabs.close(other);
        await world.navigate(tab, `${PAGE}?two`);
        await world.ask("tab/open", { tabId: 7 });
      },
    ],
    [
      "another page stands there when it is confirmed",
      async () => {
        await counted();
        await world.navigate(tab, `${PAGE}?two`);
        world.browser.permissions.grant(COOKIES);
        await say("repair/finish");
      },
    ],
    [
      "the worker died at work, and the popup opens again",
      async () => {
        await counted();
        world.browser.tabs.startsAfter = 10_000;
        world.browser.permissions.grant(COOKIES);
        void say("repair/finish").catch(() => undefined);
        await world.clock.until(() => repair()?.state === "working");
        await world.startWorker();
        await world.ask("tab/open", { tabId: 7 });
      },
    ],
    [
      "the tab was closed before the prompt was answered",
      async () => {
        await say("repair/begin");
        const other = await world.visit("https://other.example/", { active: true });
        world.browser.tabs.close(tab);
        world.browser.permissions.grant(COOKIES);
        await world.ask("tab/open", { tabId: other.id });
      },
    ],
    [
      "the browser ended in between",
      async () => {
        await say("repair/begin");
        world.killWorker();
        world.browser.permissions.grant(COOKIES);
        await world.restartBrowser();
      },
    ],
  ])("keeps no permission where %s", async (_why, happens) => {
    await happens();
    await world.clock.rest();
    expect(await has("cookies")).toBe(false);
  });

  it("keeps no permission where a check of another failure took its place, and the prompt is answered after that", async () => {
    await say("repair/begin");
    await world.navigate(tab, `${PAGE}?two`);
    await checked(world);
    expect(repair() ?? null).toBeNull();
    world.browser.permissions.grant(COOKIES);
    await world.clock.rest();
    expect(await has("cookies")).toBe(false);
    // It takes nothing from one that is begun later.
    await counted();
    expect(repair()).toMatchObject({ cookies: 1 });
  });

  it("keeps no permission where the page was checked again, and the prompt is answered after that", async () => {
    await say("repair/begin");
    await world.ask("check/again", { tabId: 7 });
    world.browser.permissions.grant(COOKIES);
    await world.clock.rest();
    expect(repair() ?? null).toBeNull();
    expect(await has("cookies")).toBe(false);
  });

  it("is no grant for anything else: a page of the host above that fails meanwhile begins no plan and gets no badge", async () => {
    const [, above] = await onWww();
    await say("repair/begin");
    const other = await world.visit(PAGE, { id: 9 });
    const front = world.browser.tabs.open({ active: true });
    world.browser.permissions.grant({ ...COOKIES, origins: [above] });
    await world.clock.rest();
    await world.navigate(other, `${PAGE}?two`);
    await world.clock.pass(10_000);
    expect(openPlans(world).filter(({ tabId }) => tabId === 9)).toEqual([]);
    expect(other.badge.text).toBe("");
    world.browser.tabs.close(front);
  });

  it.each<[string, object, string]>([
    ["is no grant for anything else", COOKIES, ""],
    ["hides no host that the user has granted for themselves", {}, "502"],
  ])("%s while the worker still looks for what it needs", async (_what, granted, badge) => {
    const [, above] = await onWww();
    const other = await world.visit(PAGE, { id: 9 });
    world.network.filesTake = 30_000;
    await world.startWorker();
    void world.browser.runtime
      .fromPopup("repair/begin", { tabId: 7, id: "delete-cookies", url: tab.url, lacked: [above] })
      .catch(() => undefined);
    world.browser.permissions.grant({ ...granted, origins: [above] });
    await world.clock.pass(1_000);
    await world.navigate(other, `${PAGE}?two`);
    await world.clock.pass(10_000);
    expect(other.badge.text).toBe(badge);
  });

  it("is no grant for a page there that Chromium replaces, either: nobody is asked how it fails", async () => {
    const [, above] = await onWww();
    world.network.answer("https://shop.example", { ...DOWN, body: "" });
    await say("repair/begin");
    world.browser.tabs.open({ active: true });
    world.browser.permissions.grant({ ...COOKIES, origins: [above] });
    await world.clock.rest();
    const asked = () => world.network.asked().filter((url) => url === PAGE).length;
    const before = asked();
    const other = await world.visit(PAGE, { id: 9 });
    expect(other.document?.kind).toBe("error-page");
    await world.clock.pass(10_000);
    expect(asked()).toBe(before);
    expect(openPlans(world).filter(({ tabId }) => tabId === 9)).toEqual([]);
    expect(other.badge.text).toBe("");
  });

  it("takes nothing from another tab's repair, once it has given back", async () => {
    await say("repair/begin");
    await world.navigate(tab, `${PAGE}?two`);
    world.browser.permissions.grant(COOKIES);
    await world.clock.rest();
    expect(repair() ?? null).toBeNull();
    tab.active = false;
    failingTab(world, { id: 8, active: true });
    await world.ask("tab/open", { tabId: 8 });
    tab.active = true;
    await world.ask("repair/begin", { tabId: 8, id: "delete-cookies" });
    world.browser.permissions.grant(COOKIES);
    await world.clock.until(() => shownOf(world, 8).repair?.state === "counted");
    expect(shownOf(world, 8).repair).toMatchObject({ cookies: 1 });
  });

  it("leaves a host alone that the user has granted for themselves since", async () => {
    const [own, above] = await onWww();
    await say("repair/begin");
    world.browser.permissions.grant({ ...COOKIES, origins: [above] });
    await world.clock.until(isCounted);
    await world.clock.rest();
    world.browser.permissions.grant({ origins: [above] });
    await world.navigate(tab, "https://www.shop.example/cart?two");
    await world.ask("tab/open", { tabId: 7 });
    await world.clock.rest();
    expect((await world.browser.permissions.getAll()).origins).toEqual([own, above]);
  });

  it("leaves a host alone that the user has granted for themselves while nobody answered the prompt", async () => {
    const [own, above] = await onWww();
    await say("repair/begin");
    world.browser.permissions.grant({ origins: [above] });
    const other = await world.visit(PAGE, { id: 9 });
    await world.clock.until(() => other.badge.text !== "");
    await world.navigate(tab, "https://www.shop.example/cart?two");
    await checked(world);
    await world.clock.rest();
    expect(repair() ?? null).toBeNull();
    expect((await world.browser.permissions.getAll()).origins).toEqual([own, above]);
  });

  it("is offered anew where the worker died at work", async () => {
    await counted();
    world.browser.tabs.startsAfter = 10_000;
    world.browser.permissions.grant(COOKIES);
    void say("repair/finish").catch(() => undefined);
    await world.clock.until(() => repair()?.state === "working");
    await world.startWorker();
    expect((await world.ask("tab/open", { tabId: 7 })).repair).toBeNull();
  });
});

describe("a change of permissions that is a repair's alone", () => {
  it("puts no sentinel into open pages once more", async () => {
    const before = world.browser.scripting.injected.length;
    await counted();
    expect(world.browser.scripting.injected).toHaveLength(before);
  });
});

describe("the popup that opens on a tab with a repair", () => {
  it("leaves what becomes of that meanwhile, whenever it comes", async () => {
    const { get } = world.browser.tabs.api;
    const looks = vi.spyOn(world.browser.tabs.api, "get");
    await say("repair/begin");
    looks.mockClear();
    await world.ask("tab/open", { tabId: 7 });
    const times = looks.mock.calls.length;
    expect(times).toBeGreaterThan(0);
    for (let at = 1; at <= times; at += 1) {
      looks.mockImplementation(get);
      await say("repair/begin");
      expect(repair()?.state).toBe("asking");
      let nth = 0;
      looks.mockImplementation(async (id) => {
        const found = await get(id);
        nth += 1;
        if (nth === at) await leave(true);
        return found;
      });
      await world.ask("tab/open", { tabId: 7 });
      await world.clock.rest();
      expect(repair()).toMatchObject({ state: "by-hand", why: "refused" });
    }
  });
});

describe("naming suspects", () => {
  it("shows which extensions may touch the page, and gives the permission back", async () => {
    world.browser.extensions = [
      { id: "a", name: "Dark Pages", enabled: true, type: "extension", hostPermissions: ["<all_urls>"] },
      { id: "b", name: "Off", enabled: false, type: "extension", hostPermissions: ["<all_urls>"] },
    ];
    await say("repair/begin", "name-extensions");
    world.browser.permissions.grant({ permissions: ["management"] });
    await world.clock.until(() => repair()?.state === "extensions");
    expect(repair()).toMatchObject({ found: { names: ["Dark Pages"], more: 0 } });
    await world.clock.rest();
    expect(await has("management")).toBe(false);
  });
});

describe("removing a page's worker", () => {
  it("says how it is done by hand where the page gives it none, and loads nothing", async () => {
    const before = loads();
    await say("repair/begin", "remove-page-worker");
    await world.clock.until(() => repair()?.state === "by-hand");
    expect(repair()).toMatchObject({ why: "failed" });
    expect(loads()).toBe(before);
  });
});

describe("a page that reached nobody", () => {
  it("is loaded once more after what was done by hand, and answers or not", async () => {
    world.network.answer("https://gone.example", { isRefused: true });
    const gone = await world.visit("https://gone.example/", { id: 8, active: true });
    const ask = { tabId: 8, id: "name-extensions" } as const;
    await world.ask("tab/open", { tabId: 8 });
    await world.ask("repair/begin", ask);
    world.browser.permissions.grant({ permissions: ["management"] });
    await world.clock.until(() => shownOf(world, 8).repair?.state === "extensions");
    await world.ask("repair/finish", ask);
    await world.clock.until(() => shownOf(world, 8).repair?.state === "done");
    expect(shownOf(world, 8).repair).toMatchObject({ end: "fails" });
    world.network.answer("https://gone.example", { status: 200, body: "here" });
    await world.ask("repair/finish", ask);
    await world.clock.until(() => gone.document?.status === 200);
    await world.clock.rest();
    expect(shownOf(world, 8).repair).toMatchObject({ end: "works" });
  });
});

describe("forgetting addresses", () => {
  it("opens Chromium's own page, and loads the page on the click after it", async () => {
    await say("repair/begin", "forget-addresses");
    await world.clock.until(() => repair()?.state === "by-hand");
    expect(world.browser.tabs.all.map(({ url }) => url)).toContain("chrome://net-internals/#dns");
    world.network.answer("https://shop.example", { status: 200, body: "back" });
    await say("repair/finish", "forget-addresses");
    await world.clock.until(isDone);
    expect(repair()).toMatchObject({ end: "works" });
  });
});
