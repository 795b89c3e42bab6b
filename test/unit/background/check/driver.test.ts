import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOW, World } from "../../../fakes/world.ts";
import { stored } from "../stored.ts";
import { askedOfSite, checked, FRONT_PAGE, failingTab, OTHER_PAGE, PAGE, row, shownCheck, verdict } from "./given.ts";

const OPEN = { tabId: 7 };
const RELOAD = { tabId: 7, pastCache: false };
/** After every check of a site that answers in time. */
const CHECKED_MS = 10_000;

let world: World;

beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "down" });
  await world.startWorker();
});
afterEach(() => world.end());

describe("a check", () => {
  it("shows itself at once, and its verdict in the end", async () => {
    failingTab(world);
    await world.ask("tab/open", OPEN);
    await world.clock.rest();
    expect(shownCheck(world)).toMatchObject({ phase: "checking", url: PAGE });
    expect(await verdict(world)).toMatchObject({ phase: "done", verdict: { side: "server" } });
  });

  it("asks for the page four times, and once for the front page", async () => {
    failingTab(world);
    await checked(world);
    expect(askedOfSite(world)).toEqual([PAGE, FRONT_PAGE, PAGE, PAGE, PAGE]);
  });

  it("reads the page in the tab, and asks twice through the worker that answered for it", async () => {
    failingTab(world, { workerStart: 5, controlled: true, html: "<center>nginx</center>" });
    expect((await checked(world)).details.gatewayFamily).toBe("nginx");
    expect(world.network.asked("page")).toEqual([PAGE, PAGE]);
    expect(askedOfSite(world)).toEqual([PAGE, PAGE, PAGE, PAGE]);
    expect(row(world, "page-worker")?.outcome).toBe("pass");
  });

  it("takes no word of a page that the site's own worker made up, and asks past it and for the way", async () => {
    world.network.answer("https://www.gstatic.com", { status: 204 });
    failingTab(world, { workerStart: 5, deliveryType: "cache", controlled: true, html: "<center>cloudflare</center>" });
    expect((await checked(world)).details.gatewayFamily).toBeNull();
    expect(askedOfSite(world)).toEqual([PAGE, PAGE, PAGE, PAGE]);
    expect(world.network.asked()).toContain("https://www.gstatic.com/generate_204");
    expect(row(world, "gateway")?.says.key).toBe("check_gateway_page_worker");
  });

  it("asks for the way to the internet where the page has not proven it", async () => {
    world.network.answer("http://shop.example", { status: 502, body: "down" });
    world.network.answer("https://www.gstatic.com", { status: 204 });
    failingTab(world, { url: "http://shop.example/cart" });
    await checked(world);
    expect(world.network.asked()).toContain("https://www.gstatic.com/generate_204");
    expect(row(world, "connection")).toMatchObject({ outcome: "pass", says: { key: "check_connection_works" } });
  });

  it("asks a limited site nothing where the popup has just been answered", async () => {
    world.network.answer(PAGE, { status: 429, headers: { "retry-after": "120" }, body: "" });
    failingTab(world, { kind: "error-page", status: 429 });
    const view = await checked(world);
    expect(askedOfSite(world)).toEqual([PAGE]);
    expect(view).toMatchObject({
      retryAfter: expect.any(Number),
      verdict: { side: "unsure", cause: "blocked-address" },
    });
  });

  it("looks into requests of a page that loaded, reads nothing in it, and never loads it again", async () => {
    const API = "https://shop.example/api/items.png";
    world.network.answer(PAGE, {});
    const resources = [{ name: API, responseStatus: 502, initiatorType: "img" }];
    const tab = failingTab(world, { status: 200, resources });
    const view = await checked(world);
    expect(view).toMatchObject({ about: "requests", url: API });
    expect(row(world, "page-requests")?.outcome).toBe("fail");
    expect(askedOfSite(world).filter((url) => url === API)).toHaveLength(4);
    expect(world.network.asked("tab")).toEqual([]);
    expect(tab.document?.status).toBe(200);
  });

  it("ends in time with a verdict when nobody answers", async () => {
    world.network.answer("https://shop.example", { takes: Number.POSITIVE_INFINITY });
    failingTab(world);
    await world.ask("tab/open", OPEN);
    const began = Date.now();
    await verdict(world);
    expect(Date.now() - began).toBeGreaterThan(25_000);
    expect(Date.now() - began).toBeLessThanOrEqual(28_000);
  });

  it("loses a view that cannot be stored, and only that one", async () => {
    failingTab(world);
    await world.ask("tab/open", OPEN);
    world.browser.storage.session.set.mockRejectedValueOnce(new Error("QUOTA_BYTES quota exceeded"));
    expect(await verdict(world)).toMatchObject({ verdict: { side: "server" } });
  });

  it("that cannot be kept is shown all the same", async () => {
    failingTab(world);
    const { set } = world.browser.storage.session;
    const write = set.getMockImplementation();
    set.mockImplementation(async (values) => {
      if ("finished-checks" in values) throw new Error("QUOTA_BYTES quota exceeded");
      await write?.(values);
    });
    expect(await checked(world)).toMatchObject({ phase: "done" });
  });

  it("asks and says nothing more once a newer one of its tab has begun", async () => {
    failingTab(world);
    await world.ask("tab/open", OPEN);
    await world.clock.pass(500);
    const old = shownCheck(world);
    const before = askedOfSite(world).length;
    await world.ask("check/again", OPEN);
    const young = await verdict(world);
    await world.clock.pass(30_000);
    expect(before).toBe(2);
    expect(askedOfSite(world)).toHaveLength(before + 5);
    expect(young.id).not.toBe(old?.id);
    expect(shownCheck(world)).toEqual(young);
  });

  it("goes on beside a check of another tab", async () => {
    failingTab(world);
    failingTab(world, { id: 8, url: OTHER_PAGE });
    await world.ask("tab/open", OPEN);
    await world.ask("tab/open", { tabId: 8 });
    expect([await verdict(world), await verdict(world, 8)]).toMatchObject([{ url: PAGE }, { url: OTHER_PAGE }]);
  });

  it("says nothing more once its tab shows something else", async () => {
    const tab = failingTab(world);
    await world.ask("tab/open", OPEN);
    world.network.answer(OTHER_PAGE, {});
    await world.navigate(tab, OTHER_PAGE);
    await world.ask("tab/open", OPEN);
    await world.clock.pass(CHECKED_MS);
    expect(shownCheck(world)).toBeNull();
    expect(stored(world, "session", "finished-checks") ?? {}).toEqual({});
  });
});

