import { afterEach, beforeEach, describe, expect, it } from "vitest";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { NOW } from "../../fakes/world.ts";
import { incident } from "./given.ts";
import { PlanWorld } from "./retry/plan-world.ts";

let world: PlanWorld;
beforeEach(() => {
  world = new PlanWorld();
});
afterEach(() => world.end());

const open = (): RetryPlan[] => Object.values(world.plans).filter(({ state }) => state.name !== "closed");
const bytes = (): number => JSON.stringify(Object.fromEntries(world.browser.storage.local.items)).length;

/** Tabs spread over origins, each on a page of its own with a long address. */
const pageOf = (tab: number, origins: number) => ({
  id: tab,
  url: `https://site-${tab % origins}.example/a-rather-long-path/to/page-${tab}?${"query=of-some-length&".repeat(4)}`,
});

/** How many requests of each kind were under way at the most, of any one origin. */
function watchTheMost(origins: number, isFailing: () => boolean) {
  const underWay = new Map<string, number>();
  const most = { worker: 0, tab: 0 };
  for (let site = 0; site < origins; site += 1) {
    world.network.answer(`https://site-${site}.example`, ({ by, url }) => {
      const key = `${by} ${new URL(url).origin}`;
      const count = (underWay.get(key) ?? 0) + 1;
      underWay.set(key, count);
      if (by !== "page") most[by] = Math.max(most[by], count);
      world.clock.later(300, () => underWay.set(key, (underWay.get(key) ?? 1) - 1));
      return { status: isFailing() ? 502 : 200, takes: 300 };
    });
  }
  return most;
}

/** Twenty failing tabs each of so many origins, and a worker that has just been started. */
async function failing(origins: number, isFailing: () => boolean) {
  const tabs = Array.from({ length: 20 * origins }, (_, tab) => tab);
  world.failingAll(tabs.map((tab) => pageOf(tab, origins)));
  const most = watchTheMost(origins, isFailing);
  await world.wake();
  const driver = await world.driver();
  const starts = tabs.map((tab) => {
    const { url } = pageOf(tab, origins);
    return driver.start(incident({ id: `incident-${tab}`, tabId: tab, url }), { isProtected: false, floor: null });
  });
  await world.clock.done(Promise.all(starts));
  expect(open()).toHaveLength(20 * origins);
  return most;
}

/** The worker dies so many times, each time after some seconds, and forgets no plan. */
async function outlive(deaths: number): Promise<void> {
  let seed = 7;
  const count = open().length;
  for (let death = 0; death < deaths; death += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    await world.clock.pass((seed / 2_147_483_647) * 20_000);
    await world.wake();
    expect(open()).toHaveLength(count);
    expect(bytes()).toBeLessThan(1_000_000);
  }
}

/** Twenty tabs of a site cost it what one would: a few requests a minute at first, and fewer by and by. */
function expectFewProbes(origins: number): void {
  const minutes = (Date.now() - NOW) / 60_000;
  const asked = world.network.asked().map((url) => new URL(url).origin);
  const counts = new Map(asked.map((origin) => [origin, asked.filter((other) => other === origin).length]));
  expect(counts.size).toBe(origins);
  expect(Math.max(...counts.values())).toBeLessThan(6 * minutes + 20 + 5);
  expect(world.network.asked("tab")).toEqual([]);
}

describe("a thousand failing tabs of fifty origins", () => {
  it("cost one request at a time per origin, stay below 1 MB, and outlive the worker", async () => {
    const most = await failing(50, () => true);
    await outlive(3);
    expectFewProbes(50);
    expect(most).toEqual({ worker: 1, tab: 0 });
  }, 120_000);
});

describe("a hundred failing tabs of five origins", () => {
  it("outlive twenty deaths of the worker, and each comes back by one load, which is said once a site", async () => {
    let isFailing = true;
    const most = await failing(5, () => isFailing);
    await outlive(20);
    expectFewProbes(5);
    isFailing = false;
    await world.clock.until(() => open().length === 0, 10 * 60_000);
    expect(most).toEqual({ worker: 1, tab: 1 });
    const loads = world.network.asked("tab");
    expect(loads).toHaveLength(100);
    expect(new Set(loads)).toHaveLength(100);
    for (const { document } of world.browser.tabs.all) expect(document?.status).toBe(200);
    await world.clock.rest();
    expect(world.said).toEqual(Array.from({ length: 5 }, () => "notify_recovered_title"));
    expect(world.ended.every(({ state }) => state.name === "closed" && state.reason === "recovered")).toBe(true);
    expect(world.ended).toHaveLength(100);
  }, 120_000);
});

describe("many tabs of one site that is back", () => {
  it("are loaded the one in front first, then one every two seconds", async () => {
    let isFailing = true;
    await failing(1, () => isFailing);
    const [, front] = world.browser.tabs.all;
    if (front) world.browser.tabs.show(front);
    await world.clock.pass(10_000);
    isFailing = false;
    await world.clock.until(() => open().length === 0, 10 * 60_000);
    const loads = world.network.requests.filter(({ by }) => by === "tab");
    expect(loads).toHaveLength(20);
    // The first may be the one that was asked for; the next turn is that of the tab in front.
    expect(loads.slice(0, 2).map(({ url }) => url)).toContain(front?.url);
    const gaps = loads.slice(1).map(({ at }, index) => at - (loads[index]?.at ?? 0));
    expect(Math.min(...gaps)).toBeGreaterThanOrEqual(2_000);
  });
});
