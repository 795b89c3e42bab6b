import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { TabLook } from "../../../src/core/incident/page.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { NOW, World } from "../../fakes/world.ts";

const URL_ASKED = "https://shop.example/cart";
const A = "https://a.example/";
const OLD = { id: 7, url: `${URL_ASKED}#total`, status: 502, startedAt: NOW - 60_000 };

let world: World;
let tab: FakeTab;
let watching: typeof import("../../../src/background/watch-reload.ts");

async function begin(parts: object = OLD, firefox = false): Promise<void> {
  world = new World({ firefox });
  tab = world.browser.tabs.open(parts);
  await world.startWorker();
  watching = await import("../../../src/background/watch-reload.ts");
}
beforeEach(() => begin());
afterEach(() => world.end());

/** What a load of the tab shows in the end, and after how many milliseconds. */
async function load(): Promise<{ look: TabLook; took: number }> {
  const look = await world.clock.done(watching.loadAndWatch(7, URL_ASKED, "reload"));
  // It is a click's, and no plan's.
  expect(await watching.planLook(7, NOW)).toBeNull();
  return { look, took: Date.now() - NOW };
}

/** Half a second later something else happens. */
const meanwhile = (act: () => unknown): unknown => world.clock.later(500, act);

describe("a load of a tab", () => {
  it("shows the new document as soon as it is there", async () => {
    world.network.answer(URL_ASKED, { takes: 600 });
    expect(await load()).toEqual({ look: { state: "answered", status: 200, startedAt: NOW }, took: 750 });
  });

  it("shows that the tab is closed", async () => {
    world.network.answer(URL_ASKED, { takes: 5_000 });
    meanwhile(() => world.browser.tabs.close(tab));
    expect((await load()).look).toEqual({ state: "gone" });
  });

  it("shows that the tab went elsewhere", async () => {
    world.network.answer(URL_ASKED, { takes: 5_000 });
    world.network.answer("https://a.example", {});
    meanwhile(() => world.browser.tabs.navigate(tab, "https://a.example/"));
    expect((await load()).look).toEqual({ state: "another-page" });
  });

  it("shows that nothing has come in 25 s", async () => {
    world.network.answer(URL_ASKED, { takes: Number.POSITIVE_INFINITY });
    const { look, took } = await load();
    expect(look).toEqual({ state: "loading" });
    expect(took).toBeGreaterThanOrEqual(25_000);
    expect(took).toBeLessThan(26_000);
  });

  it("is known of the last hundred tabs", async () => {
    world.network.answer("https://a.example", {});
    const tabs = Array.from({ length: 101 }, (_, index) =>
      world.browser.tabs.open({ ...OLD, id: 1_000 + index, url: A }),
    );
    await world.clock.done(Promise.all(tabs.map(({ id }) => watching.loadAndWatch(id, A, "reload"))));
    const known = tabs.filter(({ id, document }) => watching.isOurLoad(id, A, document?.startedAt ?? 0));
    expect(known.map(({ id }) => id)).toEqual(tabs.slice(-100).map(({ id }) => id));
  });

  it("that is under way stays known, however many others come to their end", async () => {
    world.network.answer(URL_ASKED, { takes: 15_000 });
    const slow = watching.loadAndWatch(7, URL_ASKED, "reload");
    await world.clock.pass(100);
    world.network.answer("https://a.example", {});
    const tabs = Array.from({ length: 120 }, (_, index) =>
      world.browser.tabs.open({ ...OLD, id: 1_000 + index, url: A }),
    );
    await world.clock.done(Promise.all(tabs.map(({ id }) => watching.loadAndWatch(id, A, "reload"))));
    expect(watching.isOurLoad(7, URL_ASKED, NOW + 100)).toBe(true);
    await world.clock.done(slow);
  });

  it("is known as ours by its document, which is another one than before", async () => {
    world.network.answer(URL_ASKED, { takes: 3_000 });
    const { isOurLoad, isOursToLeave, loadAndWatch } = watching;
    const done = loadAndWatch(7, URL_ASKED, "anew");
    await world.clock.rest();
    expect(world.network.asked("tab")).toEqual([URL_ASKED]);
    expect(isOurLoad(7, URL_ASKED, NOW)).toBe(true);
    expect(isOurLoad(7, URL_ASKED, OLD.startedAt)).toBe(false);
    expect(isOurLoad(7, `${URL_ASKED}2`, NOW)).toBe(false);
    await world.clock.done(done);
    expect(isOurLoad(7, URL_ASKED, NOW)).toBe(true);
    expect(isOurLoad(7, URL_ASKED, NOW + 5_000)).toBe(false);
    // What it has taken away may say so late; what it has brought is left by the user.
    expect(isOursToLeave(7, URL_ASKED, OLD.startedAt)).toBe(true);
    expect(isOursToLeave(7, URL_ASKED, NOW)).toBe(false);
  });

  it("takes nothing away where nothing has come of it", async () => {
    world.network.answer(URL_ASKED, { status: 204 });
    const { isOurLoad, isOursToLeave, loadAndWatch } = watching;
    const done = loadAndWatch(7, URL_ASKED, "reload");
    await world.clock.rest();
    expect(isOursToLeave(7, URL_ASKED, OLD.startedAt)).toBe(true);
    expect(await world.clock.done(done)).toEqual({ state: "loading" });
    expect(isOursToLeave(7, URL_ASKED, OLD.startedAt)).toBe(false);
    expect(isOurLoad(7, URL_ASKED, NOW)).toBe(false);
  });

  it("waits a second for a page that does not say which document it is, and no longer", async () => {
    world.end();
    await begin({ ...OLD, kind: "silent" });
    world.network.answer(URL_ASKED, {});
    const { look, took } = await load();
    expect(look).toMatchObject({ state: "answered", status: 200 });
    expect(took).toBeLessThan(1_500);
  });

  it.each([-1, 1])("is seen to its end in a page whose clock is an hour apart (%i)", async (hours) => {
    world.network.answer(URL_ASKED, { status: 502, takes: 600 });
    world.browser.tabs.pagesLag = hours * 3_600_000;
    const { look, took } = await load();
    expect(look).toMatchObject({ state: "answered", status: 502 });
    expect(took).toBe(750);
  });
});

