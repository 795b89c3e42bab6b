import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { notSent } from "../../../../src/core/http/settled.ts";
import type { TabLook } from "../../../../src/core/incident/page.ts";
import type { EndedPlan } from "../../../../src/core/retry/ended.ts";
import { NO_TAB, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import type { Input } from "../../../../src/probes/typed-input.ts";
import { failed, fails, navigation, ok, response, works } from "../../core/checks/given.ts";
import { fakeBrowser, incident, NOW, plan, shows, storedIncidents, URL_ASKED, viewOf } from "../given.ts";

const { browser, alarms, probe, tab, told, dropped, front } = vi.hoisted(() => ({
  front: vi.fn(async () => new Set([7])),
  browser: {} as ReturnType<typeof fakeBrowser>,
  alarms: { set: vi.fn(async (_when: number) => undefined), clear: vi.fn(async () => undefined) },
  probe: vi.fn(),
  tab: {
    look: vi.fn(),
    reload: vi.fn(),
    asks: vi.fn(async () => false),
    input: vi.fn(async (): Promise<Input> => "none"),
    listen: vi.fn(async () => undefined),
    showing: vi.fn(async (_shows: (url: string) => boolean) => [] as Array<{ id: number; asleep: boolean }>),
  },
  told: vi.fn(async () => undefined),
  dropped: vi.fn(async (_count: number) => undefined),
}));
vi.mock("../../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../../src/platform/alarms.ts", () => ({
  setAlarm: alarms.set,
  clearAlarm: alarms.clear,
}));
vi.mock("../../../../src/probes/anonymous-get.ts", () => ({ anonymousGet: probe }));
vi.mock("../../../../src/probes/tab-look.ts", () => ({ lookAtTab: tab.look }));
vi.mock("../../../../src/probes/typed-input.ts", () => ({
  inputIn: tab.input,
  wouldAsk: tab.asks,
  listenForInput: tab.listen,
}));
vi.mock("../../../../src/platform/tabs.ts", () => ({
  frontTabs: front,
  tabsShowing: tab.showing,
  onTabClosed: () => undefined,
}));
vi.mock("../../../../src/background/watch-reload.ts", () => ({ loadIfAtRest: tab.reload }));
vi.mock("../../../../src/background/retry/outcome.ts", () => ({ tellOutcome: told, tellDropped: dropped }));

const MINUTE = 60_000;
const FAILED_AT = NOW - 10 * MINUTE;
const OLD_FAILURE = shows(502, FAILED_AT);

/** A worker that has just been started, with nothing but what is stored. */
async function worker() {
  vi.resetModules();
  return {
    ...(await import("../../../../src/background/retry/plans.ts")),
    ...(await import("../../../../src/background/retry/driver.ts")),
  };
}

const store = (...plans: readonly unknown[]) =>
  browser.storage.local.items.set("retry-plans", {
    version: 1,
    value: Object.fromEntries(plans.map((each, index) => [(each as RetryPlan | null)?.id ?? `garbage-${index}`, each])),
  });
const stored = (): Record<string, RetryPlan> =>
  (browser.storage.local.items.get("retry-plans") as { value: Record<string, RetryPlan> } | undefined)?.value ?? {};
/** What is remembered of plans that are over; memory only. */
const ended = () =>
  (browser.storage.session.items.get("ended-plans") as { value: EndedPlan[] } | undefined)?.value ?? [];
/** What the sentinels have said of the failing pages that stand in tabs. */
const noticed = (...pages: Parameters<typeof storedIncidents>[1][]) =>
  browser.storage.session.items.set("incidents", storedIncidents(FAILED_AT, ...pages));
const shown = () => viewOf(browser).plan;

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("navigator", { onLine: true });
  vi.spyOn(Math, "random").mockReturnValue(0.5);
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  for (const mock of [alarms.set, alarms.clear, probe, tab.look, tab.reload, told, dropped]) mock.mockReset();
  tab.asks.mockReset().mockResolvedValue(false);
  tab.input.mockReset().mockResolvedValue("none");
  tab.listen.mockReset();
  tab.showing.mockReset().mockResolvedValue([]);
  front.mockReset().mockResolvedValue(new Set([7]));
  // The session of an earlier worker goes on.
  browser.storage.session.items.set("session-began", true);
  noticed({ tabId: 7, url: URL_ASKED }, { tabId: 8, url: URL_ASKED });
  tab.look.mockResolvedValue(OLD_FAILURE);
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.restoreAllMocks();
  vi.useRealTimers();
});

describe("a plan whose worker was killed", () => {
  it("under a probe keeps the count and is due again at once, for no request of the new worker is under way", async () => {
    store(plan({ name: "probing", since: NOW - 2_000 }));
    await (await worker()).retry.tick();
    expect(probe).not.toHaveBeenCalled();
    expect(stored()["plan-1"]).toMatchObject({ attempts: 3, state: { name: "waiting", next: "probe", due: NOW } });
    probe.mockResolvedValue(fails);
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it("right after its probe was sent lets a second pass before the next", async () => {
    store(plan({ name: "probing", since: NOW - 100 }));
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]).toMatchObject({ state: { name: "waiting", due: NOW + 900 } });
  });

  it("under a reload that never began loads the tab, once", async () => {
    store(plan({ name: "reloading", since: NOW - 5_000 }, { reloads: 1, lastReloadAt: NOW - 5_000 }));
    tab.reload.mockResolvedValue(shows(200, NOW));
    await (await worker()).retry.tick();
    expect(tab.reload).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.objectContaining({ reloads: 1 }), "recovered"));
    expect(tab.reload).toHaveBeenCalledOnce();
  });

  it("under a reload that is on its way looks again in a moment", async () => {
    store(plan({ name: "reloading", since: NOW - 5_000 }, { reloads: 1, lastReloadAt: NOW - 5_000 }));
    tab.look.mockResolvedValueOnce(shows(502, NOW - 10 * MINUTE, true)).mockResolvedValue(shows(200, NOW - 4_000));
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]).toMatchObject({ state: { name: "reloading" } });
    await vi.advanceTimersByTimeAsync(3_000);
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.anything(), "recovered"));
    expect(tab.reload).not.toHaveBeenCalled();
  });

  it.each<[string, TabLook, object]>([
    ["the page is back", shows(200, NOW - 5_000), {}],
    ["the page failed again", shows(502, NOW - 5_000), { state: { name: "waiting", next: "reload" } }],
    ["nothing has come yet", { state: "loading" }, { state: { name: "reloading" } }],
    ["another document is on its way", shows(502, NOW - 10 * MINUTE, true), { state: { name: "reloading" } }],
  ])("under a reload looks at the tab and never loads it a second time: %s", async (_what, look, left) => {
    store(
      plan({ name: "reloading", since: NOW - 10_000, after: "answer" }, { reloads: 1, lastReloadAt: NOW - 10_000 }),
    );
    tab.look.mockResolvedValue(look);
    await (await worker()).retry.tick();
    expect(tab.look).toHaveBeenCalledExactlyOnceWith(7, URL_ASKED);
    expect(tab.reload).not.toHaveBeenCalled();
    if ("state" in left) expect(stored()["plan-1"]).toMatchObject({ ...left, reloads: 1 });
    else expect(told).toHaveBeenCalledWith(expect.objectContaining({ id: "plan-1" }), "recovered");
  });
});

