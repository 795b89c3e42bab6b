import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RetryPlan } from "../../../src/retry/plan.ts";
import type { TabLook } from "../../../src/signals/page.ts";
import { notSent } from "../../../src/signals/settled.ts";
import { failed, fails, ok, response, works } from "../checks/given.ts";
import { fakeBrowser, incident, NOW, plan, shows, URL_ASKED } from "./given.ts";

const { browser, alarms, probe, tab, told } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  alarms: { set: vi.fn(async (_when: number) => undefined), clear: vi.fn(async () => undefined) },
  probe: vi.fn(),
  tab: { look: vi.fn(), reload: vi.fn() },
  told: vi.fn(async () => undefined),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/platform/alarms.ts", () => ({
  SHORTEST_ALARM_MS: 30_000,
  setAlarm: alarms.set,
  clearAlarm: alarms.clear,
}));
vi.mock("../../../src/probes/anonymous-get.ts", () => ({ anonymousGet: probe }));
vi.mock("../../../src/probes/tab-look.ts", () => ({ lookAtTab: tab.look }));
vi.mock("../../../src/background/watch-reload.ts", () => ({ reloadAndWatch: tab.reload }));
vi.mock("../../../src/background/outcome.ts", () => ({ tellOutcome: told }));

const MINUTE = 60_000;
const OLD_FAILURE = shows(502, NOW - 10 * MINUTE);

/** A worker that has just been started, with nothing but what is stored. */
async function worker() {
  vi.resetModules();
  return import("../../../src/background/retry-driver.ts");
}

const store = (...plans: readonly unknown[]) =>
  browser.storage.local.items.set("retry-plans", {
    version: 1,
    value: Object.fromEntries(plans.map((each, index) => [(each as RetryPlan | null)?.id ?? `garbage-${index}`, each])),
  });
const stored = (): Record<string, RetryPlan> =>
  (browser.storage.local.items.get("retry-plans") as { value: Record<string, RetryPlan> } | undefined)?.value ?? {};
const shown = () => browser.storage.session.items.get("retry:7");

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("navigator", { onLine: true });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  for (const mock of [alarms.set, alarms.clear, probe, tab.look, tab.reload, told]) mock.mockReset();
  tab.look.mockResolvedValue(OLD_FAILURE);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a plan whose worker was killed", () => {
  it("under a probe keeps the count and probes again only after a wait", async () => {
    store(plan({ name: "probing", since: NOW - 30_000 }));
    await (await worker()).tickPlans();
    expect(probe).not.toHaveBeenCalled();
    expect(stored()["plan-1"]).toMatchObject({ attempts: 3, state: { name: "waiting", next: "probe" } });
  });

  it("under a fresh probe is left alone, since that may still come back", async () => {
    const before = plan({ name: "probing", since: NOW - 29_000 });
    store(before);
    await (await worker()).tickPlans();
    expect(probe).not.toHaveBeenCalled();
    expect(stored()["plan-1"]).toEqual(before);
  });

  it.each<[string, TabLook, object]>([
    ["the page is back", shows(200, NOW - 5_000), {}],
    ["the page failed again", shows(502, NOW - 5_000), { state: { name: "waiting", next: "reload" } }],
    ["nothing has come yet", { state: "loading" }, { state: { name: "reloading" } }],
    ["the old failure still stands", OLD_FAILURE, { state: { name: "reloading" } }],
  ])("under a reload looks at the tab and never loads it a second time: %s", async (_what, look, left) => {
    store(
      plan({ name: "reloading", since: NOW - 10_000, after: "answer" }, { reloads: 1, lastReloadAt: NOW - 10_000 }),
    );
    tab.look.mockResolvedValue(look);
    await (await worker()).tickPlans();
    expect(tab.look).toHaveBeenCalledExactlyOnceWith(7, URL_ASKED);
    expect(tab.reload).not.toHaveBeenCalled();
    if ("state" in left) expect(stored()["plan-1"]).toMatchObject({ ...left, reloads: 1 });
    else expect(told).toHaveBeenCalledWith(expect.objectContaining({ id: "plan-1" }), "recovered");
  });
});

