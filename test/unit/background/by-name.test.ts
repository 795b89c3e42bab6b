import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { type NamedView, namedIn, namedKey } from "../../../src/core/protocol/named.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { openPlans, shownOf } from "./stored.ts";

const SITE = "chrome-extension://faultline/src/pages/site/index.html";
const GSTATIC = "https://www.gstatic.com";
const DOWN = { status: 502, body: "down" } as const;

let world: World;
beforeEach(async () => {
  world = new World();
  world.network.answer(GSTATIC, { status: 204 });
  world.network.answer("http://www.gstatic.com", { status: 204 });
  await world.startWorker();
});
afterEach(() => world.end());

const siteTabs = () => world.browser.tabs.all.filter(({ url }) => url === SITE);
/** The page of ours in which something was asked last. */
function sitePage(): FakeTab {
  const tab = siteTabs().at(-1);
  if (!tab) throw new Error("our page has not opened");
  return tab;
}
const named = (): NamedView | null =>
  siteTabs().length === 0 ? null : namedIn(world.browser.storage.session.items.get(namedKey(sitePage().id)));
/** Something is typed behind the keyword, and entered. */
async function enter(typed: string, where = "currentTab"): Promise<NamedView> {
  world.browser.addressBar.onInputEntered.fire(typed, where);
  await world.clock.until(() => named() !== null && named()?.answer.is !== "asking", 60_000);
  const view = named();
  if (!view) throw new Error("nothing is shown");
  return view;
}
const hosts = () => [...new Set(world.network.requests.map(({ url }) => new URL(url).host))];

