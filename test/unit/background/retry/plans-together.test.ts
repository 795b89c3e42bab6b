import { afterEach, beforeEach, describe, expect, it, type Mock, vi } from "vitest";
import { incident, NOW, plan, URL_ASKED } from "../given.ts";
import { FAILED_AT, MINUTE, PlanWorld } from "./plan-world.ts";

let world: PlanWorld;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new PlanWorld();
});
afterEach(() => world.end());

const DUE = plan({ name: "waiting", due: NOW, next: "probe" });

describe("a plan whose site a check asks", () => {
  it("waits until the last check of its tab has ended, and goes on then", async () => {
    world.failing();
    await world.wake();
    const driver = await world.driver();
    driver.pause(7);
    driver.pause(7);
    await driver.start(incident({ id: "plan-1" }), { isProtected: false, floor: null });
    await world.clock.pass(MINUTE);
    await driver.unpause(7);
    await world.clock.pass(MINUTE);
    expect(world.network.asked()).toEqual([]);
    await driver.unpause(7);
    await world.clock.until(() => world.network.asked().length === 1, 1_000);
  });
});

describe("a plan that ends while its request is under way", () => {
  it("says so at once, and no late answer hides what has begun in its tab since", async () => {
    const tab = world.failing();
    world.store(DUE);
    world.network.answer(URL_ASKED, { status: 502, takes: 10_000 });
    world.network.answer("https://other.example", { status: 502 });
    await world.wake();
    expect(world.network.asked()).toEqual([URL_ASKED]);
    await world.navigate(tab, "https://other.example/");
    expect(world.ended).toMatchObject([{ id: "plan-1", state: { reason: "left" } }]);
    await world.clock.pass(15_000);
    expect(world.view()).toMatchObject({ state: expect.stringMatching(/waiting|trying/) });
    expect(Object.values(world.plans)).toMatchObject([{ url: "https://other.example/" }]);
  });
});

describe("a plan that the user stops", () => {
  /** They press Stop while the browser runs the script in the page that stands at this place. */
  function stopAtScript(place: number): void {
    const { api } = world.browser.scripting;
    const usual = api.executeScript;
    let scripts = 0;
    vi.spyOn(api, "executeScript").mockImplementation(async (asked) => {
      scripts += 1;
      if (scripts === place) await world.browser.runtime.fromPopup("retry/stop", { tabId: 7 });
      return usual(asked);
    });
  }

  it.each([1, 2, 3, 4])("loads no tab, though its load was being prepared with script %i", async (place) => {
    world.failing();
    world.network.answer(URL_ASKED, {});
    world.store(plan({ name: "waiting", due: NOW, next: "reload" }));
    stopAtScript(place);
    await world.wake();
    await world.untilOver();
    await world.clock.pass(MINUTE);
    expect(world.network.asked("tab")).toEqual([]);
    expect(world.ended).toMatchObject([{ id: "plan-1", state: { reason: "stopped" } }]);
  });

  it("asks nobody, though its tab was being looked at for the request", async () => {
    world.failing();
    world.store(DUE);
    stopAtScript(1);
    await world.wake();
    await world.untilOver();
    await world.clock.pass(MINUTE);
    expect(world.network.requests).toEqual([]);
    expect(world.ended).toMatchObject([{ id: "plan-1", state: { reason: "stopped" } }]);
  });
});

describe("a page that turns out to be another than was thought while its plan's request is under way", () => {
  const FRONT_PAGE = "https://shop.example/";
  /** Longer than it takes to the next try. */
  const SLOW_MS = 20_000;

  beforeEach(async () => {
    await world.startWorker("startup");
  });

  it("is not told as back by the answer of before, where a form has been sent since", async () => {
    // The page works for strangers, the form fails, and so does the front page.
    world.network.answer("https://shop.example", ({ by }) => (by === "tab" ? { status: 502 } : { takes: SLOW_MS }));
    world.network.answer(FRONT_PAGE, { status: 503 });
    const tab = await world.visit(URL_ASKED);
    await world.clock.until(() => world.network.asked().length === 1);
    await world.navigate(tab, URL_ASKED, { method: "POST" });
    const loads = world.network.asked("tab").length;
    await world.clock.until(() => world.network.asked().length === 2, 4 * MINUTE);
    expect(world.network.asked()).toEqual([URL_ASKED, FRONT_PAGE]);
    await world.clock.pass(1_000);
    expect(world.network.asked("tab")).toHaveLength(loads);
    expect(Object.values(world.plans)).toMatchObject([{ target: FRONT_PAGE, touchesTab: false, targetFailed: true }]);
    expect(world.said).toEqual([]);
  });

  it("is not loaded by the answer of the front page, where it came by its address", async () => {
    world.network.answer("https://shop.example", { status: 502 });
    world.network.answer(FRONT_PAGE, { takes: SLOW_MS });
    const tab = await world.visit(URL_ASKED, { method: "POST" });
    await world.clock.until(() => world.network.asked().length === 1);
    await world.navigate(tab, URL_ASKED);
    const loads = world.network.asked("tab").length;
    await world.clock.until(() => world.network.asked().length === 2, 4 * MINUTE);
    expect(world.network.asked()).toEqual([FRONT_PAGE, URL_ASKED]);
    await world.clock.pass(1_000);
    expect(world.network.asked("tab")).toHaveLength(loads);
    expect(Object.values(world.plans)).toMatchObject([{ target: URL_ASKED, touchesTab: true }]);
  });
});