describe("the popup that opens again", () => {
  it("finds the check that runs, and the verdict, without another check", async () => {
    failingTab(world);
    await world.ask("tab/open", OPEN);
    await world.clock.pass(2_000);
    const running = shownCheck(world)?.id;
    await world.ask("tab/open", OPEN);
    expect((await verdict(world)).id).toBe(running);
    await world.ask("tab/open", OPEN);
    await world.clock.pass(CHECKED_MS);
    expect(shownCheck(world)?.id).toBe(running);
    expect(askedOfSite(world)).toHaveLength(5);
  });

  it("finds the verdict of a worker that is dead, and begins anew what that left without one", async () => {
    failingTab(world);
    failingTab(world, { id: 8, url: OTHER_PAGE });
    const ended = await checked(world);
    await world.ask("tab/open", { tabId: 8 });
    await world.clock.pass(2_000);
    const lost = shownCheck(world, 8)?.id;
    await world.startWorker();
    await world.ask("tab/open", OPEN);
    await world.ask("tab/open", { tabId: 8 });
    expect((await verdict(world, 8)).id).not.toBe(lost);
    expect(shownCheck(world)?.id).toBe(ended.id);
  });

  it("begins anew for a page that has failed anew since", async () => {
    const tab = failingTab(world);
    const first = await checked(world);
    await world.clock.pass(1_000);
    await world.navigate(tab, PAGE);
    await world.ask("tab/open", OPEN);
    await world.clock.until(() => shownCheck(world)?.id !== first.id);
    expect(await verdict(world)).toMatchObject({ phase: "done", verdict: { side: "server" } });
  });
});

