import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { incidentIn, keptOf, openPlans, plansOf } from "./stored.ts";

const URL_ASKED = "https://shop.example/cart";
const FRONT = "https://shop.example/";

let world: World;
beforeEach(async () => {
  world = new World();
  await world.startWorker();
  world.network.answer(URL_ASKED, { status: 502 });
});
afterEach(() => world.end());

const saying = (responseStatus: number) => ({
  entry: JSON.stringify({ entry: { responseStatus }, timeOrigin: Date.now() }),
});
/** A page says something that its sentinel may not have said. */
async function say(tab: FakeTab, type: "page/failed" | "page/left", request: object, url = tab.url): Promise<void> {
  await world.clock.done(world.browser.runtime.fromPage(tab, url, type, request));
}
/** What the sentinel says of the failing page in a tab. */
const wordOf = (tab: FakeTab) => tab.document?.failure() ?? { entry: "" };
/** The site answers strangers by now, and a tab, which brings the cookies, not yet. */
const worksForStrangersAlone = (takes = 40) =>
  world.network.answer(URL_ASKED, ({ by }) => (by === "tab" ? { status: 502, takes } : {}));
/** The plan loads the tab once. */
async function planLoads(tab: FakeTab): Promise<void> {
  const before = tab.document;
  await world.clock.until(() => tab.document !== before, 600_000);
  await world.clock.pass(1_000);
}