describe("a site that is checked by its name", () => {
  it("is asked once, as a stranger, and nobody else is, while it works; its page stays out of the history", async () => {
    world.network.answer("https://shop.example", {});
    expect(await enter("shop.example/cart")).toMatchObject({ host: "shop.example", answer: { is: "up", status: 200 } });
    expect(world.network.requests.map(({ url, by }) => [by, url])).toEqual([["worker", "https://shop.example/cart"]]);
    expect(world.network.requests[0]?.init).toMatchObject({ credentials: "omit", redirect: "manual" });
    // The address of our page names no site.
    expect(world.browser.tabs.all.map(({ url }) => url)).toEqual([SITE]);
  });

  it.each([
    [{ location: "https://www.shop.example/" }, { is: "up", status: null }],
    [{ status: 403 }, { is: "up", status: 403 }],
    [{ status: 404 }, { is: "up", status: 404 }],
  ])("is up where it answers %j", async (answer, found) => {
    world.network.answer("https://shop.example", answer);
    expect((await enter("shop.example")).answer).toMatchObject(found);
    expect(hosts()).toEqual(["shop.example"]);
  });

  it("is looked into like a failing page where it fails, without a plan, a badge, or a tab that is loaded", async () => {
    world.network.answer("https://shop.example", DOWN);
    const view = await enter("shop.example");
    const tab = sitePage();
    await world.clock.until(() => shownOf(world, tab.id).check?.phase === "done", 60_000);
    const { check, standing } = shownOf(world, tab.id);
    expect(view.answer).toMatchObject({ is: "failing", incidentId: check?.incidentId });
    expect(standing).toMatchObject({ kind: "failing" });
    expect(check).toMatchObject({ about: "site", host: "shop.example", status: 502, step: null });
    expect(check?.verdict).toMatchObject({ side: "server" });
    expect(check?.verdict?.action).not.toBe("reload");
    expect(
      world.network.requests.filter(({ url }) => url.startsWith("https://shop.example/")).length,
    ).toBeLessThanOrEqual(6);
    expect(world.network.requests.every(({ by }) => by === "worker")).toBe(true);
    expect(openPlans(world)).toEqual([]);
    expect(tab.badge.text).toBe("");
  });

  it("is never on the disk, whether it works or fails: it may have been asked about from a private window", async () => {
    world.network.answer("https://mrs-miller.example", DOWN);
    await enter("mrs-miller.example");
    const tab = sitePage();
    await world.clock.until(() => shownOf(world, tab.id).check?.phase === "done", 60_000);
    world.browser.tabs.close(tab);
    await world.clock.pass(1_000);
    expect(JSON.stringify([...world.browser.storage.local.items])).not.toContain("mrs-miller");
  });

  it("that answers again says so in words for a site, and offers another check in place of a reload", async () => {
    let asked = 0;
    world.network.answer("https://shop.example", () => (++asked <= 2 ? DOWN : {}));
    await enter("shop.example");
    const tab = sitePage();
    await world.clock.until(() => shownOf(world, tab.id).check?.phase === "done", 60_000);
    expect(shownOf(world, tab.id).check?.verdict).toMatchObject({
      action: "check-again",
      advice: { key: "named_advice_again" },
    });
  });

  it("over https that nobody answers is asked over http where the way is open", async () => {
    world.network.answer("http://shop.example", {});
    expect((await enter("shop.example")).answer).toEqual({ is: "up", url: "http://shop.example/", status: 200 });
  });

  it("is not taken for one that is up by what a network's log-in page says in its place", async () => {
    const portal = { location: "http://login.hotel.example/" };
    world.network.answer(GSTATIC, { isRefused: true });
    for (const origin of ["http://www.gstatic.com", "http://shop.example"]) world.network.answer(origin, portal);
    for (const typed of ["shop.example", "http://shop.example/"]) {
      expect((await enter(typed)).answer).toEqual({ is: "no-answer", network: "captive-portal" });
      world.browser.tabs.close(sitePage());
    }
  });

  it("that nobody answers is said to be so, with how the way to the internet looks", async () => {
    expect((await enter("gone.example")).answer).toEqual({ is: "no-answer", network: "online" });
    expect(hosts().sort()).toEqual(["gone.example", "www.gstatic.com"]);
  });

  it("is not asked without leave, which the page then asks for by a click", async () => {
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    world.network.answer("https://shop.example", {});
    expect((await enter("shop.example")).answer).toEqual({ is: "needs-grant", origin: "*://shop.example/*" });
    expect(world.network.requests).toEqual([]);
  });

  it("is asked over the one scheme alone that Chromium's own menu has granted", async () => {
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    world.browser.permissions.grant({ origins: ["https://shop.example/*"] });
    world.network.answer("https://shop.example", { isRefused: true });
    world.network.answer("http://shop.example", {});
    expect((await enter("shop.example")).answer).toMatchObject({ is: "no-answer" });
    expect(world.network.asked().filter((url) => url.includes("shop.example"))).toEqual(["https://shop.example/"]);
    expect((await enter("http://shop.example")).answer).toEqual({ is: "needs-grant", origin: "*://shop.example/*" });
  });

  it.each(["facebook", "is it down", "ftp://shop.example"])("is told to be no address: %s", async (typed) => {
    expect(await enter(typed)).toMatchObject({ typed, url: null, answer: { is: "no-address" } });
    expect(world.network.requests).toEqual([]);
  });

  it("of whose address once is all it works is asked by its front page", async () => {
    world.network.answer("https://shop.example", {});
    await enter("shop.example/unsubscribe?token=3f2504e04f8911d39a0c0305e82c3301");
    expect(world.network.requests.map(({ url }) => url)).toEqual(["https://shop.example/"]);
  });

  it("counts by what was asked last", async () => {
    world.network.answer("https://slow.example", { ...DOWN, takes: 5_000 });
    world.network.answer("https://shop.example", {});
    world.browser.addressBar.onInputEntered.fire("slow.example", "currentTab");
    await world.clock.until(() => named()?.answer.is === "asking");
    const tabId = sitePage().id;
    await world.ask("site/check", { tabId, typed: "shop.example" });
    await world.clock.pass(20_000);
    expect(named()).toMatchObject({ host: "shop.example", answer: { is: "up" } });
    expect(shownOf(world, tabId).check).toBeNull();
  });

  it("stays what it was when the popup opens over its page, and is forgotten with it", async () => {
    world.network.answer("https://shop.example", DOWN);
    await enter("shop.example");
    const tab = sitePage();
    await world.clock.until(() => shownOf(world, tab.id).check?.phase === "done", 60_000);
    expect((await world.ask("tab/open", { tabId: tab.id })).standing).toEqual({ kind: "unreadable" });
    expect(shownOf(world, tab.id).check).toMatchObject({ about: "site" });
    world.browser.tabs.close(tab);
    await world.ask("tab/open", { tabId: world.browser.tabs.open().id });
    await world.clock.pass(100);
    expect(world.browser.storage.session.items.has(namedKey(tab.id))).toBe(false);
  });
});
