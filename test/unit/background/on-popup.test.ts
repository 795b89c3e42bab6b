import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { CHECK_IDS } from "../../../src/core/checks/check.ts";
import type { Method } from "../../../src/core/incident/incident.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { askedOfSite, checked, failingTab, PAGE, row, shownCheck, verdict } from "./check/given.ts";
import { incidentIn, keptOf, openPlans, shownOf } from "./stored.ts";

const OPEN = { tabId: 7 };
const DOWN = { status: 502, body: "down" } as const;

let world: World;

const open = () => world.ask("tab/open", OPEN);
/** A check has begun, and shows itself. */
const begun = () => world.clock.until(() => shownCheck(world) !== null);
/** Nothing is under way, and nothing was asked. */
const nobodyAsked = async () => {
  await world.clock.pass(10_000);
  expect(world.network.asked()).toEqual([]);
  expect(shownCheck(world)).toBeNull();
};
/** Everything of these sites is answered as told to strangers; a tab stands there already. */
const standing = (parts: Parameters<typeof failingTab>[1] = {}): FakeTab => failingTab(world, parts);

beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", DOWN);
  await world.startWorker();
});
afterEach(() => world.end());

describe("the popup that opens", () => {
  it.each<Method>(["GET", "POST"])("on a failing page begins a check, with its method: %s", async (method) => {
    await world.visit(PAGE, { id: 7, method: method === "POST" ? "POST" : "GET" });
    expect((await open()).standing).toMatchObject({ kind: "failing", incidentId: incidentIn(world, 7)?.id });
    await begun();
    expect(shownCheck(world)).toMatchObject({ url: PAGE, repeatable: method === "GET" });
  });

  it("on a page that failed before anybody looked does not know how that was asked for", async () => {
    standing();
    expect((await open()).standing).toMatchObject({ kind: "failing" });
    expect(incidentIn(world, 7)).toMatchObject({ url: PAGE, noticed: "click", method: "unknown" });
  });

  it("is answered with what it also finds published", async () => {
    standing();
    const view = await open();
    expect(view).toEqual(shownOf(world, 7));
    expect(view.plan).toEqual({ state: "none" });
  });

  it("is answered with the check's own first view, in which every row has its place, before anybody has answered that", async () => {
    world.network.answer("https://shop.example", { ...DOWN, takes: 5_000 });
    standing();
    const before = Date.now();
    const { check } = await open();
    expect(Date.now() - before).toBeLessThan(5_000);
    expect(check).toMatchObject({ url: PAGE, host: "shop.example", status: 502, phase: "checking", finishedAt: null });
    expect(check?.rows.map(({ check: id }) => id).sort()).toEqual([...CHECK_IDS].sort());
    expect((await verdict(world)).id).toBe(check?.id);
  });

  it("is shown the plan that watches its page since before", async () => {
    await world.visit(PAGE, { id: 7 });
    expect((await open()).plan).toMatchObject({ state: "waiting", watching: "page" });
  });

  it("finds a check that runs as far as it has come, and begins no other", async () => {
    standing();
    const { check } = await open();
    await world.clock.until(() => shownCheck(world)?.verdict !== null);
    const again = await open();
    expect(again.check).toMatchObject({ id: check?.id, phase: "checking", verdict: expect.anything() });
    expect((await verdict(world)).id).toBe(check?.id);
  });

  it("begins one check where it asks twice at once", async () => {
    await world.visit(PAGE, { id: 7 });
    const [first, second] = await Promise.all([open(), open()]);
    expect(second.check?.id).toBe(first.check?.id);
    expect((await verdict(world)).id).toBe(first.check?.id);
  });

  it("begins anew the check that a killed worker has left without a verdict", async () => {
    standing();
    const { check } = await open();
    await world.startWorker();
    const again = await open();
    expect(again.check).toMatchObject({ phase: "checking" });
    expect(again.check?.id).not.toBe(check?.id);
    expect((await verdict(world)).id).toBe(again.check?.id);
  });

  it("finds a verdict of a worker that is dead", async () => {
    standing();
    const { id } = await checked(world);
    await world.startWorker();
    expect((await open()).check).toMatchObject({ id, phase: "done" });
  });

  it("shows no check of the page that stood there before", async () => {
    const tab = standing();
    const { id } = await checked(world);
    await world.navigate(tab, "https://shop.example/other");
    const { check } = await open();
    expect(check).toMatchObject({ url: "https://shop.example/other", phase: "checking" });
    expect(check?.id).not.toBe(id);
  });

  it("of no tab says that there is nothing to read, and keeps nothing", async () => {
    for (const type of ["tab/open", "check/again"] as const) {
      const { standing: said } = await world.ask(type, { tabId: Number.NaN });
      expect(said).toEqual({ kind: "unreadable" });
    }
    expect([...world.browser.storage.session.items.keys()].filter((key) => key.startsWith("view:"))).toEqual([]);
  });

  it("has closed tabs forgotten", async () => {
    standing({ id: 8 });
    await checked(world, 8);
    world.browser.tabs.close(world.browser.tabs.of(8));
    standing();
    await open();
    await world.clock.until(() => shownCheck(world, 8) === null);
    expect(keptOf(world, 8)).toBeUndefined();
  });

  it("finds the check that has ended, and begins another only when asked to", async () => {
    standing();
    const { id } = await checked(world);
    await open();
    await world.clock.pass(10_000);
    expect(shownCheck(world)?.id).toBe(id);
    await world.ask("check/again", OPEN);
    await world.clock.until(() => shownCheck(world)?.id !== id);
    expect(await verdict(world)).toMatchObject({ url: PAGE });
  });

  it("on a page that works by now ends the incident as worked", async () => {
    const tab = await world.visit(PAGE, { id: 7 });
    world.network.answer(PAGE, {});
    await world.navigate(tab, PAGE);
    expect((await open()).standing).toMatchObject({ kind: "answered", status: 200, recovered: true });
    expect(keptOf(world, 7)?.leftAt).not.toBeNull();
  });

  it.each([
    ["the browser's own page", "chrome://settings/"],
    ["a file", "file:///etc/hosts"],
  ])("on %s looks at nothing and asks nobody", async (_what, url) => {
    world.browser.tabs.open({ id: 7, url: "about:blank" }).url = url;
    expect((await open()).standing).toEqual({ kind: "unreadable" });
    await nobodyAsked();
  });

  it("on a page that refuses says what it answered, and neither that it works nor that it is back", async () => {
    const tab = await world.visit(PAGE, { id: 7 });
    await world.navigate(tab, "https://shop.example/other");
    world.network.answer(PAGE, { status: 403, body: "no" });
    await world.navigate(tab, PAGE);
    expect((await open()).standing).toEqual({
      kind: "answered",
      host: "shop.example",
      status: 403,
      recovered: false,
      incidentId: null,
      requests: null,
    });
    expect(keptOf(world, 7)).toMatchObject({ leftAt: expect.any(Number), worked: false });
  });

  it.each([403, 429])("on a test for robots that came with %i says so, and asks nobody", async (status) => {
    standing({ status, html: "<script>window._cf_chl_opt={}</script>" });
    expect((await open()).standing).toEqual({ kind: "challenge", host: "shop.example", status });
    await nobodyAsked();
  });

  it("on a limit begins a check, as on a failure", async () => {
    standing({ status: 429 });
    expect((await open()).standing).toMatchObject({ kind: "failing" });
    await begun();
    expect(shownCheck(world)?.status).toBe(429);
  });

  it("on a limit behind the browser's error page hands on the answer that it had to ask for", async () => {
    world.network.answer(PAGE, { status: 429, body: "" });
    standing({ kind: "error-page", status: 429 });
    expect((await open()).standing).toMatchObject({ kind: "failing" });
    await verdict(world);
    expect(askedOfSite(world)).toEqual([PAGE]);
  });

  it("on the browser's error page knows the failure that stands there, and asks nobody", async () => {
    world.network.answer(PAGE, { status: 500, body: "" });
    await world.visit(PAGE, { id: 7 });
    await world.clock.until(() => incidentIn(world, 7) !== undefined);
    const asked = askedOfSite(world).length;
    expect((await open()).standing).toEqual({ kind: "failing", incidentId: incidentIn(world, 7)?.id });
    await world.clock.rest();
    // The check asks, the popup's first word did not wait for it.
    expect(askedOfSite(world).length).toBeLessThanOrEqual(asked + 1);
  });
});

