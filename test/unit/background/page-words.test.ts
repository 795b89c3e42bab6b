import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { History } from "../../../src/core/history/entry.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { incidentIn, stored } from "./stored.ts";

const URL_ASKED = "https://shop.example/cart";

let world: World;
let tab: FakeTab;
async function begin(firefox = false): Promise<void> {
  world = new World({ firefox });
  await world.startWorker();
  world.network.answer(URL_ASKED, {});
  tab = await world.visit(URL_ASKED);
}
beforeEach(() => begin());
afterEach(() => world.end());

/** The page says something; nobody waits for an answer. */
const say = (type: "page/failed" | "page/left", request: object, url = URL_ASKED) =>
  void world.browser.runtime.fromPage(tab, url, type, request);
const failing = (timeOrigin: number) => ({ entry: JSON.stringify({ entry: { responseStatus: 502 }, timeOrigin }) });

describe("words about one tab", () => {
  it("that a page leaves and returns, a thousand times within a second, are heeded a few times, and the last one is", async () => {
    const { set } = world.browser.storage.session;
    set.mockClear();
    const began = Date.now();
    for (let time = 0; time < 1_000; time += 1) {
      say("page/left", failing(began + time - 1));
      say("page/failed", failing(began + time));
      await world.clock.pass(1);
    }
    await world.clock.pass(2_000);
    expect(set.mock.calls.filter(([values]) => "incidents" in values).length).toBeLessThan(25);
    expect(incidentIn(world, tab.id)?.navigation?.startedAt).toBe(began + 999);
  });

  it("end a failure that another one follows, also where the word that it was left is lost between the two", async () => {
    say("page/failed", failing(Date.now()));
    say("page/left", failing(Date.now()));
    say("page/failed", failing(Date.now() + 5), "https://shop.example/news");
    await world.clock.pass(20);
    const history = stored<History>(world, "local", "history");
    expect(history?.map(({ ended }) => ended)).toEqual(["left", null]);
    expect(incidentIn(world, tab.id)?.url).toBe("https://shop.example/news");
  });

  it("end a failure whose page has gone, also where the word of that is lost among those of the next", async () => {
    const began = Date.now();
    say("page/failed", failing(began));
    for (const next of [1, 2]) {
      say("page/left", failing(began + next - 1));
      say("page/failed", failing(began + next));
    }
    say("page/left", failing(began + 2));
    await world.clock.pass(20);
    expect(incidentIn(world, tab.id)).toBeUndefined();
    expect(stored<History>(world, "local", "history")).toMatchObject([{ ended: "left" }]);
  });

  it("begin the failure of the next page, also where the one before says that it went while that waits", async () => {
    const url = "https://news.example/";
    const began = Date.now();
    say("page/failed", failing(began));
    // The next page comes from another process.
    tab.document = world.browser.tabs.open({ id: 99, url, status: 502, startedAt: began + 1 }).document;
    say("page/failed", failing(began + 1), url);
    say("page/left", failing(began));
    await world.clock.pass(20);
    expect(incidentIn(world, tab.id)).toMatchObject({ url, navigation: { startedAt: began + 1 } });
    expect(stored<History>(world, "local", "history")?.map(({ ended }) => ended)).toEqual(["left", null]);
  });

  it("of the browser's, of replaced pages, are looked into one at a time", async () => {
    world.network.answer(URL_ASKED, { status: 404, body: "" });
    await world.navigate(tab, URL_ASKED);
    for (let time = 0; time < 200; time += 1) world.browser.events.replaced(tab, URL_ASKED);
    // Each is looked into after three seconds.
    await world.clock.pass(3_100);
    expect(world.network.asked()).toEqual([URL_ASKED]);
    await world.clock.pass(60_000);
    expect(world.network.asked()).toEqual([URL_ASKED, URL_ASKED]);
  });

  it("of the browser's, of addresses where nobody answers, are looked into one at a time", async () => {
    world.end();
    await begin(true);
    const look = vi.spyOn(world.browser.tabs.api, "get");
    for (let time = 0; time < 200; time += 1) {
      const details = { tabId: tab.id, url: URL_ASKED, method: "GET", error: "NS_ERROR_OFFLINE", incognito: false };
      world.browser.onRequestError.fire(details);
    }
    // Twelve times in three seconds a page of the site's stands there after all.
    await world.clock.pass(3_100);
    expect(look).toHaveBeenCalledTimes(12);
    await world.clock.pass(60_000);
    expect(look).toHaveBeenCalledTimes(24);
  });

  it("of the page itself wait for none of the browser's, which takes seconds to look into", async () => {
    world.browser.events.replaced(tab, URL_ASKED);
    await world.clock.rest();
    tab.document = world.browser.tabs.open({ id: 99, url: URL_ASKED, status: 502 }).document;
    say("page/failed", failing(Date.now()));
    await world.clock.rest();
    expect(tab.badge.text).toBe("502");
  });
});
