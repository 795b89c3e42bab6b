import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { FakeAnswer } from "../../fakes/network.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { incidentIn, keptOf, openPlans, plansOf } from "./stored.ts";

const URL_ASKED = "https://shop.example/cart";
const FRONT = "https://shop.example/";
/** A failure that Chromium shows a page of its own for. */
const HIDDEN = { status: 502, body: "" };

let world: World;
beforeEach(async () => {
  world = new World();
  await world.startWorker();
  world.network.answer("https://shop.example", HIDDEN);
});
afterEach(() => world.end());

/** Nobody waits longer than this before the site is asked. */
const looksInto = () => world.clock.pass(5_100);
async function happens(how: Parameters<World["visit"]>[1] = {}): Promise<FakeTab> {
  const tab = await world.visit(URL_ASKED, how);
  await looksInto();
  return tab;
}
/** A tab is answered like this, and whoever comes without cookies like that. */
const answers = (tab: FakeAnswer, stranger: FakeAnswer) =>
  world.network.answer(URL_ASKED, ({ by }) => (by === "tab" ? tab : stranger));

describe("a failure that Chromium hides behind its own page", () => {
  it.each([
    [1_000, 0],
    [5_000, 1],
  ])(
    "becomes an incident when the page fails for a stranger too, one to five seconds later (%s ms)",
    async (ms, chance) => {
      world.chance = chance;
      const tab = await world.visit(URL_ASKED);
      expect(tab.document?.kind).toBe("error-page");
      expect(tab.badge.text).toBe("");
      await world.clock.until(() => world.network.asked().length > 0);
      const [, asked] = world.network.requests;
      expect(asked).toMatchObject({ by: "worker", url: URL_ASKED });
      expect((asked?.at ?? 0) - (tab.document?.startedAt ?? 0)).toBe(ms + 40);
      await world.clock.pass(100);
      expect(incidentIn(world, tab.id)).toMatchObject({ status: 502, noticed: "error-page", method: "GET" });
      expect(tab.badge.text).toBe("502");
      expect(openPlans(world)).toMatchObject([{ tabId: tab.id, target: URL_ASKED }]);
    },
  );

  it.each([
    ["came from a form", "POST"],
    ["may have come from a form", "unknown"],
  ] as const)("asks only for the front page when the page %s", async (_what, method) => {
    if (method === "unknown") world.browser.rules.rules.clear();
    const tab = await happens(method === "POST" ? { method } : {});
    expect(world.network.asked()).toEqual([FRONT]);
    expect(incidentIn(world, tab.id)?.method).toBe(method);
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("takes to the wait that the answer asks for", async () => {
    answers(HIDDEN, { status: 503, headers: { "retry-after": "120" } });
    const tab = await happens();
    expect(incidentIn(world, tab.id)?.status).toBe(503);
    expect((openPlans(world)[0]?.floor ?? 0) - Date.now()).toBeGreaterThan(110_000);
  });

  it.each<[string, FakeAnswer]>([
    ["works", {}],
    ["redirects", { location: "/login" }],
    ["does not answer", { isRefused: true }],
  ])("is no incident when the page %s for a stranger", async (_what, answer) => {
    answers(HIDDEN, answer);
    const tab = await happens();
    expect(world.network.asked()).toEqual([URL_ASKED]);
    expect(keptOf(world, tab.id)).toBeUndefined();
    expect(plansOf(world)).toEqual([]);
  });

  it("asks nothing of a private tab", async () => {
    await happens({ incognito: true });
    expect(world.network.asked()).toEqual([]);
  });

  it("asks nothing of a tab that has moved on, before anybody has looked or while that waits", async () => {
    const tab = await world.visit(URL_ASKED);
    world.network.answer("https://a.example", {});
    await world.navigate(tab, "https://a.example/");
    await looksInto();
    world.browser.events.replaced(tab, URL_ASKED);
    await looksInto();
    expect(world.network.asked()).toEqual([]);
  });

  it.each([500, 502])(
    "asks nothing of a tab that its sentinel has spoken for: a body that is cut off makes both speak (%s)",
    async (status) => {
      world.network.answer(URL_ASKED, { status });
      const tab = await world.visit(URL_ASKED);
      world.browser.events.replaced(tab, URL_ASKED);
      await world.clock.pass(2_000);
      expect(world.network.asked()).toEqual([]);
      expect(incidentIn(world, tab.id)?.noticed).toBe("sentinel");
    },
  );

  it("asks of a tab where a moment after its sentinel has spoken the next load is replaced", async () => {
    world.network.answer(URL_ASKED, { status: 500 });
    const tab = await world.visit(URL_ASKED);
    world.network.answer(URL_ASKED, HIDDEN);
    await world.navigate(tab, URL_ASKED, { type: "reload" });
    await looksInto();
    expect(world.network.asked()).toEqual([URL_ASKED]);
  });

  it.each([
    ["is a form's", "POST"],
    ["may be a form's", "unknown"],
  ] as const)(
    "is none of an ordinary page's, though its sentinel has just spoken, when it %s",
    async (_what, method) => {
      world.network.answer(URL_ASKED, { status: 500 });
      const tab = await world.visit(URL_ASKED);
      // The word that it leaves is late.
      tab.document?.injected.splice(0);
      world.network.answer(URL_ASKED, HIDDEN);
      if (method === "unknown") world.browser.rules.rules.clear();
      await world.navigate(tab, URL_ASKED, method === "POST" ? { method } : {});
      await looksInto();
      expect(incidentIn(world, tab.id)).toMatchObject({ noticed: "error-page", method });
      expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
    },
  );

  it("asks nobody, and shows its badge again, where a plan of the tab watches the page: that asks in its own time", async () => {
    const tab = await happens();
    const asked = world.network.asked().length;
    await world.navigate(tab, URL_ASKED, { type: "reload" });
    expect(tab.badge.text).toBe("502");
    expect(world.network.asked()).toHaveLength(asked);
    expect(openPlans(world)).toMatchObject([{ target: URL_ASKED, touchesTab: true }]);
    // That plan learns if the page has come from a form this time.
    await world.navigate(tab, URL_ASKED, { method: "POST" });
    expect(tab.badge.text).toBe("502");
    expect(world.network.asked()).toHaveLength(asked);
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("asks as ever where the plan of the tab watches another page", async () => {
    const tab = await happens();
    await world.navigate(tab, `${URL_ASKED}2`);
    await looksInto();
    expect(world.network.asked()).toContain(`${URL_ASKED}2`);
  });
});

describe("a failure that Chromium hides is written down for the page that stands there alone:", () => {
  /** A healthy page, of which no failure of another may be told. */
  const HEALTHY = "https://a.example/";
  beforeEach(() => void world.network.answer("https://a.example", {}));

  it("not for the next page, to which the user goes while the site is asked", async () => {
    answers(HIDDEN, { status: 504, takes: 15_000 });
    const tab = await happens();
    await world.navigate(tab, HEALTHY);
    await world.clock.pass(20_000);
    expect(world.network.asked()).toEqual([URL_ASKED]);
    expect(tab.badge.text).toBe("");
    expect(keptOf(world, tab.id)).toBeUndefined();
    expect(plansOf(world)).toEqual([]);
  });

  it("not for the same address, which works by then", async () => {
    answers(HIDDEN, { status: 504, takes: 15_000 });
    const tab = await happens();
    answers({}, {});
    await world.navigate(tab, URL_ASKED, { type: "reload" });
    await world.clock.pass(20_000);
    expect(tab.badge.text).toBe("");
    expect(keptOf(world, tab.id)).toBeUndefined();
  });

  it.each([
    ["before the site is asked", 500, 0],
    ["while it is asked", 6_000, 15_000],
  ])("not over what the sentinel of a reload says, %s", async (_when, ms, takes) => {
    answers(HIDDEN, { status: 504, takes });
    const tab = await world.visit(URL_ASKED);
    await world.clock.pass(ms);
    answers({ status: 502 }, { status: 502 });
    await world.navigate(tab, URL_ASKED, { type: "reload" });
    await world.clock.pass(20_000);
    expect(incidentIn(world, tab.id)).toMatchObject({ noticed: "sentinel", status: 502 });
    // So the plan may bring it back.
    world.network.answer(URL_ASKED, {});
    await world.clock.until(() => tab.document?.status === 200, 600_000);
  });

  it("also where the page before it says late that it went", async () => {
    world.network.answer(URL_ASKED, { status: 500 });
    const tab = await world.visit(URL_ASKED);
    const word = tab.document?.failure();
    world.network.answer(URL_ASKED, { ...HIDDEN, takes: 100 });
    tab.document?.injected.splice(0);
    await world.navigate(tab, URL_ASKED, { type: "reload" });
    await world.clock.pass(500);
    await world.clock.done(world.browser.runtime.fromPage(tab, URL_ASKED, "page/left", word));
    await looksInto();
    expect(incidentIn(world, tab.id)).toMatchObject({ noticed: "error-page", status: 502 });
  });
});

describe("a failure that Chromium hides while the plan of the tab loads the page", () => {
  /** The plan of an ordinary failing page loads it, which takes three seconds. */
  async function loading(): Promise<FakeTab> {
    const tab = await happens();
    answers({ ...HIDDEN, takes: 3_000 }, {});
    await world.clock.until(() => plansOf(world)[0]?.state.name === "reloading", 600_000);
    return tab;
  }

  it("is told to that plan, and nobody is asked", async () => {
    const tab = await loading();
    const asked = world.network.asked().length;
    const [before] = plansOf(world);
    tab.badge.text = "";
    await world.clock.pass(10_000);
    expect(openPlans(world)).toMatchObject([
      { id: before?.id, reloads: 1, state: { name: "waiting", next: "reload" } },
    ]);
    expect(world.network.asked()).toHaveLength(asked);
    expect(tab.badge.text).toBe("");
  });

  it.each([
    ["was", "POST"],
    ["may have been", "unknown"],
  ] as const)("is not the plan's when it %s a form's, sent meanwhile", async (_what, method) => {
    const tab = await loading();
    if (method === "unknown") world.browser.rules.rules.clear();
    await world.navigate(tab, URL_ASKED, method === "POST" ? { method } : {});
    await looksInto();
    expect(incidentIn(world, tab.id)).toMatchObject({ noticed: "error-page", method });
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });
});

describe("a failure that Chromium hides asks nobody, and is left to a click,", () => {
  async function isLeftAlone(): Promise<void> {
    const before = world.network.asked().filter((url) => url === URL_ASKED).length;
    const tab = await happens();
    expect(world.network.asked().filter((url) => url === URL_ASKED)).toHaveLength(before);
    expect(keptOf(world, tab.id)).toBeUndefined();
  }
  /** A page elsewhere fails, and its site names a time of ten minutes to the plan that watches it. */
  async function floorOf(url: string): Promise<FakeTab> {
    world.network.answer(url, { status: 502, headers: { "retry-after": "600" } });
    const tab = await world.visit(url);
    await world.clock.until(() => plansOf(world).some(({ floor }) => floor !== null));
    return tab;
  }

  it("offline", async () => {
    world.goOffline();
    await isLeftAlone();
  });

  it("where trying by itself is switched off", async () => {
    const value = { retry: { off: true, maxPerHour: null } };
    world.browser.storage.local.items.set("settings", { version: 1, value });
    await isLeftAlone();
  });

  it.each(["waiting", "closed"])(
    "before a time that the site has named to a plan of any of its pages, %s",
    async (name) => {
      const other = await floorOf("https://shop.example/a");
      if (name === "closed") world.browser.tabs.close(other);
      await world.clock.rest();
      await isLeftAlone();
      await world.clock.pass(600_000);
      await happens();
      expect(world.network.asked()).toContain(URL_ASKED);
    },
  );

  it("but not for the time that another site has named", async () => {
    await floorOf("https://a.example/");
    await happens();
    expect(world.network.asked()).toContain(URL_ASKED);
  });
});