describe("the store of plans", () => {
  it("drops a plan that cannot be read, alone", async () => {
    const good = plan({ name: "waiting", due: NOW + MINUTE, next: "probe" });
    store(good, { ...good, id: "odd", state: { name: "dreaming" } }, null);
    const driver = await worker();
    await driver.tickPlans();
    expect(await driver.planOf(7)).toEqual(good);
    await driver.startRetry(incident({ id: "plan-2", tabId: 8 }), { isProtected: false, floor: null });
    expect(Object.keys(stored()).sort()).toEqual(["plan-1", "plan-2"]);
  });

  it("forgets a plan that has ended", async () => {
    store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }));
    const driver = await worker();
    await driver.tellPlan(7, { type: "stop", reason: "stopped" });
    expect(stored()).toEqual({});
    expect(shown()).toMatchObject({ state: "stopped", reason: "stopped", attempts: 3 });
    expect(alarms.clear).toHaveBeenCalled();
  });
});

describe("the alarm", () => {
  it("is one for all plans, at the earliest that is due", async () => {
    store(
      plan({ name: "waiting", due: NOW + 50_000, next: "probe" }),
      plan({ name: "waiting", due: NOW + 40_000, next: "probe" }, { id: "plan-2", tabId: 8 }),
      plan({ name: "waiting", due: NOW + 55_000, next: "reload" }, { id: "plan-3", tabId: 9 }),
    );
    await (await worker()).tickPlans();
    expect(alarms.set).toHaveBeenLastCalledWith(NOW + 40_000);
  });

  it("is never sooner than browsers allow, and a timer serves what is due before", async () => {
    store(plan({ name: "waiting", due: NOW + 4_000, next: "probe" }));
    probe.mockResolvedValue(fails);
    await (await worker()).tickPlans();
    expect(alarms.set).toHaveBeenLastCalledWith(NOW + 30_000);
    expect(probe).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(4_000);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it("sees to it that a plan without a near due time still meets its deadline", async () => {
    store(plan({ name: "waiting", due: NOW + 5 * 3_600_000, next: "probe" }));
    await (await worker()).tickPlans();
    expect(alarms.set).toHaveBeenLastCalledWith(NOW + 60_000);
  });

  it("is taken back when nothing is left to watch", async () => {
    await (await worker()).tickPlans();
    expect(alarms.clear).toHaveBeenCalled();
    expect(alarms.set).not.toHaveBeenCalled();
  });
});

describe("a plan that is due", () => {
  const due = plan({ name: "waiting", due: NOW, next: "probe" });

  it("is written as probing before its request is sent", async () => {
    store(due);
    let seen: unknown;
    probe.mockImplementation(async () => {
      seen = stored()["plan-1"];
      return fails;
    });
    await (await worker()).tickPlans();
    expect(seen).toMatchObject({ attempts: 4, state: { name: "probing", since: NOW } });
  });

  it("is written as reloading before the tab is loaded, and ends with a word when the page is back", async () => {
    store(due);
    probe.mockResolvedValue(works);
    let seen: unknown;
    tab.reload.mockImplementation(async () => {
      seen = stored()["plan-1"];
      return shows(200, NOW);
    });
    await (await worker()).tickPlans();
    expect(seen).toMatchObject({ reloads: 1, state: { name: "reloading" } });
    expect(tab.reload).toHaveBeenCalledExactlyOnceWith(7, URL_ASKED);
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "plan-1" }), "recovered");
    expect(stored()).toEqual({});
  });

  it.each<[string, TabLook, string]>([
    ["is gone", { state: "gone" }, "left"],
    ["shows another page", { state: "elsewhere", url: "https://a.example/" }, "left"],
    ["works already", shows(200, NOW), "recovered"],
    ["is refused", shows(403, NOW), "refused"],
  ])("asks nobody when its tab %s", async (_what, look, reason) => {
    store(due);
    tab.look.mockResolvedValue(look);
    await (await worker()).tickPlans();
    expect(probe).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledWith(expect.anything(), reason);
  });

  it.each<[string, TabLook]>([
    ["hides its status", shows(0, NOW)],
    ["was limited", shows(429, NOW)],
    ["shows the browser's own error page", { state: "error-page" }],
    ["may not be read", { state: "unreadable" }],
  ])("asks the site when its tab %s", async (_what, look) => {
    store(due);
    tab.look.mockResolvedValue(look);
    probe.mockResolvedValue(fails);
    await (await worker()).tickPlans();
    expect(probe).toHaveBeenCalledExactlyOnceWith(URL_ASKED);
  });

  it("does not load a tab in which the user has typed", async () => {
    store(due);
    probe.mockResolvedValue(works);
    tab.look.mockResolvedValue(shows(502, NOW - MINUTE, true));
    await (await worker()).tickPlans();
    expect(tab.reload).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledWith(expect.anything(), "site-answers");
  });

  it("obeys a Retry-After", async () => {
    store(due);
    probe.mockResolvedValue(ok(response(503, { "retry-after": "600" })));
    await (await worker()).tickPlans();
    expect(stored()["plan-1"]).toMatchObject({ floor: NOW + 600_000 });
  });

  it.each([
    ["failed", failed("timeout"), 4],
    ["was not sent", notSent("throttled"), 3],
  ])("waits on when its request %s, and counts what was sent", async (_what, settled, attempts) => {
    store(due);
    probe.mockResolvedValue(settled);
    await (await worker()).tickPlans();
    expect(stored()["plan-1"]).toMatchObject({ attempts, state: { name: "waiting" } });
  });

  it("waits while the browser is offline", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    store(due);
    await (await worker()).tickPlans();
    expect(probe).not.toHaveBeenCalled();
  });

  it("waits while a check runs for its tab, and goes on after it", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    const driver = await worker();
    driver.pausePlan(7);
    await driver.tickPlans();
    expect(probe).not.toHaveBeenCalled();
    await driver.resumePlan(7);
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it("is asked once for when tick meets tick", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    const driver = await worker();
    await Promise.all([driver.tickPlans(), driver.tickPlans(), driver.tickPlans()]);
    expect(probe).toHaveBeenCalledOnce();
  });

  it("watches only the front page of a protected one, and touches nothing", async () => {
    store({ ...due, touchesTab: false, target: "https://shop.example/" });
    probe.mockResolvedValue(works);
    await (await worker()).tickPlans();
    expect(probe).toHaveBeenCalledExactlyOnceWith("https://shop.example/");
    expect(tab.reload).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledWith(expect.anything(), "site-answers");
  });
});

