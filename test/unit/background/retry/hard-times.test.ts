import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FakeTab } from "../../../fakes/tabs.ts";
import { NOW, plan, URL_ASKED } from "../given.ts";
import { MINUTE, PlanWorld } from "./plan-world.ts";

const DAY = 24 * 60 * MINUTE;
/** How long the site takes for an answer, so that a plan can be met while it asks and while it loads. */
const SLOW_MS = 3_000;

let world: PlanWorld;
let tab: FakeTab;
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new PlanWorld();
  tab = world.failing();
  world.store(plan({ name: "waiting", since: NOW, due: NOW + 5_000, next: "probe" }));
  await world.wake();
});
afterEach(() => world.end());

const answersSlowly = () => world.network.answer(URL_ASKED, { takes: SLOW_MS });
const inState = (name: string) => world.clock.until(() => world.plan()?.state.name === name);

/** The page is back by one load, and nothing is left of its plan. */
async function expectOneRecovery(within = 10 * MINUTE): Promise<void> {
  await world.clock.until(() => tab.document?.status === 200, within);
  await world.untilOver("plan-1", within);
  await world.clock.pass(10 * MINUTE);
  expect(world.network.asked("tab")).toEqual([URL_ASKED]);
  expect(world.plans).toEqual({});
  expect(world.alarm).toBeNull();
}

describe("a page is brought back by one load though", () => {
  // Past its deadline one that asks has ended: see below.
  const jumps = [-400, -3, 3, 400].flatMap((days) =>
    (["waiting", "probing", "reloading"] as const)
      .filter((state) => days < 0 || state !== "probing")
      .map((state) => [days, state] as const),
  );
  it.each(jumps)("the clock jumps by %i days while its plan is %s", async (days, state) => {
    answersSlowly();
    await inState(state);
    vi.setSystemTime(Date.now() + days * DAY);
    await expectOneRecovery();
  });

  it.each(jumps)("the clock jumps by %i days while its plan is %s, and the worker dies of it", async (days, state) => {
    answersSlowly();
    await inState(state);
    world.killWorker();
    vi.setSystemTime(Date.now() + days * DAY);
    await world.wake();
    await expectOneRecovery();
  });

  it.each([-3, 3])("the clock jumps by %i days while its tab is on its way", async (days) => {
    answersSlowly();
    await world.clock.until(() => world.network.asked("tab").length === 1);
    await world.clock.pass(1_000);
    vi.setSystemTime(Date.now() + days * DAY);
    await expectOneRecovery();
  });

  it("its alarm comes two hours late", async () => {
    world.killWorker();
    await world.browser.alarms.clear("retry");
    await world.clock.pass(2 * 60 * MINUTE);
    world.network.answer(URL_ASKED, {});
    await world.wake();
    await world.clock.pass(1_000);
    expect(world.network.asked()).toEqual([URL_ASKED]);
    await expectOneRecovery();
  });

  it("its site answers nothing for half an hour, neither well nor ill: one request waits at a time, each for a while", async () => {
    let waiting = 0;
    let most = 0;
    world.network.answer(URL_ASKED, ({ init }) => {
      waiting += 1;
      most = Math.max(most, waiting);
      init.signal?.addEventListener("abort", () => {
        waiting -= 1;
      });
      return { takes: Number.POSITIVE_INFINITY };
    });
    await world.clock.pass(30 * MINUTE);
    const asked = world.network.asked().length;
    expect(most).toBe(1);
    expect(asked).toBeGreaterThan(3);
    expect(asked).toBeLessThan(60);
    expect(world.plan()?.attempts).toBe(3 + asked);
    world.network.answer(URL_ASKED, {});
    await expectOneRecovery(20 * MINUTE);
  });

  it("the network comes and goes a thousand times within a minute", async () => {
    for (let time = 0; time < 1_000; time += 1) {
      world.goOffline();
      await world.clock.pass(30);
      world.goOnline();
      await world.clock.pass(30);
    }
    // The pace is the outage's, however often the network is there again.
    expect(world.network.asked().length).toBeLessThan(6);
    world.network.answer(URL_ASKED, {});
    await expectOneRecovery();
  });
});

describe("where the clock of pages lags an hour behind the worker's, as Firefox's does after a sleep,", () => {
  beforeEach(() => {
    world.browser.tabs.pagesLag = 60 * MINUTE;
    // Answers have been marked for longer than that.
    world.browser.storage.local.items.set("method-marks", { version: 1, value: { since: NOW - DAY } });
  });

  it("a page is brought back by one load", async () => {
    world.network.answer(URL_ASKED, {});
    await expectOneRecovery();
    expect(world.said).toEqual(["notify_recovered_title"]);
  });

  it("one that fails in the tab alone is loaded ten times, and then given up", async () => {
    world.network.answer(URL_ASKED, ({ by }) => (by === "tab" ? { status: 502 } : {}));
    await world.untilOver("plan-1", DAY);
    expect(world.said).toEqual(["notify_deadline_title"]);
    expect(world.network.asked("tab")).toHaveLength(10);
  });
});

it("a tab that a load leaves as it was is loaded ten times, and then given up", async () => {
  world.network.answer(URL_ASKED, ({ by }) => (by === "tab" ? { status: 204 } : {}));
  await world.untilOver("plan-1", DAY);
  expect(world.network.asked("tab")).toHaveLength(10);
});

it("a clock that jumps past a plan's deadline while it asks ends it with a word, and no tab is loaded", async () => {
  answersSlowly();
  await inState("probing");
  vi.setSystemTime(Date.now() + 3 * DAY);
  await world.untilOver();
  await world.clock.pass(10 * MINUTE);
  expect(world.said).toEqual(["notify_deadline_title"]);
  expect(world.network.asked("tab")).toEqual([]);
});

it("a load that hangs is given up though the clock was set back by days meanwhile", async () => {
  world.network.answer(URL_ASKED, ({ by }) => ({ takes: by === "tab" ? Number.POSITIVE_INFINITY : 40 }));
  await world.clock.until(() => world.network.asked("tab").length === 1);
  vi.setSystemTime(Date.now() - 3 * DAY);
  await world.clock.until(() => world.plan()?.state.name === "waiting", 5 * MINUTE);
  expect(world.network.asked("tab")).toHaveLength(1);
});