describe("a plan whose worker was killed before it told its end", () => {
  const untold = plan({ name: "closed", at: NOW - MINUTE, reason: "recovered", told: false });

  it("says it after all, once", async () => {
    store(untold);
    const driver = await worker();
    await driver.retry.tick();
    await driver.retry.tick();
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "plan-1" }), "recovered");
    expect(stored()).toEqual({});
    expect(ended()).toMatchObject([{ id: "plan-1" }]);
  });

  it("says it once though tick meets tick", async () => {
    store(untold);
    const driver = await worker();
    await Promise.all([driver.retry.tick(), driver.retry.tick()]);
    expect(told).toHaveBeenCalledOnce();
  });

  it("keeps its word while a plan of another tab starts", async () => {
    store(untold);
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-2", tabId: 8 }), { isProtected: false, floor: null });
    expect(Object.keys(stored()).sort()).toEqual(["plan-1", "plan-2"]);
    expect(await driver.planOf(7)).toBeNull();
  });

  it("tries again at the next alarm when it could not be said", async () => {
    store(untold);
    told.mockRejectedValueOnce(new Error("no notifications"));
    const driver = await worker();
    await driver.retry.tick().catch(() => undefined);
    expect(alarms.set).toHaveBeenLastCalledWith(NOW + 30_000);
    await driver.retry.tick();
    expect(told).toHaveBeenCalledTimes(2);
    expect(stored()).toEqual({});
    expect(ended()).toMatchObject([{ id: "plan-1" }]);
  });
});

describe("a plan whose end cannot be told", () => {
  it("is let go after an hour", async () => {
    store(plan({ name: "closed", at: NOW, reason: "recovered", told: false }));
    told.mockRejectedValue(new Error("no notifications"));
    const driver = await worker();
    vi.setSystemTime(NOW + 59 * MINUTE);
    await driver.retry.tick();
    expect(told).toHaveBeenCalledOnce();
    vi.setSystemTime(NOW + 60 * MINUTE);
    await driver.retry.tick();
    expect(told).toHaveBeenCalledOnce();
    expect(stored()).toEqual({});
    expect(alarms.clear).toHaveBeenCalled();
  });
});

describe("a plan that ends while its request is under way", () => {
  it("says so at once, and no late answer hides what has begun in its tab since", async () => {
    store(plan({ name: "waiting", since: NOW - 1_000, due: NOW, next: "probe" }));
    let answer: (with_: unknown) => void = () => undefined;
    probe.mockImplementation(() => new Promise((resolve) => (answer = resolve)));
    const driver = await worker();
    const asked = driver.retry.tick();
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
    await driver.retry.tell(7, { type: "stop", reason: "left" });
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "plan-1" }), "left");
    await driver.retry.start(incident({ id: "plan-2", url: "https://other.example/" }), {
      isProtected: true,
      floor: null,
    });
    answer(fails);
    await asked;
    await driver.retry.tick();
    expect(told).toHaveBeenCalledOnce();
    expect(shown()).toMatchObject({ state: "waiting", watching: "front-page" });
  });

  it("says it late behind what has begun in its tab since", async () => {
    store(
      plan({ name: "closed", at: NOW - MINUTE, reason: "left", told: false }),
      plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }, { id: "plan-2", url: "https://other.example/" }),
    );
    const driver = await worker();
    await driver.retry.tell(7, { type: "judged", cause: "overload" });
    await driver.retry.tick();
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "plan-1" }), "left");
    expect(shown()).toMatchObject({ state: "waiting" });
  });
});

