import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { TabLook } from "../../../src/core/incident/page.ts";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { fails, works } from "../core/checks/given.ts";
import { fakeBrowser, incident, NOW } from "./given.ts";

/** The world outside the worker: it goes on when a worker dies, and hears nothing more of a dead one. */
const world = {
  browser: {} as ReturnType<typeof fakeBrowser>,
  /** Which worker lives; what an earlier one waits for never comes. */
  life: 0,
  failing: true,
  /** When each tab was last loaded. */
  loadedAt: new Map<number, number>(),
  worksIn: new Set<number>(),
  inFlight: new Map<string, number>(),
  most: 0,
  probes: new Map<string, number[]>(),
  reloads: new Map<number, number[]>(),
  told: new Map<string, string[]>(),
};

/** The outside as one worker sees it. */
function standIns(): void {
  const { life } = world;
  const never = new Promise<never>(() => undefined);
  const alive =
    <A extends unknown[], T>(act: (...args: A) => Promise<T>) =>
    async (...args: A): Promise<T> => {
      if (life !== world.life) return never;
      const result = await act(...args);
      return life === world.life ? result : never;
    };
  vi.doMock("../../../src/platform/browser.ts", () => {
    const area = (name: "local" | "session") => ({
      get: alive((key: string) => world.browser.storage[name].get(key)),
      set: alive((values: Record<string, unknown>) => world.browser.storage[name].set(values)),
      remove: alive((key: string) => world.browser.storage[name].remove(key)),
    });
    return { browser: { storage: { local: area("local"), session: area("session") } }, isFirefox: false };
  });
  vi.doMock("../../../src/platform/alarms.ts", () => ({
    setAlarm: alive(async () => undefined),
    clearAlarm: alive(async () => undefined),
  }));
  vi.doMock("../../../src/platform/lifecycle.ts", () => ({ onOnline: () => undefined }));
  vi.doMock("../../../src/platform/tabs.ts", () => ({
    frontTabs: alive(async () => new Set([7, 57])),
    tabsShowing: alive(async () => []),
    onTabClosed: () => undefined,
  }));
  vi.doMock("../../../src/probes/anonymous-get.ts", () => ({
    anonymousGet: alive(async (url: string) => {
      const { origin } = new URL(url);
      const others = world.inFlight.get(origin) ?? 0;
      world.inFlight.set(origin, others + 1);
      world.most = Math.max(world.most, others + 1);
      world.probes.set(origin, [...(world.probes.get(origin) ?? []), Date.now()]);
      await new Promise((resolve) => setTimeout(resolve, 300));
      world.inFlight.set(origin, 0);
      return world.failing ? fails : works;
    }),
  }));
  vi.doMock("../../../src/probes/tab-look.ts", () => {
    const look = (tabId: number): TabLook => ({
      state: "answered",
      status: world.worksIn.has(tabId) ? 200 : 502,
      startedAt: world.loadedAt.get(tabId) ?? 0,
    });
    return { lookAtTab: alive(async (tabId: number) => look(tabId)) };
  });
  vi.doMock("../../../src/probes/typed-input.ts", () => ({
    inputIn: alive(async () => "none"),
    wouldAsk: alive(async () => false),
    listenForInput: alive(async () => undefined),
  }));
  vi.doMock("../../../src/background/watch-reload.ts", () => ({
    loadIfAtRest: alive(async (tabId: number): Promise<TabLook> => {
      world.reloads.set(tabId, [...(world.reloads.get(tabId) ?? []), Date.now()]);
      world.loadedAt.set(tabId, Date.now());
      if (!world.failing) world.worksIn.add(tabId);
      await new Promise((resolve) => setTimeout(resolve, 250));
      return {
        state: "answered",
        status: world.failing ? 502 : 200,
        startedAt: world.loadedAt.get(tabId) ?? 0,
      };
    }),
  }));
  vi.doMock("../../../src/background/incidents.ts", () => ({ methodShown: alive(async () => "GET") }));
  vi.doMock("../../../src/background/retry/outcome.ts", () => ({
    tellOutcome: alive(async ({ id }: RetryPlan, outcome: string) => {
      world.told.set(id, [...(world.told.get(id) ?? []), outcome]);
    }),
    tellDropped: alive(async () => undefined),
  }));
}

/** A worker that has just been started, like index.ts starts it. */
async function startWorker() {
  vi.clearAllTimers();
  world.inFlight.clear();
  world.life += 1;
  vi.resetModules();
  standIns();
  const worker = {
    ...(await import("../../../src/background/retry/driver.ts")),
  };
  await settle(worker.retry.tick());
  return worker;
}

/** Storage takes turns of the event loop; time stands still meanwhile, unless somebody waits for a timer. */
async function settle(done: Promise<unknown>): Promise<void> {
  let isDone = false;
  done.then(() => {
    isDone = true;
  });
  for (let turn = 0; turn < 400 && !isDone; turn += 1) await vi.advanceTimersByTimeAsync(10);
}

