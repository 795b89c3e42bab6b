import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NO_TAB, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import { shownCheck } from "../check/given.ts";
import { NOW, plan, URL_ASKED } from "../given.ts";
import { MINUTE, PlanWorld } from "./plan-world.ts";

let world: PlanWorld;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new PlanWorld();
  world.network.answer("https://shop.example", { status: 502 });
});
afterEach(() => world.end());

const OFF = { retry: { off: true } };
const byUser = () => world.browser.storage.local.items.set("settings", { version: 1, value: OFF });
const byAdministrator = () =>
  vi.spyOn(world.browser.storage.managed, "get").mockImplementation(async () => structuredClone(OFF));
const DUE = plan({ name: "waiting", due: NOW, next: "probe" });
const LATER = plan({ name: "waiting", due: NOW + MINUTE, next: "probe" });
const SUSPENDED = "<h1>Service Suspended</h1><p>This service has been suspended by its owner.</p>";
const plans = (): RetryPlan[] => Object.values(world.plans);

describe("a page that fails", () => {
  it("gets a plan, which is shown, and which a timer and the alarm wait for", async () => {
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    expect(plans()).toMatchObject([{ tabId: tab.id, url: URL_ASKED, target: URL_ASKED, attempts: 0 }]);
    const [{ state } = DUE] = plans();
    const due = state.name === "waiting" && state.due;
    expect(world.view(tab.id)).toMatchObject({ state: "waiting", due, attempts: 0, watching: "page", usual: null });
    expect(world.view(tab.id)).toHaveProperty("forecast.says", "ui_forecast_likely");
    expect(world.alarm).toBeGreaterThan(29_000);
    await world.clock.until(() => world.network.asked().length === 1, 5_000);
  });

  it("ends the plan of another page in the same tab", async () => {
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    await world.navigate(tab, "https://shop.example/pay?token=1");
    const open = plans().filter(({ state }) => state.name !== "closed");
    expect(open).toMatchObject([{ url: "https://shop.example/pay?token=1", target: "https://shop.example/" }]);
    expect(world.view(tab.id)).toMatchObject({ state: "waiting", watching: "front-page" });
  });

  it("goes on where it was after the user's own reload, however many say so at once", async () => {
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    await world.clock.until(() => plans()[0]?.attempts === 2 && plans()[0]?.state.name === "waiting");
    const [before] = plans();
    await Promise.all([world.navigate(tab, URL_ASKED), world.clock.pass(50)]);
    expect(plans()).toMatchObject([{ id: before?.id, attempts: 2, state: { name: "waiting" } }]);
  });

  it("stays stopped that the user stopped, until the user wants it again", async () => {
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    await world.ask("retry/stop", { tabId: tab.id });
    await world.navigate(tab, URL_ASKED);
    expect(world.plans).toEqual({});
    await world.ask("retry/keep", { tabId: tab.id });
    expect(plans()).toMatchObject([{ tabId: tab.id, state: { name: "waiting" } }]);
  });

  it("takes the room of the oldest where there is none left, which is said once", async () => {
    const old = (index: number): RetryPlan => {
      const url = `https://old.example/${index}`;
      return {
        ...LATER,
        id: `old-${index}`,
        tabId: 1_000 + index,
        url,
        target: url,
        createdAt: NOW - 3_600_000 + index,
      };
    };
    world.failing({ id: 1_000, url: "https://old.example/0" });
    world.store(...Array.from({ length: 1_200 }, (_, index) => old(index)));
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    await world.visit("https://shop.example/news");
    expect(plans()).toHaveLength(1_200);
    expect(plans().some(({ tabId }) => tabId === tab.id)).toBe(true);
    expect(world.plan("old-0")).toBeUndefined();
    expect(world.view(1_000)).toMatchObject({ state: "stopped", reason: "dropped" });
    expect(world.said).toEqual(["notify_room_title"]);
  });
});

describe("where trying again is switched off", () => {
  it.each([
    ["the user", byUser],
    ["an administrator", byAdministrator],
  ])("by %s, no plan begins by itself", async (_who, switchOff) => {
    switchOff();
    await world.wake();
    await world.visit(URL_ASKED);
    expect(world.plans).toEqual({});
    expect(world.alarm).toBeNull();
  });

  it("by the user, a click of theirs keeps on trying a page, or has it watched", async () => {
    byUser();
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    await world.ask("retry/keep", { tabId: tab.id });
    await world.ask("retry/watch", { tabId: tab.id });
    expect(plans().map(({ tabId }) => tabId)).toEqual([tab.id, NO_TAB]);
  });

  it("by the user, what their click begins goes by what the check has found", async () => {
    byUser();
    world.network.answer("https://shop.example", { status: 503, body: SUSPENDED });
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    await world.ask("tab/open", { tabId: tab.id });
    await world.clock.until(() => shownCheck(world, tab.id)?.phase === "done", MINUTE);
    await world.ask("retry/keep", { tabId: tab.id });
    await world.ask("retry/watch", { tabId: tab.id });
    expect(plans().map(({ cause }) => cause)).toEqual(["switched-off", "switched-off"]);
    expect(world.view(tab.id)).toMatchObject({ state: "waiting", forecast: null });
  });

  it("by an administrator, a click begins nothing, whatever the user has set", async () => {
    byAdministrator();
    world.browser.storage.local.items.set("settings", { version: 1, value: { retry: { off: false } } });
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    await world.ask("retry/keep", { tabId: tab.id });
    await world.ask("retry/watch", { tabId: tab.id });
    expect(world.plans).toEqual({});
  });

  it("a plan that runs already goes on", async () => {
    await world.wake();
    await world.visit(URL_ASKED);
    byAdministrator();
    await world.wake();
    await world.clock.pass(MINUTE);
    expect(world.network.asked().length).toBeGreaterThan(1);
  });
});