describe("the store of plans", () => {
  it("drops a plan that cannot be read, alone", async () => {
    const good = plan({ name: "waiting", due: NOW + MINUTE, next: "probe" });
    store(good, { ...good, id: "odd", state: { name: "dreaming" } }, null);
    const driver = await worker();
    await driver.retry.tick();
    expect(await driver.planOf(7)).toEqual(good);
    await driver.retry.start(incident({ id: "plan-2", tabId: 8 }), { isProtected: false, floor: null });
    expect(Object.keys(stored()).sort()).toEqual(["plan-1", "plan-2"]);
  });

  it.each(["refused", "deadline", "gave-up"] as const)(
    "forgets a plan once somebody has been told of its end: %s",
    async (reason) => {
      store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }));
      const driver = await worker();
      await driver.retry.tell(7, { type: "stop", reason });
      expect(stored()).toEqual({});
      expect(shown()).toMatchObject({ state: "stopped", reason, attempts: 3 });
      expect(alarms.clear).toHaveBeenCalled();
    },
  );

  const SECRET = "https://shop.example/cart?who=mrs-miller";

  it.each(["stopped", "recovered", "site-answers", "queued"] as const)(
    "has no plan on the disk once it is told that it was %s; for ten minutes the memory knows, without its address",
    async (reason) => {
      store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }, { url: SECRET, target: SECRET }));
      const driver = await worker();
      await driver.retry.tell(7, { type: "stop", reason });
      expect(stored()).toEqual({});
      expect(ended()).toMatchObject([{ id: "plan-1", origin: "https://shop.example", state: { at: NOW, reason } }]);
      // The failing page itself still stands in the tab.
      const others = [...browser.storage.session.items].filter(([key]) => key !== "incidents");
      expect(JSON.stringify(others)).not.toMatch(/miller|cart/);
      expect(await driver.planOf(7)).toBeNull();
      expect(shown()).toMatchObject({ state: "stopped", reason });
      expect(alarms.clear).toHaveBeenCalled();
      vi.setSystemTime(NOW + 10 * MINUTE);
      expect(await driver.endedPlans()).toEqual([]);
      await driver.forgetEnded();
      expect(ended()).toEqual([]);
    },
  );

  it("keeps a plan that was left for the seconds in which the browser may be quitting, and no longer", async () => {
    store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }, { url: SECRET, target: SECRET }));
    const driver = await worker();
    await driver.retry.tell(7, { type: "stop", reason: "left" });
    expect(stored()["plan-1"]?.state).toEqual({ name: "closed", at: NOW, reason: "left", told: true });
    await vi.advanceTimersByTimeAsync(14_000);
    expect(Object.keys(stored())).toEqual(["plan-1"]);
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.waitFor(() => expect(alarms.clear).toHaveBeenCalled());
    expect(stored()).toEqual({});
    expect(JSON.stringify(ended())).not.toMatch(/miller|cart/);
    // A reload of the user's that fails within ten minutes goes on where the plan was.
    await driver.retry.start(incident({ id: "plan-1", url: SECRET }), { isProtected: false, floor: null });
    expect(stored()["plan-1"]).toMatchObject({ url: SECRET, target: SECRET, attempts: 3, state: { name: "waiting" } });
  });

  it("takes a plan that was left from the disk by the alarm, where the worker has died meanwhile", async () => {
    store(plan({ name: "closed", at: NOW - MINUTE, reason: "left", told: true }));
    await (await worker()).retry.tick();
    expect(stored()).toEqual({});
    expect(alarms.clear).toHaveBeenCalled();
  });

  it("rids the disk of ends that an older version kept there", async () => {
    store(plan({ name: "closed", at: NOW - MINUTE, reason: "recovered", told: true }));
    await (await worker()).retry.tick();
    expect(stored()).toEqual({});
  });

  it("keeps the pace and the leave to touch the tab of a plan that is taken up from memory", async () => {
    store(
      plan(
        { name: "waiting", due: NOW, next: "probe" },
        { url: SECRET, target: "https://shop.example/", touchesTab: false },
      ),
    );
    const driver = await worker();
    await driver.retry.tell(7, { type: "stop", reason: "stopped" });
    await driver.retry.start(incident({ id: "plan-1", url: SECRET }), { isProtected: false, floor: null });
    expect(stored()).toEqual({});
    await driver.retry.start(incident({ id: "plan-1", url: SECRET }), { isProtected: true, floor: null, wanted: true });
    expect(stored()["plan-1"]).toMatchObject({ url: SECRET, target: "https://shop.example/", touchesTab: false });
  });

  it("asks no site again whose plan has ended before the time that it named", async () => {
    store(plan({ name: "waiting", due: NOW, next: "probe" }, { floor: NOW + MINUTE }));
    const driver = await worker();
    await driver.retry.tell(7, { type: "stop", reason: "stopped" });
    expect(stored()).toEqual({});
    expect(await driver.mayAsk(URL_ASKED)).toBe(false);
    expect(await driver.mayAsk("https://other.example/")).toBe(true);
    vi.setSystemTime(NOW + MINUTE);
    expect(await driver.mayAsk(URL_ASKED)).toBe(true);
  });

  it("tells a page that comes and goes by what the memory knows of its site", async () => {
    store(plan({ name: "waiting", due: NOW, next: "probe" }));
    const driver = await worker();
    await driver.retry.tell(7, { type: "stop", reason: "recovered" });
    await driver.retry.start(incident({ id: "plan-2", tabId: 8, url: SECRET }), { isProtected: false, floor: null });
    expect(stored()["plan-2"]).toMatchObject({ flapping: true });
  });

  it("keeps no address of a site that was watched without a tab, whose plan is called after it", async () => {
    const watch = `watch:${SECRET}`;
    store(plan({ name: "waiting", due: NOW, next: "probe" }, { id: watch, tabId: -1, url: SECRET, touchesTab: false }));
    const driver = await worker();
    await driver.retry.tell(-1, { type: "stop", reason: "site-answers" });
    expect(stored()).toEqual({});
    expect(ended()).toMatchObject([{ id: "watch:https://shop.example" }]);
    expect(JSON.stringify([...browser.storage.session.items])).not.toContain("miller");
  });

  it.each([
    ["an address that cannot be read", { url: "http://[" }],
    ["a target that cannot be read", { target: "shop" }],
    ["an address of another kind", { url: "javascript:alert(1)" }],
    ["an address that is too long", { url: `${SECRET}${"x".repeat(10_000)}` }],
  ])("drops a plan with %s alone, and the others go on", async (_what, parts) => {
    const good = plan({ name: "waiting", due: NOW, next: "probe" });
    store({ ...good, id: "odd", tabId: 8, ...parts }, good);
    probe.mockResolvedValue(fails);
    await (await worker()).retry.tick();
    expect(probe).toHaveBeenCalledExactlyOnceWith(URL_ASKED);
    expect(Object.keys(stored())).toEqual(["plan-1"]);
  });

  it("leaves nothing on the disk that it cannot read, from the first look of a session on", async () => {
    store({ ...plan({ name: "waiting", due: NOW, next: "probe" }), url: "http://[mrs-miller" });
    browser.storage.session.items.clear();
    await (await worker()).retry.tick();
    expect([...browser.storage.local.items.keys()]).toEqual([]);
  });

  it.each(["constructor", "__proto__", "toString"])("knows no plan called %s", async (id) => {
    const good = plan({ name: "waiting", due: NOW + MINUTE, next: "probe" });
    store(good);
    const driver = await worker();
    await driver.retry.stop(id);
    expect(stored()).toEqual({ "plan-1": good });
  });

  it("has written the end of a plan before anybody is told of it", async () => {
    store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }));
    let seen: unknown;
    told.mockImplementation(async () => {
      seen = stored()["plan-1"]?.state;
      return undefined;
    });
    await (await worker()).retry.tell(7, { type: "stop", reason: "deadline" });
    expect(seen).toEqual({ name: "closed", at: NOW, reason: "deadline", told: false });
  });
});