describe.each([
  { browser: "Chromium", firefox: false, state: "error-page" },
  { browser: "Firefox", firefox: true, state: "unreadable" },
] as const)("$browser's error page", ({ firefox, state }) => {
  beforeEach(async () => {
    world.end();
    await begin({ ...OLD, kind: "error-page" }, firefox);
  });

  it("is what a load shows that reached nobody, once it has stood for a second", async () => {
    world.network.answer(URL_ASKED, { isRefused: true });
    const { look, took } = await load();
    expect(look).toEqual({ state });
    expect(took).toBeGreaterThanOrEqual(1_000);
  });

  it("is not taken for the new one while it stands there for a moment more", async () => {
    world.browser.tabs.startsAfter = 800;
    world.network.answer(URL_ASKED, { takes: 300 });
    expect((await load()).look).toMatchObject({ state: "answered", status: 200 });
  });
});

describe("a load that nobody has asked for", () => {
  const loadIfAtRest = () => world.clock.done(watching.loadIfAtRest(7, URL_ASKED, OLD.startedAt));

  it("is made in a tab that rests at its address", async () => {
    world.network.answer(URL_ASKED, {});
    expect(await loadIfAtRest()).toEqual({ state: "answered", status: 200, startedAt: NOW });
    expect(world.network.requests).toEqual([
      expect.objectContaining({ by: "tab", init: expect.objectContaining({ cache: "no-cache" }) }),
    ]);
  });

  it("is what a check may ask about, from its beginning until it is seen to its end", async () => {
    world.network.answer(URL_ASKED, { takes: 3_000 });
    const shown = { state: "answered", status: 200, startedAt: NOW };
    const done = watching.loadIfAtRest(7, URL_ASKED, OLD.startedAt);
    await world.clock.rest();
    const asked = watching.planLook(7, NOW);
    expect(await world.clock.done(Promise.all([done, asked]))).toMatchObject([shown, shown]);
    expect(await watching.planLook(7, NOW)).toMatchObject(shown);
    expect(await watching.planLook(7, NOW + 60_000)).toBeNull();
    expect(await watching.planLook(8, NOW)).toBeNull();
  });

  it.each<[string, () => unknown]>([
    ["loads", () => world.browser.tabs.navigate(tab, "https://a.example/")],
    ["shows another page", () => Object.assign(tab, { url: "https://shop.example/" })],
    ["may not be seen", () => Object.assign(tab, { url: "chrome://settings/" })],
    ["is closed", () => world.browser.tabs.close(tab)],
  ])("is not made in a tab that %s, and none is taken for ours", async (_what, happen) => {
    world.network.answer("https://a.example", { takes: Number.POSITIVE_INFINITY });
    happen();
    expect(await loadIfAtRest()).toBeNull();
    expect(world.network.asked("tab")).not.toContain(URL_ASKED);
    expect(watching.isOurLoad(7, URL_ASKED, NOW)).toBe(false);
  });
});