describe("a verdict", () => {
  const reload = () => world.ask("tab/reload", RELOAD);

  it.each([
    ["in the worker that came to it", false],
    ["in a worker born since", true],
  ])("takes in what the user's reload shows, for a minute, without asking the site: %s", async (_where, isReborn) => {
    failingTab(world);
    const { id } = await checked(world);
    if (isReborn) await world.startWorker();
    const asked = askedOfSite(world).length;
    await reload();
    expect(shownCheck(world)).toMatchObject({ id, phase: "done" });
    expect(askedOfSite(world)).toHaveLength(asked);
    await world.clock.pass(60_000);
    await reload();
    expect(await verdict(world)).toMatchObject({ phase: "done" });
    expect(shownCheck(world)?.id).not.toBe(id);
  });

  it("is open again while the page loads", async () => {
    failingTab(world);
    const { id } = await checked(world);
    world.network.answer(PAGE, { status: 502, body: "down", takes: 15000 });
    const done = world.browser.runtime.fromPopup("tab/reload", RELOAD);
    await world.clock.pass(1_000);
    expect(shownCheck(world)).toMatchObject({ id, phase: "checking", finishedAt: null });
    await world.clock.done(done);
    expect(shownCheck(world)).toMatchObject({ id, phase: "done" });
  });

  it("is kept of twenty tabs, the newest, by the worker as well as for the next", async () => {
    for (let tabId = 0; tabId <= 20; tabId += 1) {
      failingTab(world, { id: tabId, url: `https://shop${tabId}.example/` });
      world.network.answer(`https://shop${tabId}.example`, { status: 502, body: "down" });
    }
    for (let tabId = 0; tabId <= 20; tabId += 1) await checked(world, tabId);
    const { checks } = await import("../../../../src/background/check/driver.ts");
    expect([await checks.in(0), (await checks.in(1))?.incident.tabId]).toEqual([null, 1]);
    await world.startWorker();
    const { checks: next } = await import("../../../../src/background/check/driver.ts");
    expect([await next.in(0), (await next.in(1))?.incident.tabId]).toEqual([null, 1]);
  });

  it("is kept without the text of answers that no check reads", async () => {
    world.network.answer("https://shop.example", { status: 502, body: "x".repeat(16_000) });
    failingTab(world);
    await checked(world);
    expect(JSON.stringify(stored(world, "session", "finished-checks")).length).toBeLessThan(20_000);
  });

  it("is kept only as far as all together stay below 1 MB, the newest first", async () => {
    const body = "\u0001".repeat(16_000);
    for (let tabId = 1; tabId <= 20; tabId += 1) {
      failingTab(world, { id: tabId, url: `https://shop${tabId}.example/`, html: body });
      world.network.answer(`https://shop${tabId}.example`, { status: 502, body });
      await checked(world, tabId);
    }
    const kept = stored<object>(world, "session", "finished-checks") ?? {};
    expect(JSON.stringify(kept).length).toBeLessThan(1024 * 1024);
    expect(Object.keys(kept)).toContain("20");
    expect(Object.keys(kept)).not.toContain("1");
  });

  it("is not kept of a private window, nor is an earlier one of its tab", async () => {
    const tab = failingTab(world, { html: "open" });
    await checked(world);
    expect(JSON.stringify([...world.browser.storage.session.items])).toContain("open");
    world.browser.tabs.close(tab);
    failingTab(world, { incognito: true, html: "secret", startedAt: Date.now() + 1 });
    await world.ask("check/again", OPEN);
    expect(await verdict(world)).toMatchObject({ phase: "done" });
    expect(JSON.stringify(stored(world, "session", "finished-checks") ?? {})).not.toMatch(/open|secret/);
  });

  it("is lost where garbage is stored, and the next check begins", async () => {
    failingTab(world);
    const { id } = await checked(world);
    world.browser.storage.session.items.set("finished-checks", { version: 1, value: { 7: { id: 7 } } });
    await world.startWorker();
    await reload();
    expect((await verdict(world)).id).not.toBe(id);
  });
});