describe("the alarm", () => {
  it("is one for all plans, at the earliest that is due", async () => {
    store(
      plan({ name: "waiting", due: NOW + 50_000, next: "probe" }),
      plan({ name: "waiting", due: NOW + 40_000, next: "probe" }, { id: "plan-2", tabId: 8 }),
      plan({ name: "waiting", due: NOW + 55_000, next: "reload" }, { id: "plan-3", tabId: 9 }),
    );
    await (await worker()).retry.tick();
    expect(alarms.set).toHaveBeenLastCalledWith(NOW + 40_000);
  });

  it("is never sooner than browsers allow, and a timer serves what is due before", async () => {
    store(plan({ name: "waiting", due: NOW + 4_000, next: "probe" }));
    probe.mockResolvedValue(fails);
    await (await worker()).retry.tick();
    expect(alarms.set).toHaveBeenLastCalledWith(NOW + 30_000);
    expect(probe).not.toHaveBeenCalled();
    await vi.advanceTimersByTimeAsync(4_000);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it("sees to it that a plan without a near due time still meets its deadline", async () => {
    store(plan({ name: "waiting", due: NOW + 5 * 3_600_000, next: "probe" }));
    await (await worker()).retry.tick();
    expect(alarms.set).toHaveBeenLastCalledWith(NOW + 60_000);
  });

  it.each([
    ["the turn of a plan", true],
    ["the first look of a session", false],
  ])("comes again, and no timer before it, where %s could not be written", async (_what, sessionHasBegun) => {
    store(plan({ name: "waiting", due: NOW, next: "probe" }));
    if (!sessionHasBegun) browser.storage.session.items.clear();
    browser.storage.local.set.mockRejectedValueOnce(new Error("disk full"));
    const driver = await worker();
    await expect(driver.retry.tick()).rejects.toThrow("disk full");
    expect(alarms.set).toHaveBeenLastCalledWith(NOW + 30_000);
    expect(vi.getTimerCount()).toBe(0);
    probe.mockResolvedValue(fails);
    await driver.retry.tick();
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it("is taken back when nothing is left to watch", async () => {
    await (await worker()).retry.tick();
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
    await (await worker()).retry.tick();
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
    await (await worker()).retry.tick();
    expect(seen).toMatchObject({ reloads: 1, state: { name: "reloading" } });
    expect(tab.reload).toHaveBeenCalledExactlyOnceWith(7, URL_ASKED);
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: "plan-1" }), "recovered");
    expect(stored()).toEqual({});
    expect(ended()).toMatchObject([{ id: "plan-1", state: { name: "closed", reason: "recovered" } }]);
  });

  it.each<[string, TabLook, string]>([
    ["is gone", { state: "gone" }, "left"],
    ["shows another page", { state: "elsewhere" }, "left"],
    ["works already", shows(200, NOW), "recovered"],
    ["is refused", shows(403, NOW), "refused"],
  ])("asks nobody when its tab %s", async (_what, look, reason) => {
    store(due);
    tab.look.mockResolvedValue(look);
    await (await worker()).retry.tick();
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
    await (await worker()).retry.tick();
    expect(probe).toHaveBeenCalledExactlyOnceWith(URL_ASKED);
  });

  it("withholds its load while something is on its way in the tab, comes again in seconds, and ends with what came", async () => {
    store(due);
    probe.mockResolvedValue(works);
    tab.look.mockResolvedValue(shows(502, NOW - MINUTE, true));
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]).toMatchObject({
      ...{ reloads: 0, lastReloadAt: null },
      state: { name: "waiting", next: "reload", due: NOW + 3_000 },
    });
    tab.look.mockResolvedValue({ state: "elsewhere" });
    await vi.advanceTimersByTimeAsync(3_000);
    await vi.waitFor(() => expect(told).toHaveBeenCalledExactlyOnceWith(expect.anything(), "left"));
    expect(tab.reload).not.toHaveBeenCalled();
    expect(probe).toHaveBeenCalledOnce();
  });

  it("loads its tab once what was on its way has come to nothing, as a download does", async () => {
    store(due);
    probe.mockResolvedValue(works);
    tab.reload.mockResolvedValueOnce(null).mockResolvedValue(shows(200, NOW + 3_000));
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]).toMatchObject({ reloads: 0, state: { name: "waiting", next: "reload" } });
    await vi.advanceTimersByTimeAsync(3_000);
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.objectContaining({ reloads: 1 }), "recovered"));
    expect(probe).toHaveBeenCalledOnce();
  });

  it("listens for input in a failing page before each request, and not in a tab that sleeps", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    await (await worker()).retry.tick();
    expect(tab.listen).toHaveBeenCalledExactlyOnceWith(7);
    tab.look.mockResolvedValue({ state: "asleep" });
    store(due);
    await (await worker()).retry.tick();
    expect(tab.listen).toHaveBeenCalledOnce();
  });

  it("remembers that its tab was seen in front, and not that of another", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    front.mockResolvedValue(new Set([8]));
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]?.inFront).toBeUndefined();
    store(due);
    front.mockResolvedValue(new Set([7]));
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]).toMatchObject({ inFront: true, attempts: 4 });
  });

  it("does not load a tab in which the user has typed", async () => {
    store(due);
    probe.mockResolvedValue(works);
    tab.input.mockResolvedValue("typed");
    await (await worker()).retry.tick();
    expect(tab.reload).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledWith(expect.anything(), "site-answers");
  });

  it("does not load a tab in which a form has failed since", async () => {
    store({ ...due, state: { ...due.state, next: "reload" } });
    const driver = await worker();
    const { keepIncident } = await import("../../../../src/background/incidents.ts");
    await keepIncident(incident({ method: "POST", status: 500, navigation: navigation({ startedAt: FAILED_AT }) }));
    await driver.retry.tick();
    expect(tab.reload).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.anything(), "site-answers");
  });

  it.each([
    ["nothing is known of", storedIncidents(FAILED_AT)],
    ["follows another one's failure", storedIncidents(FAILED_AT, { tabId: 7, url: `${URL_ASKED}/2` })],
    ["was loaded since its failure was noticed", storedIncidents(FAILED_AT - MINUTE, { tabId: 7, url: URL_ASKED })],
  ])("waits for the sentinel's word in a tab whose page %s: it may have come from a form", async (_what, incidents) => {
    browser.storage.session.items.set("incidents", incidents);
    store({ ...due, state: { ...due.state, next: "reload" } });
    await (await worker()).retry.tick();
    expect(tab.reload).not.toHaveBeenCalled();
    expect(told).not.toHaveBeenCalled();
    expect(stored()[due.id]?.state).toMatchObject({ name: "waiting", next: "reload" });
  });

  it("does not load the browser's own error page of which nothing is known: no sentinel can speak there", async () => {
    browser.storage.session.items.set("incidents", storedIncidents(FAILED_AT));
    tab.look.mockResolvedValue({ state: "error-page" });
    store({ ...due, state: { ...due.state, next: "reload" } });
    await (await worker()).retry.tick();
    expect(tab.reload).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.anything(), "site-answers");
  });

  it("whose page the user has brought back himself keeps the outage's true end", async () => {
    store({ ...due, createdAt: NOW - 30 * MINUTE });
    tab.look.mockResolvedValue(shows(200, NOW - 20 * MINUTE));
    await (await worker()).retry.tick();
    expect(probe).not.toHaveBeenCalled();
    const { historyOf } = await import("../../../../src/background/retry/outage-history.ts");
    expect(await historyOf(URL_ASKED)).toEqual([10 * 60]);
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ seen: true }), "recovered");
  });

  it("obeys a Retry-After", async () => {
    store(due);
    probe.mockResolvedValue(ok(response(503, { "retry-after": "600" })));
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]).toMatchObject({ floor: NOW + 600_000 });
  });

  it.each([
    ["failed", failed("timeout"), 4],
    ["was not sent", notSent("throttled"), 3],
  ])("waits on when its request %s, and counts what was sent", async (_what, settled, attempts) => {
    store(due);
    probe.mockResolvedValue(settled);
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]).toMatchObject({ attempts, state: { name: "waiting" } });
  });

  it("waits while the browser is offline", async () => {
    vi.stubGlobal("navigator", { onLine: false });
    store(due);
    await (await worker()).retry.tick();
    expect(probe).not.toHaveBeenCalled();
  });

  it("waits while a check runs for its tab, and goes on after it", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    const driver = await worker();
    driver.retry.pause(7);
    await driver.retry.tick();
    expect(probe).not.toHaveBeenCalled();
    await driver.retry.unpause(7);
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it("waits until the last of several checks of its tab has ended", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    const driver = await worker();
    driver.retry.pause(7);
    driver.retry.pause(7);
    await driver.retry.unpause(7);
    await vi.advanceTimersByTimeAsync(1_000);
    await driver.retry.tick();
    expect(probe).not.toHaveBeenCalled();
    await driver.retry.unpause(7);
    await vi.advanceTimersByTimeAsync(0);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it.each<[string, TabLook]>([
    ["the browser's own pages or another address", { state: "elsewhere" }],
    ["nothing, for it is closed", { state: "gone" }],
  ])("never loads a tab that shows %s once the site answers", async (_what, look) => {
    store(due);
    probe.mockResolvedValue(works);
    tab.look.mockResolvedValueOnce(OLD_FAILURE).mockResolvedValue(look);
    await (await worker()).retry.tick();
    expect(tab.reload).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.anything(), "left");
  });

  it.each<[string, TabLook, string]>([
    ["is refused", shows(403, NOW), "refused"],
    ["goes to another address", { state: "elsewhere" }, "left"],
  ])("does not call it recovered when the tab it loads %s", async (_what, look, reason) => {
    store(due);
    probe.mockResolvedValue(works);
    tab.reload.mockResolvedValue(look);
    await (await worker()).retry.tick();
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.anything(), reason);
  });

  it("is asked once for when tick meets tick", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    const driver = await worker();
    await Promise.all([driver.retry.tick(), driver.retry.tick(), driver.retry.tick()]);
    expect(probe).toHaveBeenCalledOnce();
  });

  /** Holds a call up until it is let go. */
  function holdUp() {
    let letGo = (): void => undefined;
    const held = new Promise<void>((resolve) => {
      letGo = resolve;
    });
    return { held, letGo };
  }

  it("is not taken for lost by a tick between its being written and its being sent", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    const driver = await worker();
    await driver.planOf(7);
    const { held, letGo } = holdUp();
    browser.storage.session.set.mockImplementationOnce(() => held);
    const first = driver.retry.tick();
    await vi.waitFor(() => expect(browser.storage.session.set).toHaveBeenCalled());
    expect(stored()["plan-1"]?.state).toMatchObject({ name: "probing" });
    await driver.retry.tick();
    expect(stored()["plan-1"]?.state).toMatchObject({ name: "probing" });
    letGo();
    await first;
    await vi.advanceTimersByTimeAsync(2_000);
    expect(probe).toHaveBeenCalledOnce();
  });

  it("is not taken for lost by a tick between its answer and what follows from that", async () => {
    store(due);
    probe.mockResolvedValue(works);
    tab.reload.mockResolvedValue(shows(200, NOW));
    const { held, letGo } = holdUp();
    front.mockImplementationOnce(() => held.then(() => new Set([7])));
    const driver = await worker();
    const first = driver.retry.tick();
    // Asked for once the answer has come.
    await vi.waitFor(() => expect(front).toHaveBeenCalled());
    await driver.retry.tick();
    expect(stored()["plan-1"]?.state).toMatchObject({ name: "probing" });
    letGo();
    await first;
    expect(tab.reload).toHaveBeenCalledOnce();
    expect(told).toHaveBeenCalledWith(expect.anything(), "recovered");
  });

  it.each<[string, () => void]>([
    ["given an alarm", () => alarms.set.mockRejectedValueOnce(new Error("no alarms"))],
    ["written", () => browser.storage.local.set.mockRejectedValueOnce(new Error("disk full"))],
  ])("goes on at the next tick when it could not be %s", async (_what, break_) => {
    store(due);
    probe.mockResolvedValue(fails);
    const driver = await worker();
    break_();
    await expect(driver.retry.tick()).rejects.toThrow();
    expect(probe).not.toHaveBeenCalled();
    await driver.retry.tick();
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it("goes on at once when it could not be shown: the session may be full", async () => {
    store(due);
    probe.mockResolvedValue(fails);
    browser.storage.session.set.mockRejectedValue(new Error("quota"));
    await (await worker()).retry.tick();
    expect(probe).toHaveBeenCalledOnce();
    expect(stored()["plan-1"]).toMatchObject({ attempts: 4, state: { name: "waiting" } });
  });

  it("ends, and is told of, where the session has no room to remember it", async () => {
    store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }));
    browser.storage.session.set.mockRejectedValue(new Error("quota"));
    await (await worker()).retry.tell(7, { type: "stop", reason: "recovered" });
    expect(told).toHaveBeenCalledOnce();
    expect(stored()).toEqual({});
  });

  it("goes on at the next tick when its act broke down", async () => {
    store(due);
    tab.look.mockRejectedValueOnce(new Error("no tabs"));
    probe.mockResolvedValue(fails);
    const driver = await worker();
    await expect(driver.retry.tick()).rejects.toThrow("no tabs");
    await driver.retry.tick();
    await vi.advanceTimersByTimeAsync(1_000);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
  });

  it("watches only the front page of a protected one, and touches nothing", async () => {
    store({ ...due, touchesTab: false, target: "https://shop.example/" });
    probe.mockResolvedValue(works);
    await (await worker()).retry.tick();
    expect(probe).toHaveBeenCalledExactlyOnceWith("https://shop.example/");
    expect(tab.reload).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledWith(expect.anything(), "site-answers");
  });
});