const stored = (): RetryPlan[] => {
  const found = world.browser.storage.local.items.get("retry-plans") as
    | { value: Record<string, RetryPlan> }
    | undefined;
  return Object.values(found?.value ?? {});
};
const open = () => stored().filter(({ state }) => state.name !== "closed");
const bytes = () => JSON.stringify(Object.fromEntries(world.browser.storage.local.items)).length;
const gaps = (moments: readonly number[]): number[] => moments.slice(1).map((at, index) => at - (moments[index] ?? 0));

/** Tabs spread over origins, each on a page of its own with a long address. */
const failingTab = (tab: number, origins: number) =>
  incident({
    id: `incident-${tab}`,
    tabId: tab,
    url: `https://site-${tab % origins}.example/a-rather-long-path/to/page-${tab}?${"query=of-some-length&".repeat(4)}`,
    since: NOW,
  });

beforeEach(() => {
  world.browser = fakeBrowser();
  world.browser.storage.session.items.set("session-began", true);
  vi.useFakeTimers({ now: NOW, toFake: ["Date", "setTimeout", "clearTimeout"] });
  vi.stubGlobal("navigator", { onLine: true });
  Object.assign(world, { failing: true, most: 0 });
  for (const kept of [world.loadedAt, world.worksIn, world.inFlight, world.probes, world.reloads, world.told])
    kept.clear();
});
afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
});

/** Twenty tabs each of so many origins, in a worker that has just been started. */
async function failing(origins: number) {
  const worker = await startWorker();
  const starts = Array.from({ length: 20 * origins }, (_, tab) =>
    worker.retry.start(failingTab(tab, origins), { isProtected: false, floor: null }),
  );
  await settle(Promise.all(starts));
  expect(open()).toHaveLength(20 * origins);
}

/** The worker dies so many times, each time after some seconds, and forgets no plan. */
async function outlive(deaths: number): Promise<void> {
  let seed = 7;
  const count = open().length;
  for (let death = 0; death < deaths; death += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    await vi.advanceTimersByTimeAsync((seed / 2_147_483_647) * 20_000);
    await startWorker();
    expect(open()).toHaveLength(count);
    expect(bytes()).toBeLessThan(1_000_000);
  }
}

/** Twenty tabs of a site cost it what one would: a few requests a minute at first, and fewer by and by. */
function expectFewProbes(origins: number): void {
  const minutes = (Date.now() - NOW) / 60_000;
  expect(world.most).toBe(1);
  expect(world.probes.size).toBe(origins);
  for (const moments of world.probes.values()) expect(moments.length).toBeLessThan(6 * minutes + 20 + 5);
  expect(world.reloads.size).toBe(0);
}

describe("a thousand failing tabs of fifty origins", () => {
  it("cost one request at a time per origin, stay below 1 MB, and outlive the worker", async () => {
    await failing(50);
    await outlive(5);
    expectFewProbes(50);
  }, 120_000);
});

describe("two hundred failing tabs of ten origins", () => {
  it("outlive twenty deaths of the worker, and each comes back by one load, which is said once", async () => {
    await failing(10);
    await outlive(20);
    expectFewProbes(10);
    world.failing = false;
    for (let step = 0; step < 600 && open().length > 0; step += 1) await vi.advanceTimersByTimeAsync(1_000);
    expect(open()).toHaveLength(0);
    expect(world.most).toBe(1);
    expect([...world.reloads.values()].filter(({ length }) => length !== 1)).toEqual([]);
    expect(world.reloads.size).toBe(200);
    expect([...world.told.values()].filter((words) => words.join() !== "recovered")).toEqual([]);
    expect(world.told.size).toBe(200);
  });
});

describe("many tabs of one site that is back", () => {
  it("are loaded the one in front first, then one every two seconds", async () => {
    const worker = await startWorker();
    const tabs = [1, 2, 3, 7, 8, 9];
    await settle(
      Promise.all(tabs.map((tab) => worker.retry.start(failingTab(tab, 1), { isProtected: false, floor: null }))),
    );
    await vi.advanceTimersByTimeAsync(10_000);
    world.failing = false;
    for (let step = 0; step < 120 && open().length > 0; step += 1) await vi.advanceTimersByTimeAsync(1_000);
    const loads = [...world.reloads].sort(([, [a = 0]], [, [b = 0]]) => a - b);
    expect(loads.map(([tab]) => tab)).toContain(7);
    expect(loads.slice(0, 2).map(([tab]) => tab)).toContain(7);
    for (const gap of gaps(loads.flatMap(([, moments]) => moments))) expect(gap).toBeGreaterThanOrEqual(2_000);
    // Some of the probes of the first seconds fed all of them.
    expect(loads).toHaveLength(6);
  });
});
