import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { World } from "../../fakes/world.ts";

const PAGE = "https://shop.example/cart";

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

describe("the fake browser, like Chromium,", () => {
  it("says of a failing page what the real sentinel says", async () => {
    world.network.answer(PAGE, { status: 502 });
    const { document } = await world.visit(PAGE);
    const said: unknown[] = [];
    const { performance, navigator, origin } = document?.realm("ISOLATED").globals ?? {};
    const runtime = { id: "faultline", sendMessage: async (message: unknown) => void said.push(message) };
    const outside = {
      performance,
      navigator,
      origin,
      document: {},
      chrome: { runtime },
      addEventListener: () => undefined,
    };
    for (const [name, value] of Object.entries(outside)) vi.stubGlobal(name, value);
    await import("../../../src/sentinel.ts");
    expect(said).toEqual([{ type: "page/failed", request: document?.failure() }]);
  });

  it("sends no form again: a dialog comes to the front, and only an address that is opened anew leaves", async () => {
    world.network.answer(PAGE, { status: 502 });
    const tab = await world.visit(PAGE, { method: "POST" });
    const { api } = world.browser.tabs;
    await api.reload(tab.id);
    await world.clock.pass(1_000);
    expect(tab).toMatchObject({ dialogs: ["repost"], active: true });
    expect(world.network.requests.map(({ method }) => method)).toEqual(["POST"]);
    await api.update(tab.id, { url: PAGE });
    await world.clock.pass(1_000);
    expect(world.network.requests.map(({ method }) => method)).toEqual(["POST", "GET"]);
  });

  it("counts a grant for one scheme as none for both, and takes it back with both", async () => {
    const { permissions } = world.browser;
    const has = (pattern: string) => permissions.contains({ origins: [pattern] });
    permissions.revoke({ origins: ["<all_urls>"] });
    permissions.grant({ origins: ["https://shop.example/*"] });
    expect([await has("https://shop.example/*"), await has("http://shop.example/*")]).toEqual([true, false]);
    expect(await has("*://shop.example/*")).toBe(false);
    await permissions.remove({ origins: ["*://shop.example/*"] });
    expect(await has("https://shop.example/*")).toBe(false);
  });

  it("takes the badge away with the page, and gives a load up for the next", async () => {
    world.network.answer("https://a.example", { takes: 5_000 });
    world.network.answer(PAGE, {});
    const tab = await world.visit(PAGE);
    tab.badge.text = "502";
    void world.browser.tabs.navigate(tab, "https://a.example/");
    await world.clock.pass(1_000);
    await world.navigate(tab, PAGE);
    await world.clock.pass(10_000);
    expect(tab).toMatchObject({ url: PAGE, status: "complete", badge: { text: "" } });
  });

  it("shows a page of its own, in which no script runs, in the place of an empty 502, and a blank one in Firefox", async () => {
    const run = () => world.browser.scripting.api.executeScript({ target: { tabId: 7 }, func: () => 1 });
    world.network.answer(PAGE, { status: 502, body: "" });
    await world.visit(PAGE, { id: 7 });
    await expect(run()).rejects.toThrow("Frame with ID 0 is showing error page");
    world.end();
    world = new World({ firefox: true });
    world.network.answer(PAGE, { status: 502, body: "" });
    await world.visit(PAGE, { id: 7 });
    expect(await world.clock.done(run())).toEqual([{ frameId: 0, result: 1 }]);
  });

  it("gives a page the source of a function alone", async () => {
    const outside = 2;
    world.network.answer(PAGE, {});
    const tab = await world.visit(PAGE);
    const run = (func: () => unknown) => world.browser.scripting.api.executeScript({ target: { tabId: tab.id }, func });
    expect(await world.clock.done(run(() => location.href))).toMatchObject([{ result: PAGE }]);
    expect(await world.clock.done(run(() => outside))).toMatchObject([{ result: undefined }]);
  });
});

describe("the fake network, like Chromium's,", () => {
  const ask = () => world.clock.done(world.network.fetch(PAGE).then(({ status }) => status));

  it("refuses an extension after three answers of 503, until its worker is started anew", async () => {
    world.network.answer(PAGE, { status: 503 });
    for (let time = 0; time < 3; time += 1) expect(await ask()).toBe(503);
    await expect(ask()).rejects.toThrow("Failed to fetch");
    expect(world.network.requests).toHaveLength(3);
    world.killWorker();
    expect(await ask()).toBe(503);
  });
});

describe("a worker that is killed", () => {
  it("hears nothing more, and never learns what it has asked for; another one begins", async () => {
    world.network.answer(PAGE, { status: 502 });
    await world.startWorker();
    await world.visit(PAGE);
    // The first probe is due after three seconds, and under way for 40 ms.
    await world.clock.until(() => world.network.asked().length === 1);
    world.killWorker();
    await world.clock.pass(120_000);
    expect(world.network.asked()).toHaveLength(1);
    await world.startWorker();
    await world.clock.until(() => world.network.asked().length === 2);
  });
});