describe("startRetry", () => {
  it("starts a plan, shows it and arms the timer", async () => {
    await (await worker()).retry.start(incident({ id: "plan-1" }), { isProtected: false, floor: null });
    expect(stored()["plan-1"]).toMatchObject({ tabId: 7, target: URL_ASKED, attempts: 0 });
    expect(shown()).toEqual({ state: "waiting", due: NOW + 3_000, attempts: 0, watching: "page", usual: null });
    expect(alarms.set).toHaveBeenCalledWith(NOW + 30_000);
  });

  it("leaves a plan that runs as it is", async () => {
    const running = plan({ name: "waiting", due: NOW + MINUTE, next: "reload" }, { reloads: 4 });
    store(running);
    await (await worker()).retry.start(incident({ id: "plan-1" }), { isProtected: false, floor: null });
    expect(stored()["plan-1"]).toEqual(running);
  });

  it("ends the plan of another page in the same tab", async () => {
    store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }));
    const other = incident({ id: "plan-2", url: "https://shop.example/other" });
    await (await worker()).retry.start(other, { isProtected: true, floor: null });
    expect(Object.keys(stored())).toEqual(["plan-2"]);
    expect(shown()).toMatchObject({ watching: "front-page" });
  });

  const over = (reason: "left" | "stopped" | "recovered", parts: Partial<RetryPlan> = {}) =>
    plan({ name: "closed", at: NOW - MINUTE, reason, told: true }, { attempts: 9, reloads: 4, ...parts });
  const again = { isProtected: false, floor: null };

  it("takes up a plan that the user's own reload ended: its pace, floor and limits go on", async () => {
    const left = over("left", { floor: NOW + 10 * MINUTE, lastReloadAt: NOW - 2 * MINUTE });
    store(left);
    await (await worker()).retry.start(incident({ id: "plan-1" }), again);
    expect(stored()["plan-1"]).toMatchObject({ ...left, state: { name: "waiting", next: "probe" } });
    const { state } = stored()["plan-1"] ?? over("left");
    expect(state.name === "waiting" && state.due).toBeGreaterThan(NOW + 10 * MINUTE);
  });

  it.each<[string, number | null, number | null, number | null]>([
    ["said with its failure", 20, 10, null],
    ["that it knew", 10, 20, null],
    ["that another page of the site was told", null, 10, 20],
  ])("takes a plan up again after the latest time: the one %s", async (_which, given, own, siblings) => {
    const at = (minutes: number | null) => (minutes === null ? null : NOW + minutes * MINUTE);
    const sibling = { id: "plan-2", tabId: 8, url: `${URL_ASKED}2`, target: `${URL_ASKED}2`, floor: at(siblings) };
    store(over("left", { floor: at(own) }), plan({ name: "waiting", due: NOW + 60 * MINUTE, next: "probe" }, sibling));
    await (await worker()).retry.start(incident({ id: "plan-1" }), { ...again, floor: at(given) });
    const { floor, state } = stored()["plan-1"] ?? {};
    expect(floor).toBe(at(20));
    expect(state?.name === "waiting" && state.due).toBeGreaterThan(NOW + 20 * MINUTE);
  });

  it.each<[string, RetryPlan]>([
    ["was left", over("left")],
    ["runs", plan({ name: "waiting", due: NOW + MINUTE, next: "reload" })],
    ["loads the tab", plan({ name: "reloading", since: NOW - 1_000 })],
  ])(
    "touches the tab no more once the same address shows what a form brought, where the plan %s",
    async (_what, earlier) => {
      store(earlier);
      await (await worker()).retry.start(incident({ id: "plan-1", method: "POST" }), { ...again, isProtected: true });
      expect(stored()["plan-1"]).toMatchObject({
        touchesTab: false,
        target: "https://shop.example/",
        state: { name: "waiting", next: "probe" },
      });
    },
  );

  it("leaves a plan that looks for its tab, though its id of the last session is this tab's by now", async () => {
    const looking = plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }, { searching: NOW - 1_000 });
    store(looking);
    const driver = await worker();
    expect(await driver.planOf(7)).toBeNull();
    await driver.retry.start(incident({ id: "plan-2", url: "https://other.example/" }), again);
    expect(stored()["plan-1"]).toEqual(looking);
    expect(await driver.planOf(7)).toMatchObject({ id: "plan-2" });
  });

  it("leaves a plan stopped that the user stopped, until the user wants it again", async () => {
    store(over("stopped"));
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-1" }), again);
    expect(stored()["plan-1"]).toEqual(over("stopped"));
    expect(await driver.planOf(7)).toBeNull();
    await driver.retry.start(incident({ id: "plan-1" }), { ...again, wanted: true });
    expect(await driver.planOf(7)).toMatchObject({ attempts: 9, reloads: 4, state: { name: "waiting" } });
  });

  it("begins anew after a plan that watched another incident", async () => {
    store(over("left", { id: "plan-0" }));
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-1" }), again);
    expect(await driver.planOf(7)).toMatchObject({ id: "plan-1", attempts: 0, reloads: 0 });
  });

  it("takes up, for one of many starts at once, one plan", async () => {
    store(over("left"));
    const driver = await worker();
    await Promise.all([1, 2, 3].map(() => driver.retry.start(incident({ id: "plan-1" }), again)));
    expect(Object.keys(stored())).toEqual(["plan-1"]);
    expect(stored()["plan-1"]).toMatchObject({ attempts: 9 });
  });
});