describe("a side panel that is open while the tab moves on before the site has answered", () => {
  beforeEach(() => {
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    world.network.answer("https://shop.example", { status: 504, takes: 3_000 });
  });

  it.each<[string, "error-page" | "silent"]>([
    ["the browser's own page", "error-page"],
    ["a page that was too busy", "silent"],
  ])("tells of the page that stands there by then, and nothing of %s", async (_what, kind) => {
    const tab = standing({ kind });
    tab.isClicked = true;
    const asked = world.browser.runtime.fromPopup("tab/open", { tabId: 7 });
    await world.clock.until(() => world.network.requests.length > 0);
    world.network.answer("https://a.example", {});
    await world.navigate(tab, "https://a.example/");
    expect(await world.clock.done(asked)).toMatchObject({ standing: { kind: "answered", host: "a.example" } });
    expect(tab.badge.text).toBe("");
    expect(incidentIn(world, 7)).toBeUndefined();
  });

  it("leaves a tab alone that moves on again and again", async () => {
    const tab = standing({ kind: "error-page" });
    tab.isClicked = true;
    const asked = world.browser.runtime.fromPopup("tab/open", { tabId: 7 });
    let done = false;
    void Promise.resolve(asked).finally(() => {
      done = true;
    });
    for (let page = 0; !done; page += 1) {
      tab.url = `${PAGE}${page}`;
      await world.clock.pass(1_000);
    }
    expect(await asked).toMatchObject({ standing: { kind: "unreadable" } });
    expect(incidentIn(world, 7)).toBeUndefined();
  });
});