describe("startRetry", () => {
  it("starts a plan, shows it and arms the timer", async () => {
    await (await worker()).startRetry(incident({ id: "plan-1" }), { isProtected: false, floor: null });
    expect(stored()["plan-1"]).toMatchObject({ tabId: 7, target: URL_ASKED, attempts: 0 });
    expect(shown()).toEqual({ state: "waiting", due: NOW + 3_000, attempts: 0, watching: "page" });
    expect(alarms.set).toHaveBeenCalledWith(NOW + 30_000);
  });

  it("leaves a plan that runs as it is", async () => {
    const running = plan({ name: "waiting", due: NOW + MINUTE, next: "reload" }, { reloads: 4 });
    store(running);
    await (await worker()).startRetry(incident({ id: "plan-1" }), { isProtected: false, floor: null });
    expect(stored()["plan-1"]).toEqual(running);
  });

  it("ends the plan of another page in the same tab", async () => {
    store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }));
    const other = incident({ id: "plan-2", url: "https://shop.example/other" });
    await (await worker()).startRetry(other, { isProtected: true, floor: null });
    expect(Object.keys(stored())).toEqual(["plan-2"]);
    expect(shown()).toMatchObject({ watching: "front-page" });
  });

  it("goes on at the pace of a plan that the user's own reload ended", async () => {
    browser.storage.session.items.set("retry:7", {
      state: "stopped",
      incidentId: "plan-2",
      reason: "left",
      at: NOW,
      attempts: 9,
    });
    await (await worker()).startRetry(incident({ id: "plan-2" }), { isProtected: false, floor: null });
    expect(stored()["plan-2"]).toMatchObject({ attempts: 9 });
  });

  it("begins anew after a plan that watched another incident", async () => {
    const left = { state: "stopped", incidentId: "plan-1", reason: "left", at: NOW, attempts: 9 };
    browser.storage.session.items.set("retry:7", left);
    await (await worker()).startRetry(incident({ id: "plan-2" }), { isProtected: false, floor: null });
    expect(stored()["plan-2"]).toMatchObject({ attempts: 0 });
  });

  it("begins anew after a plan that ended otherwise", async () => {
    browser.storage.session.items.set("retry:7", {
      state: "stopped",
      incidentId: "plan-2",
      reason: "recovered",
      at: NOW,
      attempts: 9,
    });
    await (await worker()).startRetry(incident({ id: "plan-2" }), { isProtected: false, floor: null });
    expect(stored()["plan-2"]).toMatchObject({ attempts: 0 });
  });
});