describe("where trying again is switched off", () => {
  const OFF = { retry: { off: true } };
  const byUser = () => browser.storage.local.items.set("settings", { version: 1, value: OFF });
  const byAdministrator = () => Object.assign(browser.storage, { managed: { get: async () => OFF } });
  const unasked = { isProtected: false, floor: null };
  const asked = { ...unasked, wanted: true };

  it.each([
    ["the user", byUser],
    ["an administrator", byAdministrator],
  ])("by %s, no plan begins or is taken up by itself", async (_who, switchOff) => {
    switchOff();
    store(plan({ name: "closed", at: NOW - MINUTE, reason: "left", told: true }));
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-1" }), unasked);
    await driver.retry.start(incident({ id: "plan-2", tabId: 8 }), unasked);
    expect(await driver.planOf(7)).toBeNull();
    expect(await driver.planOf(8)).toBeNull();
  });

  it("by the user, a click of his still keeps on trying a page, or has it watched", async () => {
    byUser();
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-1" }), asked);
    expect(await driver.planOf(7)).toMatchObject({ id: "plan-1" });
    await driver.retry.watch(incident());
    expect(Object.keys(stored()).sort()).toEqual(["plan-1", `watch:${URL_ASKED}`]);
  });

  it("by an administrator, a click begins nothing, whatever the user has set", async () => {
    byAdministrator();
    browser.storage.local.items.set("settings", { version: 1, value: { retry: { off: false } } });
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-1" }), asked);
    await driver.retry.watch(incident());
    expect(stored()).toEqual({});
  });

  it("a plan that runs already goes on, and learns that its page has come from a form", async () => {
    byAdministrator();
    store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }));
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-1", method: "POST" }), { ...unasked, isProtected: true });
    expect(await driver.planOf(7)).toMatchObject({ touchesTab: false });
  });
});

