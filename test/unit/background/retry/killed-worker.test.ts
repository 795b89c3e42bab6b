import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOW, plan, URL_ASKED } from "../given.ts";
import { FAILED_AT, MINUTE, PlanWorld } from "./plan-world.ts";

let world: PlanWorld;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new PlanWorld();
});
afterEach(() => world.end());

describe("a plan whose worker was killed", () => {
  it("under a probe keeps the count and is due again at once, for no request of the new worker is under way", async () => {
    world.failing();
    world.store(plan({ name: "probing", since: NOW - 2_000 }));
    await world.startWorker("nothing");
    expect(world.network.requests).toEqual([]);
    expect(world.plan()).toMatchObject({ attempts: 3, state: { name: "waiting", next: "probe", due: NOW } });
    await world.clock.until(() => world.network.asked().length === 1);
  });

  it("right after its probe was sent lets a second pass before the next", async () => {
    world.failing();
    world.store(plan({ name: "probing", since: NOW - 100 }));
    await world.wake();
    expect(world.plan()).toMatchObject({ state: { name: "waiting", due: NOW + 900 } });
  });

  it("under a reload that never began loads the tab, once", async () => {
    world.failing();
    world.network.answer(URL_ASKED, {});
    world.store(plan({ name: "reloading", since: NOW - 5_000 }, { reloads: 1, lastReloadAt: NOW - 5_000 }));
    await world.wake();
    await world.untilOver();
    expect(world.network.asked("tab")).toEqual([URL_ASKED]);
    expect(world.ended).toMatchObject([{ reloads: 1, state: { reason: "recovered" } }]);
  });

  it("under a reload that is on its way looks again in a moment", async () => {
    const tab = world.failing();
    world.network.answer(URL_ASKED, { takes: 2_500 });
    void world.browser.tabs.navigate(tab, URL_ASKED);
    world.store(plan({ name: "reloading", since: NOW - 500 }, { reloads: 1, lastReloadAt: NOW - 500 }));
    await world.wake();
    expect(world.plan()).toMatchObject({ state: { name: "reloading" } });
    await world.untilOver();
    expect(world.said).toEqual(["notify_recovered_title"]);
    expect(world.network.asked("tab")).toHaveLength(1);
  });

  it.each<[string, () => unknown, object]>([
    ["the page failed again", () => world.failing(CAME), { name: "waiting", next: "reload" }],
    ["nothing has come yet", () => Object.assign(world.failing(), BLANK), { name: "reloading" }],
    ["another document is on its way", () => Object.assign(world.failing(), LOADING), { name: "reloading" }],
  ])("under a reload looks at the tab and never loads it a second time: %s", async (_what, show, state) => {
    show();
    world.store(reloading());
    await world.wake();
    expect(world.plan()).toMatchObject({ reloads: 1, state });
    expect(world.network.requests).toEqual([]);
  });

  it("under a reload knows the document that has come by its being another one, whatever its clock says", async () => {
    world.failing({ startedAt: FAILED_AT - 60 * MINUTE });
    const { state, ...parts } = reloading();
    world.store({ ...parts, state: { ...state, document: FAILED_AT } });
    await world.wake();
    expect(world.plan()).toMatchObject({ reloads: 1, state: { name: "waiting", next: "reload" } });
    await world.clock.pass(MINUTE);
    expect(world.network.requests).toEqual([]);
  });

  it("under a reload looks at the tab and never loads it a second time: the page is back", async () => {
    world.failing({ ...CAME, status: 200 });
    world.store(reloading());
    await world.wake();
    expect(world.said).toEqual(["notify_recovered_title"]);
    expect(world.network.requests).toEqual([]);
  });
});

