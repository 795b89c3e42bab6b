import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

import type { FakeTab } from "../../../fakes/tabs.ts";
import { NOW, plan, storedIncidents, URL_ASKED } from "../given.ts";
import { FAILED_AT, MINUTE, PlanWorld } from "./plan-world.ts";

let world: PlanWorld;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new PlanWorld();
});
afterEach(() => world.end());

const DUE = plan({ name: "waiting", due: NOW, next: "probe" });
const LOAD_DUE = plan({ name: "waiting", due: NOW, next: "reload" });

/** The site answers well again, or whatever else it does. */
const works = (): void => world.network.answer("https://shop.example", {});
/** Until the request that was sent has been answered, and all that follows from that at once is done. */
const untilTried = (): Promise<void> =>
  world.clock.until(() => world.network.asked().length > 0 && world.plan()?.state.name !== "probing");
const reasons = (): unknown[] => world.ended.map(({ state }) => state.name === "closed" && state.reason);

describe("a plan that is due", () => {
  it("is written as probing before its request is sent", async () => {
    world.failing();
    world.store(DUE);
    const seen: unknown[] = [];
    world.network.answer(URL_ASKED, () => {
      seen.push(world.plan());
      return { status: 502 };
    });
    await world.wake();
    await untilTried();
    expect(seen).toMatchObject([{ attempts: 4, state: { name: "probing", since: NOW } }]);
    expect(world.plan()).toMatchObject({ attempts: 4, state: { name: "waiting" } });
  });

  it("is written as reloading before the tab is loaded, and ends with a word when the page is back", async () => {
    world.failing();
    world.store(DUE);
    const seen: unknown[] = [];
    world.network.answer(URL_ASKED, ({ by }) => {
      if (by === "tab") seen.push(world.plan());
      return {};
    });
    await world.wake();
    await world.untilOver();
    expect(seen).toMatchObject([{ reloads: 1, state: { name: "reloading" } }]);
    expect(world.said).toEqual(["notify_recovered_title"]);
    expect(world.plans).toEqual({});
    expect(world.ended).toMatchObject([{ id: "plan-1", state: { name: "closed", reason: "recovered" } }]);
  });

  it.each<[string, () => unknown, string]>([
    ["is gone", () => world.browser.tabs.close(world.failing()), "left"],
    ["shows another page", () => world.failing({ url: "https://shop.example/other" }), "left"],
    ["works already", () => world.failing({ status: 200, startedAt: NOW }), "recovered"],
    ["is refused", () => world.failing({ status: 403, startedAt: NOW }), "refused"],
  ])("asks nobody when its tab %s", async (_what, show, reason) => {
    show();
    world.store(DUE);
    await world.wake();
    await world.clock.rest();
    expect(world.network.requests).toEqual([]);
    expect(world.view()).toMatchObject({ state: "stopped", reason });
  });

  it.each<[string, Parameters<PlanWorld["failing"]>[0]]>([
    ["hides its status", { status: 0 }],
    ["was limited", { status: 429 }],
    ["shows the browser's own error page", { kind: "error-page" }],
    ["may not be read", { kind: "closed" }],
  ])("asks the site when its tab %s", async (_what, parts) => {
    world.failing(parts);
    world.store(DUE);
    await world.wake();
    await untilTried();
    expect(world.network.asked()).toEqual([URL_ASKED]);
  });

  it("withholds its load while something is on its way in the tab, comes again in seconds, and ends with what came", async () => {
    const tab = world.failing();
    world.store(DUE);
    works();
    tab.status = "loading";
    await world.wake();
    await untilTried();
    expect(world.plan()).toMatchObject({
      ...{ reloads: 0, lastReloadAt: null },
      state: { name: "waiting", next: "reload", due: Date.now() + 3_000 },
    });
    world.network.answer("https://other.example", {});
    await world.navigate(tab, "https://other.example/");
    await world.clock.pass(3_000);
    expect(world.view()).toMatchObject({ state: "stopped", reason: "left" });
    expect(world.network.asked()).toEqual([URL_ASKED]);
    expect(world.network.asked("tab")).toEqual(["https://other.example/"]);
  });

  it("loads its tab once what was on its way has come to nothing, as a download does", async () => {
    const tab = world.failing();
    world.store(DUE);
    works();
    tab.status = "loading";
    await world.wake();
    await untilTried();
    expect(world.plan()).toMatchObject({ reloads: 0, state: { name: "waiting", next: "reload" } });
    tab.status = "complete";
    await world.untilOver();
    expect(world.ended).toMatchObject([{ reloads: 1, state: { reason: "recovered" } }]);
    expect(world.network.asked()).toEqual([URL_ASKED]);
  });

  it("listens for input in a failing page before each request", async () => {
    const tab = world.failing();
    world.store(DUE);
    await world.wake();
    await untilTried();
    // Into an editor that a script empties again: only a listener can know.
    tab.document?.type("Dear Sir", { gone: true });
    works();
    await world.untilOver("plan-1", 10 * MINUTE);
    expect(reasons()).toEqual(["site-answers"]);
    expect(world.network.asked("tab")).toEqual([]);
  });

  it("remembers that its tab was seen in front, and not that of another", async () => {
    const tab = world.failing();
    const other = world.browser.tabs.open({ id: 8, windowId: 7, active: true });
    world.store(DUE);
    await world.wake();
    await untilTried();
    expect(world.plan()?.inFront).toBeUndefined();
    world.browser.tabs.show(tab);
    expect(other.active).toBe(false);
    await world.clock.until(() => world.network.asked().length === 2);
    expect(world.plan()).toMatchObject({ inFront: true, attempts: 5 });
  });

  it.each<[string, (tab: FakeTab) => unknown]>([
    ["the user has typed", (tab) => tab.document?.type("Dear Sir")],
    ["a load would raise a question, and come to the front for it", (tab) => tab.document?.askBeforeLeaving()],
    ["the browser lets nobody look, for it sleeps", (tab) => Object.assign(tab, { discarded: true })],
  ])("does not load a tab in which %s", async (_what, happen) => {
    happen(world.failing());
    world.store(DUE);
    works();
    await world.wake();
    await world.untilOver();
    expect(world.network.asked("tab")).toEqual([]);
    expect(reasons()).toEqual(["site-answers"]);
    expect(world.said).toEqual(["notify_answers_title"]);
  });

  it("does not load a tab in which a form has failed since", async () => {
    const tab = world.failing();
    await world.wake();
    await world.navigate(tab, URL_ASKED, { method: "POST" });
    const [started] = Object.values(world.plans);
    world.killWorker();
    world.store({ ...LOAD_DUE, id: started?.id ?? "", touchesTab: true });
    works();
    await world.wake();
    await world.clock.rest();
    expect(world.network.requests.map(({ method }) => method)).toEqual(["POST"]);
    expect(reasons()).toEqual(["site-answers"]);
  });

  it.each([
    ["nothing is known of", storedIncidents(FAILED_AT)],
    ["follows another one's failure", storedIncidents(FAILED_AT, { tabId: 7, url: `${URL_ASKED}/2` })],
    ["was loaded since its failure was noticed", storedIncidents(FAILED_AT - MINUTE, { tabId: 7, url: URL_ASKED })],
  ])("waits for the sentinel's word in a tab whose page %s: it may have come from a form", async (_what, incidents) => {
    world.failing();
    world.browser.storage.session.items.set("incidents", incidents);
    world.store(LOAD_DUE);
    works();
    await world.wake();
    expect(world.network.requests).toEqual([]);
    expect(world.plan()?.state).toMatchObject({ name: "waiting", next: "reload", due: NOW + 3_000 });
  });

  it("does not load the browser's own error page of which nothing is known: no sentinel can speak there", async () => {
    world.failing({ kind: "error-page" });
    world.browser.storage.session.items.set("incidents", storedIncidents(FAILED_AT));
    world.store(LOAD_DUE);
    works();
    await world.wake();
    expect(world.network.requests).toEqual([]);
    expect(reasons()).toEqual(["site-answers"]);
  });

  it("whose page the user has brought back keeps the outage's true end, and tells nobody who has seen it", async () => {
    world.failing({ status: 200, startedAt: NOW - 20 * MINUTE });
    world.store({ ...DUE, createdAt: NOW - 30 * MINUTE });
    await world.wake();
    expect(world.network.requests).toEqual([]);
    expect(world.browser.storage.local.items.get("outages")).toMatchObject({
      value: [{ site: "shop.example", outages: [{ seconds: 10 * 60 }] }],
    });
    expect(world.view()).toMatchObject({ state: "stopped", reason: "recovered", at: NOW - 20 * MINUTE });
    expect(world.said).toEqual([]);
  });

  it("obeys a Retry-After", async () => {
    world.failing();
    world.store(DUE);
    world.network.answer(URL_ASKED, { status: 503, headers: { "retry-after": "600" } });
    await world.wake();
    await untilTried();
    expect(world.plan()).toMatchObject({ floor: NOW + 40 + 600_000 });
  });

  it("is not kept waiting by the patience that a gateway asks of everybody", async () => {
    world.failing();
    world.store(DUE);
    const headers = { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA", "retry-after": "120" };
    world.network.answer(URL_ASKED, { status: 522, headers, body: "error code: 522" });
    await world.wake();
    await untilTried();
    expect(world.plan()).toMatchObject({ floor: NOW + 40 + 10_000 });
  });

  it("waits on when its request failed, and counts it", async () => {
    world.failing();
    world.store(DUE);
    world.network.answer(URL_ASKED, { isRefused: true });
    await world.wake();
    await untilTried();
    expect(world.plan()).toMatchObject({ attempts: 4, state: { name: "waiting" } });
  });

  it("does not count a request that Chromium has not sent", async () => {
    world.failing();
    world.store({ ...DUE, attempts: 0 });
    world.network.answer(URL_ASKED, { status: 503 });
    await world.wake();
    // Chromium refuses the fourth.
    await world.clock.until(() => world.plan()?.attempts === 3 && world.plan()?.state.name === "waiting", 10 * MINUTE);
    await world.clock.pass(10 * MINUTE);
    expect(world.network.asked()).toHaveLength(3);
    expect(world.plan()).toMatchObject({ attempts: 3 });
  });

  it("waits while the browser is offline, and goes on once it is online again", async () => {
    world.failing();
    world.store(DUE);
    world.goOffline();
    await world.wake();
    await world.clock.pass(5 * MINUTE);
    expect(world.network.requests).toEqual([]);
    world.goOnline();
    await world.clock.until(() => world.network.asked().length === 1, 1_000);
  });

  it.each<[string, (tab: FakeTab) => unknown]>([
    ["the browser's own pages", (tab) => Object.assign(tab, { url: "chrome://settings/" })],
    ["another address", (tab) => Object.assign(tab, { url: "https://shop.example/other" })],
    ["nothing, for it is closed", (tab) => world.browser.tabs.close(tab)],
  ])("never loads a tab that shows %s by the time the site answers", async (_what, happen) => {
    const tab = world.failing();
    world.store(DUE);
    world.network.answer(URL_ASKED, () => {
      happen(tab);
      return {};
    });
    await world.wake();
    await world.clock.pass(1_000);
    expect(world.network.asked("tab")).toEqual([]);
    expect(world.view()).toMatchObject({ state: "stopped", reason: "left" });
  });

  it.each<[string, object, string]>([
    ["is refused", { status: 403 }, "refused"],
    ["goes to another address", { location: "https://shop.example/other" }, "left"],
  ])("does not call it recovered when the tab it loads %s", async (_what, answer, reason) => {
    world.failing();
    works();
    world.network.answer(URL_ASKED, ({ by }) => (by === "tab" ? answer : {}));
    world.store(DUE);
    await world.wake();
    await world.clock.pass(2_000);
    expect(world.network.asked("tab")[0]).toBe(URL_ASKED);
    expect(world.view()).toMatchObject({ state: "stopped", reason });
  });

  it("watches only the front page of a protected one, and touches nothing", async () => {
    world.failing();
    works();
    world.store({ ...DUE, touchesTab: false, target: "https://shop.example/", targetFailed: true });
    await world.wake();
    await world.untilOver();
    expect(world.network.requests.map(({ by, url }) => [by, url])).toEqual([["worker", "https://shop.example/"]]);
    expect(reasons()).toEqual(["site-answers"]);
  });

  it("ends without a word of return, a tick or an outage where the front page never failed", async () => {
    const tab = world.failing();
    works();
    world.store({ ...DUE, touchesTab: false, target: "https://shop.example/" });
    await world.wake();
    await world.untilOver();
    expect(reasons()).toEqual(["front-page-works"]);
    expect(world.said).toEqual(["notify_front_page_title"]);
    expect(tab.badge.text).not.toBe("✓");
    expect(world.browser.storage.local.items.get("outages")).toBeUndefined();
  });

  it("follows its tab to the id that Chromium gives a sleeping one", async () => {
    world.failing({ id: 70, discarded: true });
    world.store(DUE);
    await world.wake();
    await untilTried();
    expect(world.plan()).toMatchObject({ tabId: 70, attempts: 4 });
  });
});