describe("the popup that opens by a click on a page that is too busy to answer", () => {
  const busy = () => {
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    standing({ kind: "silent" }).isClicked = true;
  };

  it("goes by what the site answers, and checks a failing one", async () => {
    busy();
    expect((await open()).standing).toMatchObject({ kind: "failing" });
    expect(await verdict(world)).toMatchObject({ url: PAGE, status: 502, verdict: { side: "server" } });
  });

  it("goes by what is known of the page", async () => {
    const tab = await world.visit(PAGE, { id: 7 });
    const known = incidentIn(world, 7);
    tab.document = standing({ id: 99, kind: "silent" }).document;
    expect((await open()).standing).toEqual({ kind: "failing", incidentId: known?.id });
    expect(incidentIn(world, 7)).toEqual(known);
  });

  it("says that it may not look where the site fails for nobody", async () => {
    world.network.answer("https://shop.example", {});
    busy();
    expect((await open()).standing).toEqual({ kind: "unreadable" });
  });

  it("asks nobody in Firefox, where a click lets nobody ask", async () => {
    world.end();
    world = new World({ firefox: true });
    await world.startWorker();
    busy();
    expect((await open()).standing).toEqual({ kind: "unreadable" });
    expect(world.network.requests).toEqual([]);
  });
});

describe("the popup that opens on a page whose requests fail", () => {
  const API = "https://api.shop.example/items.png";
  const failed = (name: string, times = 1, initiatorType = "img") =>
    Array.from({ length: times }, () => ({ name, responseStatus: 502, initiatorType }));
  const working = (resources: ReturnType<typeof failed>, url = PAGE) => standing({ url, status: 200, resources });

  beforeEach(() => {
    world.network.answer("https://api.shop.example", DOWN);
  });

  it("looks into the host that failed most, and keeps no incident of it", async () => {
    working([...failed(API, 3), ...failed("https://cdn.example/a.js", 1, "script")]);
    expect((await open()).standing).toMatchObject({
      kind: "answered",
      status: 200,
      recovered: false,
      requests: { hosts: [{ host: "api.shop.example", failed: 3 }, { host: "cdn.example" }], origin: null },
    });
    expect(await verdict(world)).toMatchObject({ about: "requests", url: API, status: 502 });
    expect(row(world, "page-requests")?.outcome).toBe("fail");
    expect(keptOf(world, 7)).toBeUndefined();
    expect(openPlans(world)).toEqual([]);
  });

  it("finds its check again for the same load of the page, and begins another for the next", async () => {
    const tab = working(failed(API));
    const { id } = await checked(world);
    await open();
    await world.clock.pass(10_000);
    expect(shownCheck(world)?.id).toBe(id);
    world.browser.tabs.close(tab);
    standing({ status: 200, resources: failed(API), startedAt: Date.now() });
    await open();
    await world.clock.until(() => shownCheck(world)?.id !== id && shownCheck(world) !== null);
    expect(shownCheck(world)?.about).toBe("requests");
  });

  it("takes a request of the page's program for one that may have done something", async () => {
    working(failed(API, 1, "fetch"));
    await checked(world);
    expect(world.network.asked().filter((url) => url === API)).toEqual([]);
    expect(world.network.asked()).toContain("https://api.shop.example/");
  });

  it("without a grant asks the page's own origin, and for any other the leave first", async () => {
    world.browser.permissions.revoke({ origins: ["<all_urls>"] });
    const own = working(failed("https://shop.example/api.png"));
    own.isClicked = true;
    expect((await open()).standing).toMatchObject({ requests: { origin: null } });
    await verdict(world);
    world.browser.tabs.close(own);
    working(failed(API)).isClicked = true;
    const asked = world.network.asked().length;
    expect((await open()).standing).toMatchObject({ incidentId: null, requests: { origin: "*://api.shop.example/*" } });
    await world.clock.pass(10_000);
    expect(world.network.asked()).toHaveLength(asked);
  });

  it.each(["http://192.168.1.1/reboot.png", "http://localhost:3000/api.png", "http://nas/x.png"])(
    "never has a page of the internet lead it into the user's own network: %s",
    async (url) => {
      working(failed(url, 3));
      expect((await open()).standing).toMatchObject({
        incidentId: null,
        requests: { hosts: [{ failed: 3 }], origin: null },
      });
      await nobodyAsked();
    },
  );

  it("takes the check back when the page is loaded anew and all is well", async () => {
    const tab = working(failed(API));
    await checked(world);
    world.network.answer(PAGE, {});
    await world.navigate(tab, PAGE);
    await open();
    expect(shownCheck(world)).toBeNull();
  });
});