describe("a site of which the grant is taken back", () => {
  it("is asked no more, at once, and another is", async () => {
    world.network.answer("https://other.example", { status: 502 });
    await world.wake();
    for (const url of [URL_ASKED, "https://other.example/"]) await world.visit(url);
    world.browser.permissions.grant({ origins: ["*://other.example/*"] });
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    await world.clock.pass(10_000);
    expect(plans()).toMatchObject([{ url: "https://other.example/" }]);
    expect(world.network.asked()).toEqual(["https://other.example/"]);
  });
});

describe("a grant for the scheme of the page alone, as Chromium's own menu gives it,", () => {
  const narrow = () => {
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    world.browser.permissions.grant({ origins: ["https://shop.example/*"] });
  };

  it("lets the plan of such a page go on, and ends those of all others", async () => {
    world.network.answer("https://other.example", { status: 502 });
    world.network.answer("http://shop.example", { status: 502 });
    await world.wake();
    for (const url of ["https://other.example/", "http://shop.example/", URL_ASKED]) await world.visit(url);
    narrow();
    await world.clock.pass(10_000);
    expect(plans()).toMatchObject([{ url: URL_ASKED, state: { name: "waiting" } }]);
  });

  it("has a page that fails from then on watched", async () => {
    await world.wake();
    narrow();
    await world.visit(URL_ASKED);
    expect(plans()).toMatchObject([{ url: URL_ASKED, state: { name: "waiting" } }]);
    await world.clock.until(() => world.network.asked().length === 1, 5_000);
  });
});

describe("a site that is watched without a tab", () => {
  const WATCH = `watch:${URL_ASKED}`;
  /** The user has asked to be told, in a tab that was closed then. */
  async function watch(url = URL_ASKED, how: object = {}): Promise<void> {
    const tab = await world.visit(url, how);
    await world.ask("retry/watch", { tabId: tab.id });
    world.browser.tabs.close(tab);
    await world.clock.rest();
  }

  it("goes on over restarts, and ends with a word once the site answers", async () => {
    await world.wake();
    await watch();
    const { createdAt = 0 } = world.plan(WATCH) ?? {};
    const until = createdAt + 7 * 24 * 60 * MINUTE;
    const watched = () => world.browser.storage.session.items.get("watched");
    expect(watched()).toEqual([{ id: WATCH, host: "shop.example", since: createdAt, until }]);
    await world.restartBrowser();
    expect(watched()).toEqual([{ id: WATCH, host: "shop.example", since: createdAt, until }]);
    world.network.answer("https://shop.example", {});
    await world.untilOver(WATCH);
    expect(world.browser.notifications.said.map(({ id }) => id)).toEqual([WATCH]);
    expect(world.said).toEqual(["notify_answers_title"]);
    expect(watched()).toEqual([]);
  });

  it("leaves the word to a tab that brings the same page back", async () => {
    await world.wake();
    const tab = await world.visit(URL_ASKED, { active: true });
    await world.ask("retry/watch", { tabId: tab.id });
    world.network.answer("https://shop.example", {});
    await world.clock.until(() => plans().length === 0);
    expect(world.network.asked("tab")).toHaveLength(2);
    expect(world.said).toEqual(["notify_recovered_title"]);
  });

  it("has a word of its own where the tab that came back showed another page of the site", async () => {
    world.failing({ url: `${URL_ASKED}2`, status: 200, startedAt: NOW });
    const url = `${URL_ASKED}2`;
    world.store(plan({ name: "reloading", since: NOW - 1_000 }, { url, target: url }), {
      ...DUE,
      state: { ...DUE.state, due: NOW + MINUTE },
      id: WATCH,
      tabId: NO_TAB,
      touchesTab: false,
    });
    await world.wake();
    expect(world.said.sort()).toEqual(["notify_answers_title", "notify_recovered_title"]);
  });

  it("watches the front page of an address that works once, and keeps nothing else of it", async () => {
    await world.wake();
    await watch("https://shop.example/verify/9f8e7d6c?key=9f8e7d");
    await world.clock.pass(20_000);
    expect(world.plan("watch:https://shop.example/")).toMatchObject({
      url: "https://shop.example/",
      touchesTab: false,
    });
    expect(JSON.stringify(world.plans)).not.toContain("9f8e7d");
  });

  it("asks only for the front page where the page came from a form", async () => {
    await world.wake();
    await watch(URL_ASKED, { method: "POST" });
    expect(world.plan(WATCH)).toMatchObject({ target: "https://shop.example/" });
  });

  it("goes on with more care where an earlier version would have loaded what works once", async () => {
    const url = "https://shop.example/?add-to-cart=123";
    world.store({ ...DUE, url, target: url, tabId: NO_TAB, id: `watch:${url}`, touchesTab: false });
    // An update forgets the session; a watch has no tab to look for, and its time has come.
    world.browser.storage.session.items.clear();
    await world.wake();
    await world.clock.pass(1_000);
    expect(world.network.asked()).toEqual(["https://shop.example/"]);
    expect(world.plan(`watch:${url}`)).toMatchObject({ target: "https://shop.example/", touchesTab: false });
  });
});