describe("the alarm of the plans", () => {
  it("stands for a plan that was started while another one ended", async () => {
    store(plan({ name: "waiting", due: NOW + MINUTE, next: "probe" }, { tabId: 8, id: "plan-2" }));
    const driver = await worker();
    await Promise.all([
      driver.retry.tell(8, { type: "stop", reason: "deadline" }),
      driver.retry.start(incident({ id: "plan-1" }), { isProtected: false, floor: null }),
    ]);
    expect(await driver.planOf(7)).not.toBeNull();
    const lastSet = alarms.set.mock.invocationCallOrder.at(-1) ?? 0;
    expect(lastSet).toBeGreaterThan(alarms.clear.mock.invocationCallOrder.at(-1) ?? 0);
  });
});

describe("a tab that the browser", () => {
  const due = plan({ name: "waiting", due: NOW, next: "probe" });

  it("has put to sleep is not loaded: the user is told that the site answers", async () => {
    store(due);
    tab.look.mockResolvedValue({ state: "asleep" });
    probe.mockResolvedValue(works);
    await (await worker()).retry.tick();
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.anything(), "site-answers"));
    expect(tab.reload).not.toHaveBeenCalled();
  });

  it("has given another id, as Chromium does to sleeping ones, is found by its address", async () => {
    store(due);
    tab.look.mockImplementation(async (tabId) => ({ state: tabId === 7 ? "gone" : "asleep" }));
    tab.showing.mockImplementation(async (isIt) => (isIt(`${URL_ASKED}#top`) ? [{ id: 70, asleep: true }] : []));
    probe.mockResolvedValue(fails);
    const driver = await worker();
    await driver.retry.tick();
    expect(await driver.planOf(70)).toMatchObject({ id: "plan-1", attempts: 4 });
  });

  it("would ask about is not loaded, for the question would bring it to the front", async () => {
    store(due);
    tab.asks.mockResolvedValue(true);
    probe.mockResolvedValue(works);
    await (await worker()).retry.tick();
    await vi.waitFor(() => expect(told).toHaveBeenCalledWith(expect.anything(), "site-answers"));
    expect(tab.reload).not.toHaveBeenCalled();
  });
});

describe("plans after a restart of the browser", () => {
  const due = plan({ name: "waiting", due: NOW, next: "probe" });

  beforeEach(() => {
    browser.storage.session.items.clear();
    tab.look.mockImplementation(async (tabId) => (tabId === 70 ? OLD_FAILURE : { state: "elsewhere" }));
    probe.mockResolvedValue(fails);
  });

  it("wait for their tabs, which have other ids and come one by one, and ask nothing meanwhile", async () => {
    store(due);
    const driver = await worker();
    await driver.retry.tick();
    expect(stored()["plan-1"]).toMatchObject({ searching: NOW, state: { name: "waiting" } });
    expect(probe).not.toHaveBeenCalled();
    tab.showing.mockResolvedValue([{ id: 70, asleep: false }]);
    await vi.advanceTimersByTimeAsync(3_000);
    await vi.waitFor(() => expect(probe).toHaveBeenCalledOnce());
    expect(await driver.planOf(70)).toMatchObject({ id: "plan-1" });
  });

  it("find a tab each where two show the same page, and keep it when the page fails there", async () => {
    tab.look.mockImplementation(async (tabId) => (tabId >= 70 ? OLD_FAILURE : { state: "elsewhere" }));
    tab.showing.mockResolvedValue([70, 71].map((id) => ({ id, asleep: false })));
    store(due, { ...due, id: "plan-2", tabId: 8 });
    const driver = await worker();
    await driver.retry.tick();
    const tabs = () => Object.values(stored()).map(({ tabId }) => tabId);
    expect(tabs().sort()).toEqual([70, 71]);
    await driver.retry.start(incident({ id: "plan-3", tabId: 70 }), { isProtected: false, floor: null });
    expect(tabs().sort()).toEqual([70, 71]);
  });

  it("leave the plan of a tab to it, though one that looks for its tab bore that id before", async () => {
    store({ ...due, searching: NOW, attempts: 1, url: URL_ASKED }, { ...due, id: "plan-2", attempts: 2 });
    browser.storage.session.items.set("session-began", true);
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-3" }), { isProtected: false, floor: null });
    expect(Object.values(stored()).map(({ attempts, searching }) => [attempts, searching])).toEqual([
      [1, NOW],
      [2, null],
    ]);
  });

  it("are reconciled by the next worker where this one is killed before the session has begun", async () => {
    store(due);
    browser.storage.session.set.mockImplementation(() => new Promise(() => undefined));
    const killed = await worker();
    void killed.retry.tick();
    await vi.waitFor(() => expect(browser.storage.session.set).toHaveBeenCalled());
    expect(stored()["plan-1"]).toMatchObject({ searching: expect.any(Number) });
    expect(browser.storage.session.items.size).toBe(0);

    browser.storage.session.set.mockReset().mockImplementation(async (values) => {
      for (const [key, value] of Object.entries(values)) browser.storage.session.items.set(key, value);
    });
    vi.setSystemTime(NOW + 10_000);
    await (await worker()).retry.tick();
    expect(stored()["plan-1"]).toMatchObject({ searching: NOW + 10_000 });
    expect(browser.storage.session.items.get("session-began")).toBe(true);
    expect(probe).not.toHaveBeenCalled();
  });

  it("begin no session before the plans know of it", async () => {
    store(due);
    browser.storage.local.set.mockImplementation(() => new Promise(() => undefined));
    const killed = await worker();
    void killed.retry.tick();
    await vi.waitFor(() => expect(browser.storage.local.set).toHaveBeenCalled());
    await vi.advanceTimersByTimeAsync(1_000);
    expect(browser.storage.session.items.has("session-began")).toBe(false);
  });

  it("are left when their tabs do not come back in three minutes", async () => {
    store(due);
    const driver = await worker();
    await driver.retry.tick();
    vi.setSystemTime(NOW + 3 * MINUTE);
    await driver.retry.tick();
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.anything(), "left");
  });

  it("go on though the browser's own end made the page say that it was left", async () => {
    store(plan({ name: "closed", at: NOW - MINUTE, reason: "left", told: true }));
    tab.showing.mockResolvedValue([{ id: 70, asleep: true }]);
    const driver = await worker();
    await driver.retry.tick();
    expect(await driver.planOf(70)).toMatchObject({ id: "plan-1", state: { name: "waiting" } });
  });

  it("are taken up by the page that fails again in its new tab", async () => {
    store({ ...due, attempts: 9 });
    const driver = await worker();
    await driver.retry.tick();
    await driver.retry.start(incident({ id: "plan-2", tabId: 70 }), { isProtected: false, floor: null });
    expect(Object.keys(stored())).toEqual(["plan-2"]);
    expect(await driver.planOf(70)).toMatchObject({ attempts: 9, searching: null });
  });
});