describe("a page of which the browser reached nobody", () => {
  beforeEach(() => {
    world.network.answer("https://shop.example", { isRefused: true });
  });
  /** Firefox's error page cannot be told from a page of the browser's own. */
  const inFirefox = async () => {
    world.end();
    world = new World({ firefox: true });
    world.network.answer("https://shop.example", { isRefused: true });
    await world.startWorker();
  };

  it("can be tried on, and watched, once the popup has looked; of one that may be a form the front page is", async () => {
    await inFirefox();
    standing({ kind: "error-page", status: 0 });
    expect((await open()).standing).toMatchObject({ kind: "no-answer", answersNow: false });
    expect(shownCheck(world)).toBeNull();
    expect(incidentIn(world, 7)).toMatchObject({ url: PAGE, status: null, method: "unknown" });
    await world.ask("retry/keep", OPEN);
    expect(openPlans(world)).toMatchObject([{ url: PAGE, target: "https://shop.example/", touchesTab: false }]);
    await world.ask("retry/watch", OPEN);
    expect(openPlans(world)).toHaveLength(2);
  });

  it("is known better where Firefox has told of it", async () => {
    await inFirefox();
    await world.visit(PAGE, { id: 7 });
    await world.clock.until(() => incidentIn(world, 7) !== undefined);
    const before = incidentIn(world, 7);
    expect((await open()).standing).toMatchObject({ kind: "no-answer" });
    expect(incidentIn(world, 7)).toEqual(before);
    expect(before).toMatchObject({ noticed: "error-page", method: "GET" });
  });

  it("that works only once is asked for by nobody: the front page is", async () => {
    await inFirefox();
    standing({ kind: "error-page", status: 0, url: "https://shop.example/confirmEmail?key=9f8e7d" });
    await open();
    expect(askedOfSite(world)).toEqual(["https://shop.example/"]);
  });

  it("that came from a form is asked for by nobody: the front page is", async () => {
    await inFirefox();
    await world.visit(PAGE, { id: 7, method: "POST" });
    await world.clock.pass(1_000);
    const asked = askedOfSite(world).length;
    await open();
    expect(askedOfSite(world).slice(asked)).toEqual(["https://shop.example/"]);
  });

  it("can be loaded again where the site answers by now", async () => {
    standing({ kind: "error-page", status: 0 });
    world.network.answer("https://shop.example", {});
    expect((await open()).standing).toMatchObject({ kind: "no-answer", answersNow: true });
  });

  it.each(["http://localhost:3000/", "http://192.168.1.5/", "http://nas/", "http://printer.local/"])(
    "asks nobody but the site where that is no site of the internet: %s",
    async (url) => {
      world.network.answer(new URL(url).origin, { isRefused: true });
      standing({ kind: "error-page", status: 0, url });
      expect((await open()).standing).toMatchObject({ kind: "no-answer", network: "unknown", answersNow: false });
      await world.clock.pass(10_000);
      expect(world.network.asked()).toEqual([url]);
    },
  );

  it("has the way to the internet looked at where that leads to the site", async () => {
    standing({ kind: "error-page", status: 0 });
    await open();
    expect(world.network.asked()).toContain("https://www.gstatic.com/generate_204");
  });

  it("is not said to answer where Chromium has held the request back: that is no evidence", async () => {
    world.network.answer("https://shop.example", { status: 503, body: "down" });
    standing({ status: 503 });
    await checked(world);
    standing({ id: 8, kind: "error-page", status: 0 });
    const asked = askedOfSite(world).length;
    expect((await world.ask("tab/open", { tabId: 8 })).standing).toMatchObject({
      kind: "no-answer",
      answersNow: false,
    });
    expect(askedOfSite(world)).toHaveLength(asked);
  });

  it("may be a download, where the site answers and nobody told of it", async () => {
    await inFirefox();
    standing({ kind: "error-page", status: 0 });
    world.network.answer("https://shop.example", {});
    expect((await open()).standing).toEqual({ kind: "unreadable" });
  });

  it("leaves nothing behind in a private window", async () => {
    await inFirefox();
    standing({ kind: "error-page", status: 0, incognito: true });
    await open();
    expect(keptOf(world, 7)).toBeUndefined();
  });
});
