import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Navigation } from "../../../src/core/incident/navigation.ts";
import { NOW, World } from "../../fakes/world.ts";
import { navigation } from "../core/checks/given.ts";

const ALL = { origins: ["<all_urls>"] };

let world: World;
let worker: typeof import("../../../src/background/automatic-mode.ts");
async function begin(firefox = false): Promise<void> {
  world = new World({ firefox });
  worker = await world.load(() => import("../../../src/background/automatic-mode.ts"));
}
beforeEach(() => begin());
afterEach(() => world.end());

const marked = (parts: Partial<Navigation>, ...serverTiming: string[]): Navigation =>
  navigation({ startedAt: NOW + 1_000, serverTiming, ...parts });

describe("the set-up", () => {
  it("marks answers by names that are the same in every browser", async () => {
    await worker.setUpAutomaticMode();
    const rules = JSON.stringify([...world.browser.rules.rules.values()]);
    expect(rules).toContain('"requestMethods":["post"]');
    expect(world.browser.storage.local.items.get("method-marks")).toEqual({ version: 1, value: { since: NOW } });
    world.end();
    await begin();
    await worker.setUpAutomaticMode();
    expect(JSON.stringify([...world.browser.rules.rules.values()])).toBe(rules);
  });

  it("may be asked for by several at once, as at an installation that grants: none is rejected", async () => {
    const { setUpAutomaticMode } = worker;
    await Promise.all([setUpAutomaticMode(), setUpAutomaticMode(), setUpAutomaticMode()]);
    expect([...world.browser.scripting.registered.keys()]).toEqual(["sentinel"]);
    expect(world.browser.rules.rules.size).toBe(2);
  });

  it("that fails in one part makes the others stand, and says so", async () => {
    const warn = vi.spyOn(console, "warn").mockImplementation(() => undefined);
    vi.spyOn(world.browser.rules.api, "updateDynamicRules").mockRejectedValueOnce(new Error("internal"));
    await worker.setUpAutomaticMode();
    expect([...world.browser.scripting.registered.keys()]).toEqual(["sentinel"]);
    expect(world.browser.rules.rules.size).toBe(0);
    expect(warn).toHaveBeenCalledOnce();
    await worker.setUpAutomaticMode();
    expect(world.browser.rules.rules.size).toBe(2);
  });

  it("that has no answers marked takes down none, not even by what was marked before", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await worker.setUpAutomaticMode();
    vi.spyOn(world.browser.rules.api, "updateDynamicRules").mockRejectedValueOnce(new Error("internal"));
    await worker.setUpAutomaticMode();
    expect(world.browser.storage.local.items.get("method-marks")).toBeUndefined();
  });

  it("takes away the name that earlier versions had made for each installation", async () => {
    const { items } = world.browser.storage.local;
    items.set("post-marker", { version: 1, value: { name: "fl12345678", since: NOW } });
    await worker.forgetOwnMark();
    expect([...items.keys()]).toEqual([]);
  });
});

describe("the method of a page", () => {
  it.each<[string, Navigation, string]>([
    ["a mark of a GET", marked({}, "edge", "faultline-get"), "GET"],
    ["a mark of a POST", marked({}, "faultline-post"), "POST"],
    ["both, of which its site has written one", marked({}, "faultline-get", "faultline-post"), "POST"],
    ["both, the other way round", marked({}, "faultline-post", "faultline-get"), "POST"],
    ["none, for another extension took it", marked({}, "edge"), "unknown"],
    ["none, and the browser's cache supplied it", marked({ source: "browser-cache" }), "unknown"],
    ["another's name", marked({}, "faultline", "faultline-gets"), "unknown"],
    [
      "a mark of a GET that the page's own service worker passed on",
      marked({ source: "passed-on" }, "faultline-get"),
      "unknown",
    ],
    ["a mark of a POST that it passed on", marked({ source: "passed-on" }, "faultline-post"), "POST"],
    ["none, and it made the answer", marked({ source: "page-worker" }), "unknown"],
    ["a mark of a GET from before anything was marked", marked({ startedAt: NOW - 1 }, "faultline-get"), "unknown"],
    ["a mark of a POST from before", marked({ startedAt: NOW - 1 }, "faultline-post"), "POST"],
  ])("that bears %s is %s", async (_what, page, method) => {
    await worker.setUpAutomaticMode();
    expect(await worker.methodOf(page)).toBe(method);
  });

  it("is unknown without a grant, and later pages' is known after a set-up that was cut off", async () => {
    const { methodOf, setUpAutomaticMode } = worker;
    world.browser.permissions.revoke(ALL);
    await setUpAutomaticMode();
    const page = marked({}, "faultline-get");
    expect(await methodOf(page)).toBe("unknown");
    world.browser.permissions.grant(ALL);
    expect(await methodOf(page)).toBe("unknown");
    expect(await methodOf(page)).toBe("GET");
  });

  it("is known again once a clock that was ahead is right", async () => {
    world.browser.storage.local.items.set("method-marks", { version: 1, value: { since: NOW + 9_999_999 } });
    await worker.setUpAutomaticMode();
    expect(await worker.methodOf(marked({}, "faultline-get"))).toBe("GET");
  });
});

describe("the method of a page that Chromium replaced", () => {
  const URL_ASKED = "https://shop.example/cart";
  beforeEach(async () => {
    await worker.setUpAutomaticMode();
    world.network.answer(URL_ASKED, { status: 502, body: "" });
    world.network.answer("https://shop.example/order", { location: "/cart" });
  });

  it.each([
    ["by GET", "GET", URL_ASKED, "GET"],
    ["by POST", "POST", URL_ASKED, "POST"],
    ["by POST, and then by GET", "POST", "https://shop.example/order", "POST"],
  ] as const)("asked for %s", async (_what, method, url, found) => {
    const tab = await world.visit(url, { method });
    expect(tab.document?.kind).toBe("error-page");
    expect(await worker.methodOfReplaced(tab.id)).toBe(found);
  });

  it("is unknown without a mark", async () => {
    world.browser.rules.rules.clear();
    const tab = await world.visit(URL_ASKED);
    expect(await worker.methodOfReplaced(tab.id)).toBe("unknown");
  });

  it("is unknown where the browser does not say: after 20 calls in 10 minutes", async () => {
    const tab = await world.visit(URL_ASKED);
    for (let time = 0; time < 20; time += 1) expect(await worker.methodOfReplaced(tab.id)).toBe("GET");
    expect(await worker.methodOfReplaced(tab.id)).toBe("unknown");
  });

  it("is unknown where the browser does not say: in Firefox", async () => {
    world.end();
    await begin(true);
    await worker.setUpAutomaticMode();
    const tab = await world.visit(URL_ASKED);
    expect(await worker.methodOfReplaced(tab.id)).toBe("unknown");
  });
});
