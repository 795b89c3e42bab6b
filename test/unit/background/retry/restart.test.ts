import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RetryPlan } from "../../../../src/core/retry/plan.ts";
import { NOW, plan, URL_ASKED } from "../given.ts";
import { MINUTE, PlanWorld } from "./plan-world.ts";

let world: PlanWorld;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new PlanWorld();
  world.network.answer("https://shop.example", { status: 502 });
});
afterEach(() => world.end());

const DUE = plan({ name: "waiting", due: NOW, next: "probe" });
const LATER = plan({ name: "waiting", due: NOW + MINUTE, next: "probe" });
const plans = (): RetryPlan[] => Object.values(world.plans);

describe("plans after a restart of the browser", () => {
  /** The browser is new: no tab has come yet. */
  const forgetSession = () => world.browser.storage.session.items.clear();
  const came = (id: number) => world.failing({ id });

  it("wait for their tabs, which have other ids and come one by one, and ask nothing meanwhile", async () => {
    world.store(DUE);
    forgetSession();
    await world.wake();
    expect(world.plan()).toMatchObject({ searching: NOW, state: { name: "waiting" } });
    await world.clock.pass(1_000);
    expect(world.network.requests).toEqual([]);
    came(70);
    await world.clock.until(() => world.network.asked().length === 1, 5_000);
    expect(world.plan()).toMatchObject({ tabId: 70, searching: null });
  });

  it("find a tab each where two show the same page, and keep it when the page fails there", async () => {
    world.store(DUE, { ...DUE, id: "plan-2", tabId: 8 });
    const tabs = [70, 71].map(came);
    forgetSession();
    await world.wake();
    const ids = () =>
      plans()
        .map(({ tabId }) => tabId)
        .sort();
    expect(ids()).toEqual([70, 71]);
    if (tabs[0]) await world.navigate(tabs[0], URL_ASKED);
    expect(ids()).toEqual([70, 71]);
  });

  it("are taken up by the page that fails again in its new tab", async () => {
    world.store({ ...LATER, attempts: 9 });
    forgetSession();
    await world.wake();
    const tab = await world.visit(URL_ASKED);
    expect(plans()).toMatchObject([{ tabId: tab.id, attempts: 9, searching: null }]);
    expect(world.plan()).toBeUndefined();
  });

  it("are not lost to another page that fails under the old id of their tab before the worker has seen to them", async () => {
    world.store(LATER);
    forgetSession();
    world.network.answer("https://other.example", { status: 502 });
    came(70);
    // The history, which is tidied first, is read late.
    const { local } = world.browser.storage;
    const usual = local.get.getMockImplementation();
    let isFirst = true;
    local.get.mockImplementation(async (key) => {
      const isLate = key === "outages" && isFirst;
      if (isLate) isFirst = false;
      if (isLate) await new Promise<void>((go) => world.clock.later(1_000, go));
      return usual?.(key) ?? {};
    });
    await world.startWorker("startup");
    const tab = world.browser.tabs.open({ id: 7 });
    await world.navigate(tab, "https://other.example/");
    await world.clock.pass(5_000);
    expect(plans()).toMatchObject([
      { id: "plan-1", tabId: 70, searching: null },
      { url: "https://other.example/", tabId: 7 },
    ]);
  });

  it("do not take a tab for theirs that bears the id of their tab, and shows nothing yet", async () => {
    world.store(LATER);
    const tab = world.browser.tabs.open({ id: 7 });
    tab.status = "loading";
    forgetSession();
    await world.wake();
    expect(world.plan()).toMatchObject({ searching: NOW });
    came(70);
    await world.clock.pass(3_000);
    expect(world.plan()).toMatchObject({ tabId: 70, searching: null });
    expect(tab.url).toBe("about:blank");
  });

  it("find a tab that keeps its id, once it shows their page", async () => {
    world.store(LATER);
    const tab = world.browser.tabs.open({ id: 7 });
    tab.status = "loading";
    forgetSession();
    await world.wake();
    Object.assign(tab, { url: URL_ASKED });
    await world.clock.pass(3_000);
    expect(world.plan()).toMatchObject({ tabId: 7, searching: null });
  });

  it("are left when their tabs do not come back in three minutes", async () => {
    world.store(DUE);
    forgetSession();
    await world.wake();
    await world.clock.pass(3 * MINUTE - 1_000);
    expect(world.plan()).toMatchObject({ searching: NOW });
    await world.clock.pass(5_000);
    expect(world.ended).toMatchObject([{ id: "plan-1", state: { reason: "left" } }]);
    expect(world.network.requests).toEqual([]);
  });

  it("go on though the browser's own end made the page say that it was left", async () => {
    await world.wake();
    await world.visit(URL_ASKED);
    const [before] = plans();
    await world.restartBrowser();
    const [asleep] = world.browser.tabs.all;
    expect(plans()).toMatchObject([{ id: before?.id, tabId: asleep?.id, searching: null, state: { name: "waiting" } }]);
  });

  it("ask nobody where they had been left seconds before, and are gone for good after three minutes", async () => {
    const tab = world.failing();
    world.store(DUE);
    world.network.answer("https://other.example", {});
    await world.wake();
    await world.navigate(tab, "https://other.example/");
    expect(world.plan()?.state).toMatchObject({ name: "closed", reason: "left" });
    const asked = world.network.asked().length;
    forgetSession();
    await world.startWorker("update");
    expect(world.plan()?.searching).toBe(Date.now());
    // And the seconds in which the browser may be quitting once more.
    await world.clock.pass(3 * MINUTE + 20_000);
    expect(world.plans).toEqual({});
    expect(world.network.asked()).toHaveLength(asked);
    expect(tab.url).toBe("https://other.example/");
    expect(world.said).toEqual([]);
  });

  it("stay left where that was longer ago", async () => {
    world.store(plan({ name: "closed", at: NOW - 10 * MINUTE, reason: "left", told: true }));
    came(70);
    forgetSession();
    await world.wake();
    expect(world.plans).toEqual({});
  });

  it("are reconciled by the next worker where this one is killed before the session has begun", async () => {
    world.store(DUE);
    forgetSession();
    const { session, local } = world.browser.storage;
    session.set.mockImplementationOnce(() => new Promise(() => undefined));
    await world.wake();
    expect(world.plan()).toMatchObject({ searching: NOW });
    expect(session.items.has("session-began")).toBe(false);
    await world.clock.pass(10_000);
    local.set.mockClear();
    await world.wake();
    expect(world.plan()).toMatchObject({ searching: NOW + 10_000 });
    expect(session.items.get("session-began")).toBe(true);
    expect(world.network.requests).toEqual([]);
  });

  it("begin no session before the plans know of it", async () => {
    world.store(DUE);
    forgetSession();
    world.browser.storage.local.set.mockImplementation(() => new Promise(() => undefined));
    await world.wake();
    await world.clock.pass(1_000);
    expect(world.browser.storage.session.items.has("session-began")).toBe(false);
  });
});