describe("the plan of a page that is checked", () => {
  const attempts = () => {
    const plans = stored<Record<string, { attempts: number; cause?: string }>>(world, "local", "retry-plans") ?? {};
    return Object.values(plans)[0];
  };

  it("asks nothing meanwhile, and goes on after it, with the cause of the verdict", async () => {
    world.network.answer(PAGE, { status: 503, headers: { server: "nginx" }, body: "down" });
    const tab = await world.visit(PAGE);
    await world.ask("tab/open", { tabId: tab.id });
    await verdict(world, tab.id);
    expect(attempts()).toMatchObject({ attempts: 0, cause: shownCheck(world, tab.id)?.verdict?.cause });
    await world.clock.until(() => (attempts()?.attempts ?? 0) > 0);
  });

  it("is free again, and the verdict there, when something breaks", async () => {
    const tab = await world.visit(PAGE);
    world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: "down" } : {}));
    await world.ask("tab/open", { tabId: tab.id });
    world.browser.storage.local.isFull = true;
    expect(await verdict(world, tab.id)).toMatchObject({ verdict: { side: "unsure" } });
    expect(console.warn).toHaveBeenCalledWith(expect.stringContaining("could not ask"), "plan", expect.anything());
    world.browser.storage.local.isFull = false;
    await world.clock.until(() => (attempts()?.attempts ?? 0) > 0);
  });

  it("loads the tab once strangers are served, and the check says that the page is back when it is", async () => {
    const tab = await world.visit(PAGE);
    world.network.answer(PAGE, {});
    await world.ask("tab/open", { tabId: tab.id });
    const view = await verdict(world, tab.id);
    expect(tab.document?.status).toBe(200);
    expect(view.rows.find(({ check }) => check === "retry")?.says.key).toBe("check_retry_back");
    expect(view.verdict).toMatchObject({ side: "server", cause: "transient" });
  });

  it.each([
    ["still fails in it", 502, "check_cookies_only_with"],
    ["is refused in it", 403, "check_cookies_reload_open"],
    ["is not found in it", 404, "check_cookies_reload_open"],
  ])("loads the tab, and the check says no more than that the page %s", async (_what, status, says) => {
    const tab = await world.visit(PAGE);
    world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status, body: "no" } : {}));
    await world.ask("tab/open", { tabId: tab.id });
    const view = await verdict(world, tab.id);
    expect(world.network.asked("tab")).toEqual([PAGE, PAGE]);
    expect(view.rows.find(({ check }) => check === "cookies")?.says.key).toBe(says);
    expect(view.verdict?.side).toBe("unsure");
  });

  it("does not load the tab while the site fails for strangers too", async () => {
    const tab = await world.visit(PAGE);
    await world.ask("tab/open", { tabId: tab.id });
    await verdict(world, tab.id);
    expect(world.network.asked("tab")).toEqual([PAGE]);
  });

  it("counts a load of its own that failed a moment ago, for a stranger had been served then", async () => {
    const tab = await world.visit(PAGE);
    world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: "down" } : {}));
    await world.clock.until(() => world.network.asked("tab").length === 2);
    await world.clock.pass(2_000);
    await world.ask("tab/open", { tabId: tab.id });
    const view = await verdict(world, tab.id);
    expect(world.network.asked("tab")).toHaveLength(2);
    expect(view.rows.find(({ check }) => check === "cookies")?.says.key).toBe("check_cookies_only_with");
  });

  it.each([
    ["asks as the check begins, and", 2_000, 1],
    ["loads the tab as the check begins, which", 0, 2],
  ])("counts a load of its own that it has under way: it %s fails again", async (_what, takes, loads) => {
    const tab = await world.visit(PAGE);
    world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: "down", takes: 15000 } : { takes }));
    const seen = () => world.network.asked("tab").length === loads && world.network.asked("worker").length > 0;
    await world.clock.until(seen);
    await world.ask("tab/open", { tabId: tab.id });
    const view = await verdict(world, tab.id);
    expect(world.network.asked("tab")).toHaveLength(2);
    expect(view.rows.find(({ check }) => check === "cookies")?.says.key).toBe("check_cookies_only_with");
    expect(view.verdict?.side).toBe("unsure");
  });
});

it("a load of a plan that began after the check settles what that left open: the page fails in this tab alone", async () => {
  const tab = failingTab(world, { startedAt: Date.now(), serverTiming: ["faultline-get"] });
  world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: "down" } : {}));
  expect((await checked(world)).verdict).toMatchObject({ side: "unsure", action: "reload" });
  // The page was too busy to say so before.
  await world.clock.done(world.browser.runtime.fromPage(tab, PAGE, "page/failed", tab.document?.failure() ?? {}));
  await world.clock.until(() => row(world, "cookies")?.says.key === "check_cookies_only_with");
  expect(world.network.asked("tab")).toEqual([PAGE]);
  expect(shownCheck(world)).toMatchObject({ phase: "done", verdict: { side: "unsure" } });
  expect(shownCheck(world)?.verdict?.action).not.toBe("reload");
});

it("a load of a plan says nothing to a check whose strangers had failed: the next opening looks anew", async () => {
  const tab = await world.visit(PAGE);
  const { id, finishedAt } = await checked(world, tab.id);
  world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: "down" } : {}));
  await world.clock.until(() => world.network.asked("tab").length === 2);
  await world.clock.pass(3_000);
  expect(shownCheck(world, tab.id)).toMatchObject({ id, finishedAt, verdict: { side: "server" } });
  expect((await checked(world, tab.id)).id).not.toBe(id);
  expect(shownCheck(world, tab.id)?.verdict?.side).toBe("unsure");
});

it("a check whose plan has loaded the tab while it asked is found again", async () => {
  const tab = await world.visit(PAGE);
  world.network.answer(PAGE, ({ by }) => (by === "tab" ? { status: 502, body: "down" } : {}));
  const { id } = await checked(world, tab.id);
  const asked = world.network.asked().length;
  await world.ask("tab/open", { tabId: tab.id });
  expect(shownCheck(world, tab.id)).toMatchObject({ id, phase: "done" });
  expect(world.network.asked()).toHaveLength(asked);
});

it("a page without a plan is not loaded by itself: the check offers that step", async () => {
  failingTab(world);
  world.network.answer(PAGE, {});
  expect((await checked(world)).verdict).toMatchObject({ side: "unsure", action: "reload" });
  expect(world.network.asked("tab")).toEqual([]);
  expect(Date.now()).toBeGreaterThan(NOW);
});
