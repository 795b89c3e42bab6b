import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { incident, NOW, plan, URL_ASKED } from "../given.ts";
import { MINUTE, PlanWorld } from "./plan-world.ts";

let world: PlanWorld;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new PlanWorld();
});
afterEach(() => world.end());

const LATER = plan({ name: "waiting", due: NOW + MINUTE, next: "probe" });

describe("plans that cannot be written", () => {
  const due = plan({ name: "waiting", due: NOW, next: "probe" });
  const { local, session } = { local: () => world.browser.storage.local, session: () => world.browser.storage.session };

  it.each([
    ["the turn of a plan", true],
    ["the first look of a session", false],
  ])("are due at the next alarm, and no timer runs hot before it, where that was %s", async (_what, hasBegun) => {
    world.failing();
    world.store(due);
    if (!hasBegun) session().items.delete("session-began");
    local().isFull = true;
    await world.startWorker("nothing");
    expect(world.alarm).toBe(30_000);
    expect(vi.getTimerCount()).toBe(1);
    expect(world.network.requests).toEqual([]);
    local().isFull = false;
    await world.clock.until(() => world.network.asked().length === 1);
  });

  it("together with others are written alone: what does not fit takes no other with it", async () => {
    for (const id of [7, 8]) world.failing({ id, url: `https://site-${id}.example/` });
    await world.wake();
    const usual = local().set.getMockImplementation();
    // Both in one are too much for the disk.
    local().set.mockImplementation(async (values: Record<string, unknown>) => {
      if (JSON.stringify(values).includes("site-8")) throw new Error("QUOTA_BYTES quota exceeded");
      await usual?.(values);
    });
    const driver = await world.driver();
    const starts = [7, 8].map((tabId) =>
      driver.start(incident({ id: `plan-${tabId}`, tabId, url: `https://site-${tabId}.example/` }), {
        ...{ isProtected: false, floor: null },
      }),
    );
    const done = await Promise.allSettled(starts);
    expect(done.map(({ status }) => status)).toEqual(["fulfilled", "rejected"]);
    expect(Object.keys(world.plans)).toEqual(["plan-7"]);
    await world.clock.pass(5_000);
    expect(world.network.asked()).toEqual(["https://site-7.example/"]);
  });

  it("go on at the next tick where no alarm could be set", async () => {
    world.failing();
    world.store(due);
    vi.spyOn(world.browser.alarms, "create").mockRejectedValueOnce(new Error("no alarms"));
    await world.wake();
    expect(world.network.requests).toEqual([]);
    await (await world.driver()).tick();
    await world.clock.until(() => world.network.asked().length === 1, 2_000);
  });

  it("go on at once where they could not be shown: the session may be full", async () => {
    world.failing();
    world.store(due);
    session().isFull = true;
    await world.wake();
    await world.clock.pass(1_000);
    expect(world.network.asked()).toEqual([URL_ASKED]);
    expect(world.plan()).toMatchObject({ attempts: 4, state: { name: "waiting" } });
  });

  it("end, and are told of, where the session has no room to remember it", async () => {
    world.failing();
    world.store(LATER);
    await world.wake();
    session().isFull = true;
    await (await world.driver()).tell(7, { type: "stop", reason: "deadline" });
    expect(world.said).toEqual(["notify_deadline_title"]);
    expect(world.plans).toEqual({});
  });

  it("go on at the next tick when an act of theirs broke down", async () => {
    world.failing();
    world.store(due);
    vi.spyOn(world.browser.tabs.api, "query").mockRejectedValueOnce(new Error("no tabs"));
    await world.wake();
    expect(world.network.requests).toEqual([]);
    expect(world.alarm).toBe(30_000);
    await world.clock.until(() => world.network.asked().length === 1);
  });
});

describe("the alarm", () => {
  const waits = (id: number, ms: number) => ({
    ...LATER,
    id: `plan-${id}`,
    tabId: id,
    state: { ...LATER.state, due: NOW + ms },
  });

  it("is one for all plans, at the earliest that is due", async () => {
    for (const id of [7, 8, 9]) world.failing({ id });
    world.store(waits(7, 50_000), waits(8, 40_000), waits(9, 55_000));
    await world.wake();
    expect(world.alarm).toBe(40_000);
  });

  it("is never sooner than browsers allow, and a timer serves what is due before", async () => {
    world.failing();
    world.store(waits(7, 4_000));
    await world.wake();
    expect(world.alarm).toBe(30_000);
    await world.clock.pass(3_900);
    expect(world.network.requests).toEqual([]);
    await world.clock.pass(200);
    expect(world.network.asked()).toEqual([URL_ASKED]);
  });

  it("sees to it that a plan without a near due time still meets its deadline", async () => {
    world.failing();
    world.store(waits(7, 5 * 3_600_000));
    await world.wake();
    expect(world.alarm).toBe(MINUTE);
  });

  it("is not set when nothing is left to watch", async () => {
    await world.wake();
    expect(world.alarm).toBeNull();
  });

  it("stands for a plan that was started while another one ended", async () => {
    for (const id of [7, 8]) world.failing({ id });
    world.store(waits(8, MINUTE));
    await world.wake();
    const driver = await world.driver();
    await Promise.all([
      driver.tell(8, { type: "stop", reason: "deadline" }),
      driver.start(incident({ id: "plan-7" }), { isProtected: false, floor: null }),
    ]);
    expect(Object.keys(world.plans)).toEqual(["plan-7"]);
    expect(world.alarm).toBe(30_000);
  });
});