describe("plans of one site", () => {
  const other = (parts: Partial<RetryPlan>) =>
    plan({ name: "waiting", due: NOW, next: "probe" }, { id: "plan-2", tabId: 8, url: `${URL_ASKED}2`, ...parts });

  it("are fed by one request", async () => {
    store(plan({ name: "waiting", due: NOW, next: "probe" }), other({ target: `${URL_ASKED}2`, attempts: 9 }));
    probe.mockResolvedValue(ok(response(503, { "retry-after": "60" })));
    await (await worker()).retry.tick();
    await vi.advanceTimersByTimeAsync(5_000);
    expect(probe).toHaveBeenCalledExactlyOnceWith(URL_ASKED);
    const [one, two] = [stored()["plan-1"], stored()["plan-2"]];
    expect(two).toMatchObject({ floor: NOW + MINUTE, attempts: 9 });
    expect(two?.state).toMatchObject({ due: one?.state.name === "waiting" && one.state.due });
  });

  it.each(["probe", "reload"] as const)(
    "that slept past their deadlines take turns like any others: %s",
    async (next) => {
      const asleep = {
        name: "waiting",
        since: NOW - 540 * MINUTE,
        due: NOW - 480 * MINUTE,
        next,
        after: "sibling",
      } as const;
      const pages = [1, 2, 3].map((id) => ({
        id: `plan-${id}`,
        tabId: id,
        url: `${URL_ASKED}${id}`,
        target: `${URL_ASKED}${id}`,
      }));
      noticed(...pages);
      store(
        ...pages.map((page) => plan(asleep, { ...page, createdAt: NOW - 600 * MINUTE, deadline: NOW - 60 * MINUTE })),
      );
      let underWay = 0;
      const most = { atOnce: 0 };
      const takes = (ms: number) => async () => {
        most.atOnce = Math.max(most.atOnce, ++underWay);
        await new Promise((resolve) => setTimeout(resolve, ms));
        underWay -= 1;
      };
      probe.mockImplementation(() => takes(100)().then(() => works));
      tab.reload.mockImplementation(() => takes(5_000)().then(() => shows(200, Date.now())));
      await Promise.all([(await worker()).retry.tick(), vi.advanceTimersByTimeAsync(60_000)]);
      await vi.waitFor(() => expect(told).toHaveBeenCalledTimes(3));
      expect(tab.reload).toHaveBeenCalledTimes(3);
      expect(most.atOnce).toBe(1);
    },
  );

  it("want two good answers once the site has come back and failed again", async () => {
    store(plan({ name: "closed", at: NOW - MINUTE, reason: "recovered", told: true }, { id: "plan-0", tabId: 9 }));
    const driver = await worker();
    await driver.retry.start(incident({ id: "plan-1" }), { isProtected: false, floor: null });
    expect(await driver.planOf(7)).toMatchObject({ flapping: true });
  });
});

describe("a site that is watched without a tab", () => {
  it("goes on over restarts, and ends with a word once the site answers", async () => {
    const driver = await worker();
    await driver.retry.watch(incident());
    expect(browser.storage.session.items.get("watched")).toEqual([
      { id: `watch:${URL_ASKED}`, host: "shop.example", since: NOW, until: NOW + 7 * 24 * 60 * MINUTE },
    ]);
    browser.storage.session.items.clear();
    probe.mockResolvedValue(works);
    vi.setSystemTime(NOW + MINUTE);
    await (await worker()).retry.tick();
    expect(tab.look).not.toHaveBeenCalled();
    expect(told).toHaveBeenCalledExactlyOnceWith(expect.objectContaining({ id: `watch:${URL_ASKED}` }), "site-answers");
    expect(browser.storage.session.items.get("watched")).toEqual([]);
  });

  it("leaves the word to a tab that brings the same page back", async () => {
    store(plan({ name: "waiting", due: NOW, next: "probe" }, { attempts: 0 }));
    const driver = await worker();
    await driver.retry.watch(incident());
    probe.mockResolvedValue(works);
    tab.reload.mockResolvedValue(shows(200, NOW));
    await driver.retry.tick();
    expect(told.mock.calls.map((call) => (call as unknown[])[1])).toEqual(["recovered", "recovered"]);
  });

  it("has a word of its own where the tab that came back showed another page of the site", async () => {
    store(plan({ name: "reloading", since: NOW - 1_000 }, { url: `${URL_ASKED}2`, target: `${URL_ASKED}2` }));
    const driver = await worker();
    await driver.retry.watch(incident());
    await driver.retry.tell(7, { type: "looked", look: shows(200, NOW) });
    expect(told).toHaveBeenCalledWith(expect.objectContaining({ id: `watch:${URL_ASKED}` }), "site-answers");
  });

  it("waits for the time that the site has named to a tab's plan", async () => {
    store(plan({ name: "waiting", due: NOW + 60 * MINUTE, next: "probe" }, { floor: NOW + 60 * MINUTE }));
    await (await worker()).retry.watch(incident());
    const { floor, state } = stored()[`watch:${URL_ASKED}`] ?? {};
    expect(floor).toBe(NOW + 60 * MINUTE);
    expect(state?.name === "waiting" && state.due).toBeGreaterThan(NOW + 60 * MINUTE);
  });

  it("watches the front page of an address that works once, and keeps nothing else of it", async () => {
    await (await worker()).retry.watch(incident({ url: "https://shop.example/verify/9f8e7d6c?key=9f8e7d" }));
    expect(stored()["watch:https://shop.example/"]).toMatchObject({ url: "https://shop.example/", touchesTab: false });
    expect(JSON.stringify(stored())).not.toContain("9f8e7d");
  });

  it("goes on with more care where an earlier version would have loaded what works once", async () => {
    const url = "https://shop.example/?add-to-cart=123";
    const due = plan({ name: "waiting", due: NOW, next: "probe" }, { url, target: url, tabId: NO_TAB });
    store({ ...due, id: `watch:${url}`, touchesTab: false });
    // An update forgets the session; a watch has no tab to look for, and its time has come.
    browser.storage.session.items.clear();
    probe.mockResolvedValue(fails);
    await (await worker()).retry.tick();
    expect(probe).toHaveBeenCalledExactlyOnceWith("https://shop.example/");
    expect(stored()[`watch:${url}`]).toMatchObject({ target: "https://shop.example/", touchesTab: false });
  });

  it("asks only for the front page where the page came from a form", async () => {
    const driver = await worker();
    await driver.retry.watch(incident({ method: "POST" }));
    expect(stored()[`watch:${URL_ASKED}`]).toMatchObject({ target: "https://shop.example/" });
  });
});