/** Another document has come since the load began, or is to come. */
const CAME = { startedAt: NOW - 5_000 };
const LOADING = { status: "loading" };
const BLANK = { ...LOADING, url: "about:blank" };
const reloading = () => plan({ name: "reloading", since: NOW - 10_000 }, { reloads: 1, lastReloadAt: NOW - 10_000 });
describe("a plan whose worker was killed before it told its end", () => {
  const untold = plan({ name: "closed", at: NOW - MINUTE, reason: "recovered", told: false });

  it("says it after all, once though tick meets tick", async () => {
    world.failing();
    world.store(untold);
    await world.startWorker("startup");
    await (await world.driver()).tick();
    expect(world.said).toEqual(["notify_recovered_title"]);
    expect(world.plans).toEqual({});
    expect(world.ended).toMatchObject([{ id: "plan-1" }]);
  });

  it("tries again at the next alarm when it could not be said", async () => {
    world.failing();
    world.store(untold);
    // However often the worker looks at its start.
    const say = vi.spyOn(world.browser.notifications, "create").mockRejectedValue(new Error("no notifications"));
    await world.wake();
    expect(world.alarm).toBe(30_000);
    expect(world.plan()).toEqual(untold);
    say.mockRestore();
    await world.clock.pass(30_000);
    expect(world.said).toEqual(["notify_recovered_title"]);
    expect(world.plans).toEqual({});
    expect(world.ended).toMatchObject([{ id: "plan-1" }]);
  });

  it("lets it go after an hour of trying", async () => {
    world.failing();
    world.store({ ...untold, state: { ...untold.state, at: NOW } });
    vi.spyOn(world.browser.notifications, "create").mockRejectedValue(new Error("no notifications"));
    await world.wake();
    await world.clock.pass(59 * MINUTE);
    expect(Object.keys(world.plans)).toEqual(["plan-1"]);
    await world.clock.pass(2 * MINUTE);
    expect(world.plans).toEqual({});
    expect(world.alarm).toBeNull();
  });

  it("says it behind what has begun in its tab since", async () => {
    world.failing({ url: "https://other.example/" });
    const state = { name: "waiting", due: NOW + 3_000, next: "probe" } as const;
    world.store(
      { ...untold, state: { ...untold.state, reason: "left" } },
      plan(state, { id: "plan-2", url: "https://other.example/", target: "https://other.example/" }),
    );
    await world.wake();
    await world.untilOver();
    expect(world.view()).toEqual({ state: "none" });
    await world.clock.until(
      () => world.plan("plan-2")?.attempts === 4 && world.plan("plan-2")?.state.name === "waiting",
    );
    expect(world.view()).toMatchObject({ state: "waiting", attempts: 4 });
  });
});

describe("a word that the worker was killed over", () => {
  const untold = plan({ name: "closed", at: NOW - MINUTE, reason: "recovered", told: false });

  it("is said by the next worker where it had not been said", async () => {
    world.failing();
    world.store(untold);
    vi.spyOn(world.browser.notifications, "create").mockImplementationOnce(() => new Promise(() => undefined));
    await world.wake();
    expect(world.said).toEqual([]);
    await world.wake();
    expect(world.said).toEqual(["notify_recovered_title"]);
    expect(world.plans).toEqual({});
  });

  it("comes once more in the place of the first where it had been said and nothing told so: never is worse than twice", async () => {
    world.failing();
    world.store(untold);
    const { create } = world.browser.notifications;
    vi.spyOn(world.browser.notifications, "create").mockImplementationOnce(async (...note) => {
      await create(...note);
      return new Promise(() => undefined);
    });
    await world.wake();
    await world.wake();
    expect(world.browser.notifications.said.map(({ id }) => id)).toEqual(["tab:7", "tab:7"]);
    expect(world.browser.notifications.standing.size).toBe(1);
  });

  it("is not said again where its site was spoken of, and only the plan did not know", async () => {
    world.failing();
    world.store(untold);
    await world.wake();
    world.store(untold);
    await world.wake();
    expect(world.said).toEqual(["notify_recovered_title"]);
    expect(world.plans).toEqual({});
  });
});