describe("a plan that is due while others of its worker are at work", () => {
  beforeEach(() => {
    world.failing();
    world.store(DUE);
  });

  it("is asked for once when tick meets tick", async () => {
    await world.startWorker("startup");
    const driver = await world.driver();
    await Promise.all([world.clock.pass(30), driver.tick(), driver.tick(), driver.tick()]);
    expect(world.network.asked()).toEqual([URL_ASKED]);
    await world.clock.pass(2_000);
    expect(world.network.asked()).toEqual([URL_ASKED]);
    expect(world.plan()).toMatchObject({ attempts: 4 });
  });

  /** Holds one call of an API up until it is let go. */
  function holdUp(api: object, name: string): { readonly call: Mock; letGo(): void } {
    const usual = (api as Record<string, (...args: unknown[]) => unknown>)[name];
    let letGo = (): void => undefined;
    const held = new Promise<void>((go) => {
      letGo = go;
    });
    const call = vi.spyOn(api as Record<string, (...args: unknown[]) => unknown>, name);
    call.mockClear().mockImplementationOnce(async (...args) => {
      await held;
      return usual?.(...args);
    });
    return { call, letGo };
  }

  it("is not taken for lost by a tick between its being written and its being sent", async () => {
    // A view is published right after the plan is written.
    const { call, letGo } = holdUp(world.browser.storage.session, "set");
    await world.wake();
    expect(call).toHaveBeenCalledOnce();
    expect(world.plan()?.state).toMatchObject({ name: "probing" });
    await (await world.driver()).tick();
    expect(world.plan()?.state).toMatchObject({ name: "probing" });
    letGo();
    await world.clock.pass(2_000);
    expect(world.network.asked()).toEqual([URL_ASKED]);
  });

  it("is not taken for lost by a tick between its answer and what follows from that", async () => {
    world.network.answer(URL_ASKED, {});
    await world.wake();
    expect(world.network.asked()).toEqual([URL_ASKED]);
    // Asked for once the answer has come.
    const { call, letGo } = holdUp(world.browser.tabs.api, "query");
    await world.clock.until(() => call.mock.calls.length > 0);
    await (await world.driver()).tick();
    expect(world.plan()?.state).toMatchObject({ name: "probing" });
    letGo();
    await world.untilOver();
    expect(world.network.asked("tab")).toEqual([URL_ASKED]);
    expect(world.said).toEqual(["notify_recovered_title"]);
  });
});

describe("two pages of one site whose ends are told in the same moment", () => {
  it("are said once, and are one outage", async () => {
    const state = { name: "closed", at: NOW, reason: "recovered", told: false } as const;
    for (const id of [7, 8]) world.failing({ id, status: 200, startedAt: NOW });
    world.store(...[7, 8].map((tabId) => plan(state, { id: `plan-${tabId}`, tabId, createdAt: FAILED_AT })));
    await world.wake();
    expect(world.plans).toEqual({});
    expect(world.said).toEqual(["notify_recovered_title"]);
    expect(world.browser.storage.local.items.get("outages")).toMatchObject({
      value: [{ outages: [{ seconds: 600 }] }],
    });
  });
});

describe("plans of one site", () => {
  const page = (id: number) => ({ id: `plan-${id}`, tabId: id, url: `${URL_ASKED}${id}`, target: `${URL_ASKED}${id}` });

  it("are fed by one request", async () => {
    world.failing();
    world.failing({ id: 8, url: `${URL_ASKED}8` });
    world.network.answer(URL_ASKED, { status: 503, headers: { "retry-after": "60" } });
    world.store(DUE, { ...DUE, ...page(8), attempts: 9 });
    await world.wake();
    await world.clock.pass(50_000);
    expect(world.network.asked()).toEqual([URL_ASKED]);
    const { state } = world.plan() ?? DUE;
    expect(world.plan("plan-8")).toMatchObject({ floor: NOW + 40 + MINUTE, attempts: 9 });
    expect(world.plan("plan-8")?.state).toMatchObject({ due: state.name === "waiting" && state.due });
  });

  it.each(["probe", "reload"] as const)(
    "that slept past their deadlines take turns like any others: %s",
    async (next) => {
      const pages = [1, 2, 3].map(page);
      const state = {
        name: "waiting",
        since: NOW - 540 * MINUTE,
        due: NOW - 480 * MINUTE,
        next,
        after: "sibling",
      } as const;
      for (const { tabId, url } of pages) world.failing({ id: tabId, url });
      world.store(
        ...pages.map((parts) => plan(state, { ...parts, createdAt: NOW - 600 * MINUTE, deadline: NOW - 60 * MINUTE })),
      );
      let most = 0;
      const underWay = new Set<object>();
      world.network.answer("https://shop.example", (request) => {
        underWay.add(request);
        most = Math.max(most, underWay.size);
        world.clock.later(5_000, () => underWay.delete(request));
        return { takes: 5_000 };
      });
      await world.wake();
      await world.clock.until(() => world.ended.length === 3, 2 * MINUTE);
      expect(new Set(world.network.asked("tab"))).toEqual(new Set(pages.map(({ url }) => url)));
      expect(world.network.asked("tab")).toHaveLength(3);
      expect(most).toBe(1);
    },
  );
});