describe("a page that says that it failed", () => {
  it("becomes an incident with a badge and a plan", async () => {
    const tab = await world.visit(URL_ASKED);
    const { startedAt } = tab.document ?? {};
    expect(incidentIn(world, tab.id)).toMatchObject({
      url: URL_ASKED,
      status: 502,
      noticed: "sentinel",
      method: "GET",
    });
    expect(incidentIn(world, tab.id)).toMatchObject({ since: Date.now() - 10, navigation: { startedAt } });
    expect(tab.badge).toMatchObject({ text: "502", title: "badge_failing shop.example 502" });
    expect(plansOf(world)).toMatchObject([{ tabId: tab.id, target: URL_ASKED, touchesTab: true, floor: null }]);
  });

  it.each([
    ["another page", "https://a.example/"],
    ["itself, which works by then", URL_ASKED],
  ])("leaves no badge on %s, to which it has led on while the worker woke", async (_where, url) => {
    world.killWorker();
    const tab = await world.visit(URL_ASKED);
    const word = wordOf(tab);
    world.network.answer(url, {});
    await world.navigate(tab, url);
    await world.startWorker();
    for (const type of ["page/failed", "page/left"] as const) await say(tab, type, word, URL_ASKED);
    expect(tab.badge.text).toBe("");
    expect(incidentIn(world, tab.id)).toBeUndefined();
  });

  it("is listened to for the user's input from the first moment on", async () => {
    // Nothing that is kept comes before.
    world.browser.storage.session.set.mockReturnValue(new Promise(() => undefined));
    const tab = await world.visit(URL_ASKED);
    expect(incidentIn(world, tab.id)).toBeUndefined();
    expect(tab.document?.isHeard).toBe(true);
  });

  it("is listened to as well where our own load brought it", async () => {
    const tab = await world.visit(URL_ASKED);
    worksForStrangersAlone();
    await planLoads(tab);
    expect(tab.document).toMatchObject({ status: 502, isHeard: true });
  });

  it("starts nothing in a private window but the badge", async () => {
    const tab = await world.visit(URL_ASKED, { incognito: true });
    expect(tab.badge.text).toBe("502");
    expect(tab.document?.isHeard).toBe(false);
    expect(keptOf(world, tab.id)).toBeUndefined();
    expect(plansOf(world)).toEqual([]);
  });

  it.each([
    ["ordinary", false],
    ["private", true],
  ])("has closed tabs forgotten, in an %s window", async (_which, incognito) => {
    world.browser.storage.session.items.set("view:9", { version: 1, value: { url: URL_ASKED } });
    await world.visit(URL_ASKED, { incognito });
    expect(world.browser.storage.session.items.has("view:9")).toBe(false);
  });

  it.each<[string, object, string]>([
    ["of a good page", saying(200), URL_ASKED],
    ["of a refusal", saying(404), URL_ASKED],
    ["that is garbage", { entry: "{" }, URL_ASKED],
    ["of a file", saying(502), "file:///home/me/cart.html"],
  ])("is not believed: a word %s", async (_what, request, url) => {
    const tab = world.browser.tabs.open({ url });
    await say(tab, "page/failed", request);
    expect(keptOf(world, tab.id)).toBeUndefined();
    expect(tab.badge.text).toBe("");
    expect(plansOf(world)).toEqual([]);
  });

  it("is not believed of a page of our own", async () => {
    await world.ask("page/failed", saying(502));
    expect(world.browser.storage.session.items.has("incidents")).toBe(false);
    expect(plansOf(world)).toEqual([]);
  });

  it("has its front page watched when it was asked for by POST", async () => {
    const tab = await world.visit(URL_ASKED, { method: "POST" });
    expect(incidentIn(world, tab.id)?.method).toBe("POST");
    expect(plansOf(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("has its front page watched when nobody can tell how it was asked for", async () => {
    world.browser.rules.rules.clear();
    const tab = await world.visit(URL_ASKED);
    expect(incidentIn(world, tab.id)?.method).toBe("unknown");
    expect(plansOf(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("is not watched for a status that is explained but not retried, nor without a grant", async () => {
    world.network.answer(URL_ASKED, { status: 500 });
    const tab = await world.visit(URL_ASKED);
    expect(incidentIn(world, tab.id)?.status).toBe(500);
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    await say(tab, "page/failed", saying(502));
    expect(incidentIn(world, tab.id)?.status).toBe(502);
    expect(plansOf(world)).toEqual([]);
  });

  it("continues its incident when it was left in failure, and begins a new one when it had recovered", async () => {
    const tab = await world.visit(URL_ASKED);
    const first = incidentIn(world, tab.id);
    await world.navigate(tab, URL_ASKED);
    expect(incidentIn(world, tab.id)).toMatchObject({ id: first?.id, since: first?.since });
    expect(openPlans(world)).toMatchObject([{ id: first?.id }]);
    world.network.answer(URL_ASKED, {});
    await planLoads(tab);
    expect(keptOf(world, tab.id)).toMatchObject({ worked: true });
    world.network.answer(URL_ASKED, { status: 502 });
    await world.navigate(tab, URL_ASKED);
    expect(incidentIn(world, tab.id)?.id).not.toBe(first?.id);
  });

  it.each([
    ["that is watched", 502],
    ["that is never asked again", 500],
  ])(
    "says nothing new by saying it again, of a failure %s: nothing is written, until it has left",
    async (...given) => {
      const [, status] = given;
      world.network.answer(URL_ASKED, { status });
      const tab = await world.visit(URL_ASKED);
      const word = tab.document?.failure() ?? {};
      const { session, local } = world.browser.storage;
      for (const { set, remove } of [session, local]) for (const write of [set, remove]) write.mockClear();
      tab.badge.text = "";
      for (let time = 0; time < 15; time += 1) await say(tab, "page/failed", word);
      for (const { set, remove } of [session, local])
        for (const write of [set, remove]) expect(write).not.toHaveBeenCalled();
      expect(tab.badge.text).toBe("");
      await say(tab, "page/left", word);
      await say(tab, "page/failed", word);
      expect(tab.badge.text).toBe(String(status));
    },
  );

  it("says something new where it was loaded anew, or where nothing watches it yet", async () => {
    world.browser.storage.local.isFull = true;
    const tab = await world.visit(URL_ASKED);
    expect(plansOf(world)).toEqual([]);
    world.browser.storage.local.isFull = false;
    await say(tab, "page/failed", tab.document?.failure() ?? {});
    expect(plansOf(world)).toHaveLength(1);
    tab.badge.text = "";
    await world.clock.pass(10);
    tab.document = world.browser.tabs.open({ id: 99, url: URL_ASKED, status: 502 }).document;
    await say(tab, "page/failed", wordOf(tab));
    expect(tab.badge.text).toBe("502");
  });

  it("is tried again and brought to an end where the session has no room to remember it", async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    world.browser.storage.session.isFull = true;
    const tab = await world.visit(URL_ASKED);
    expect(tab.badge.text).toBe("502");
    expect(plansOf(world)).toMatchObject([{ tabId: tab.id, state: { name: "waiting" } }]);
    world.network.answer(URL_ASKED, {});
    await world.clock.until(() => plansOf(world).length === 0, 120_000);
    // How it was asked for is not remembered either, so it is left to the user, who is told.
    expect(world.network.asked("tab")).toEqual([URL_ASKED]);
    expect(tab.badge.text).toBe("✓");
  });

  it("tells the plan that loaded it, and starts no other", async () => {
    const tab = await world.visit(URL_ASKED);
    const [first] = plansOf(world);
    worksForStrangersAlone();
    await planLoads(tab);
    // A site that answers strangers and fails in the tab is tried by loading the tab from now on.
    expect(plansOf(world)).toMatchObject([{ id: first?.id, reloads: 1, state: { name: "waiting", next: "reload" } }]);
  });
});

describe("a form that is sent within moments of our own load", () => {
  it("is watched as one, and the plan is not told that its load failed, where that load has failed", async () => {
    const tab = await world.visit(URL_ASKED);
    worksForStrangersAlone();
    await planLoads(tab);
    await world.navigate(tab, URL_ASKED, { method: "POST" });
    expect(incidentIn(world, tab.id)?.method).toBe("POST");
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("is watched as one, and the plan is not told that its load failed, where that load is on its way", async () => {
    const tab = await world.visit(URL_ASKED);
    worksForStrangersAlone(3_000);
    await world.clock.until(() => plansOf(world)[0]?.state.name === "reloading", 600_000);
    await world.navigate(tab, URL_ASKED, { method: "POST" });
    expect(incidentIn(world, tab.id)?.method).toBe("POST");
    expect(openPlans(world)).toMatchObject([{ target: FRONT, touchesTab: false }]);
  });

  it("leaves a plan that touches no tab to it", async () => {
    const tab = await world.visit(URL_ASKED, { method: "POST" });
    const [first] = plansOf(world);
    await world.ask("tab/reload", { tabId: tab.id, pastCache: false });
    expect(tab.document?.method).toBe("GET");
    await world.navigate(tab, URL_ASKED, { method: "POST" });
    expect(openPlans(world)).toMatchObject([{ id: first?.id, createdAt: first?.createdAt, touchesTab: false }]);
  });
});

describe("a page that says that it goes away", () => {
  it("ends its incident and its plan as left", async () => {
    world.network.answer("https://a.example", {});
    const tab = await world.visit(URL_ASKED);
    await world.navigate(tab, "https://a.example/");
    expect(keptOf(world, tab.id)).toMatchObject({ leftAt: Date.now() - 10, worked: false });
    expect(plansOf(world)).toMatchObject([{ state: { name: "closed", reason: "left" } }]);
  });

  describe("after the next page has spoken", () => {
    const NEXT = "https://b.example/";

    it("ends nothing of that page, which fails as well", async () => {
      const tab = await world.visit(URL_ASKED);
      world.browser.tabs.leavesLast = true;
      world.network.answer(NEXT, { status: 503 });
      await world.navigate(tab, NEXT);
      expect(incidentIn(world, tab.id)).toMatchObject({ url: NEXT, status: 503 });
      expect(openPlans(world)).toMatchObject([{ url: NEXT, status: 503 }]);
    });

    it("ends no plan of its own page, which the browser has replaced by one of its own meanwhile", async () => {
      const tab = await world.visit(URL_ASKED);
      const [plan] = openPlans(world);
      world.browser.tabs.leavesLast = true;
      world.network.answer(URL_ASKED, { status: 502, body: "" });
      await world.navigate(tab, URL_ASKED, { type: "reload" });
      await world.clock.pass(6_000);
      expect(incidentIn(world, tab.id)).toMatchObject({ noticed: "error-page" });
      expect(openPlans(world)).toMatchObject([{ id: plan?.id }]);
    });

    it("ends its incident and its plan where that page works", async () => {
      const tab = await world.visit(URL_ASKED);
      world.browser.tabs.leavesLast = true;
      world.network.answer(NEXT, {});
      await world.navigate(tab, NEXT);
      expect(keptOf(world, tab.id)?.leftAt).not.toBeNull();
      expect(openPlans(world)).toEqual([]);
    });
  });

  /** Writes down what of an incident and its plan is ever stored as over, be it for a moment. */
  function endings(): string[] {
    const over: string[] = [];
    world.browser.storage.onChanged.addListener(() => {
      if (world.browser.tabs.all.some(({ id }) => keptOf(world, id)?.leftAt)) over.push("incident");
      if (plansOf(world).length > openPlans(world).length) over.push("plan");
    });
    return over;
  }

  it("ends nothing when it is the plan that loads it again", async () => {
    const tab = await world.visit(URL_ASKED);
    const over = endings();
    worksForStrangersAlone();
    await planLoads(tab);
    expect(openPlans(world)).toMatchObject([{ reloads: 1 }]);
    expect(over).toEqual([]);
  });

  it("ends nothing when it is a plan that loads it again, whose worker has died since", async () => {
    const tab = await world.visit(URL_ASKED);
    worksForStrangersAlone(3_000);
    await world.clock.until(() => plansOf(world)[0]?.state.name === "reloading", 600_000);
    await world.startWorker();
    const over = endings();
    const before = tab.document;
    await world.clock.until(() => tab.document !== before);
    await world.clock.rest();
    expect(over).toEqual([]);
    // The page's own word is what the plan hears of its load first.
    expect(openPlans(world)).toMatchObject([{ reloads: 1, state: { name: "waiting" } }]);
  });

  it("ends its plan where the session's memory has no room to note that it was left", async () => {
    const tab = await world.visit(URL_ASKED);
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    world.browser.storage.session.isFull = true;
    await say(tab, "page/left", wordOf(tab));
    expect(openPlans(world)).toEqual([]);
  });

  it.each([502, 500])("ends nothing when it is loaded again from the popup (%s)", async (status) => {
    world.network.answer(URL_ASKED, { status });
    const tab = await world.visit(URL_ASKED);
    const over = endings();
    await world.ask("tab/reload", { tabId: tab.id, pastCache: false });
    expect(incidentIn(world, tab.id)).toBeDefined();
    expect(over).toEqual([]);
  });

  describe("moments after our own load has brought it", () => {
    const NEXT = "https://a.example/";
    beforeEach(() => void world.network.answer(NEXT, {}));

    it.each([502, 500])("ends its incident, from the popup (%s)", async (status) => {
      world.network.answer(URL_ASKED, { status });
      const tab = await world.visit(URL_ASKED);
      await world.ask("tab/reload", { tabId: tab.id, pastCache: false });
      expect(incidentIn(world, tab.id)).toBeDefined();
      await world.navigate(tab, NEXT);
      expect(incidentIn(world, tab.id)).toBeUndefined();
      expect(openPlans(world)).toEqual([]);
    });

    it("ends its incident and its plan, by the plan", async () => {
      const tab = await world.visit(URL_ASKED);
      worksForStrangersAlone();
      await planLoads(tab);
      await world.navigate(tab, NEXT);
      expect(incidentIn(world, tab.id)).toBeUndefined();
      expect(openPlans(world)).toEqual([]);
    });
  });

  it.each([
    ["a private window", (tab: FakeTab) => say({ ...tab, incognito: true }, "page/left", wordOf(tab))],
    ["a page of our own", (tab: FakeTab) => world.ask("page/left", wordOf(tab))],
    ["a page that does not name its document", (tab: FakeTab) => say(tab, "page/left", {})],
    ["another document", (tab: FakeTab) => say(tab, "page/left", saying(502))],
  ])("is not believed of %s", async (_what, leave) => {
    const tab = await world.visit(URL_ASKED);
    await leave(tab);
    expect(incidentIn(world, tab.id)).toBeDefined();
    expect(openPlans(world)).toHaveLength(1);
  });
});
