import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NO_TAB } from "../../../../src/core/retry/plan.ts";
import { incident, NOW, plan, URL_ASKED } from "../given.ts";
import { MINUTE, PlanWorld } from "./plan-world.ts";

let world: PlanWorld;
beforeEach(() => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new PlanWorld();
});
afterEach(() => world.end());

const SECRET = "https://shop.example/cart?who=mrs-miller";
const LATER = plan({ name: "waiting", due: NOW + MINUTE, next: "probe" });
const SECRET_LATER = { ...LATER, url: SECRET, target: SECRET };

/** All that the session holds, beside what the sentinel has said of the page that still stands in the tab. */
const remembered = (): string =>
  JSON.stringify([...world.browser.storage.session.items].filter(([key]) => key !== "incidents"));

describe("the store of plans", () => {
  it("drops a plan that cannot be read, alone", async () => {
    world.failing();
    world.store(LATER, { ...LATER, id: "odd", state: { name: "dreaming" } }, null);
    await world.wake();
    world.network.answer("https://other.example", { status: 502 });
    await world.visit("https://other.example/");
    expect(world.plan()).toEqual(LATER);
    expect(Object.values(world.plans).map(({ url }) => url)).toEqual([URL_ASKED, "https://other.example/"]);
  });

  it.each([
    ["an address that cannot be read", { url: "http://[" }],
    ["a target that cannot be read", { target: "shop" }],
    ["an address of another kind", { url: "javascript:alert(1)" }],
    ["an address that is too long", { url: `${SECRET}${"x".repeat(10_000)}` }],
  ])("drops a plan with %s alone, and the others go on", async (_what, parts) => {
    world.failing();
    const due = plan({ name: "waiting", due: NOW, next: "probe" });
    world.store({ ...due, id: "odd", tabId: 8, ...parts }, due);
    await world.wake();
    await world.clock.pass(1_000);
    expect(world.network.asked()).toEqual([URL_ASKED]);
    expect(Object.keys(world.plans)).toEqual(["plan-1"]);
  });

  it("leaves nothing on the disk that it cannot read, from the first look of a session on", async () => {
    world.store({ ...LATER, url: "http://[mrs-miller" });
    world.browser.storage.session.items.clear();
    await world.wake();
    expect(world.browser.storage.local.items.has("retry-plans")).toBe(false);
  });

  it.each(["refused", "deadline", "gave-up"] as const)(
    "forgets a plan once somebody has been told of its end: %s",
    async (reason) => {
      world.failing();
      world.store(LATER);
      await world.wake();
      await (await world.driver()).tell(7, { type: "stop", reason });
      expect(world.plans).toEqual({});
      expect(world.ended).toEqual([]);
      expect(world.view()).toMatchObject({ state: "stopped", reason, attempts: 3 });
      expect(world.alarm).toBeNull();
    },
  );

  it.each(["stopped", "recovered", "site-answers", "queued"] as const)(
    "has no plan on the disk once it is told that it was %s; for ten minutes the memory knows, without its address",
    async (reason) => {
      world.failing({ url: SECRET });
      world.store(SECRET_LATER);
      await world.wake();
      await (await world.driver()).tell(7, { type: "stop", reason });
      expect(world.plans).toEqual({});
      expect(world.ended).toMatchObject([{ id: "plan-1", origin: "https://shop.example", state: { at: NOW, reason } }]);
      expect(remembered()).not.toMatch(/miller|cart/);
      expect(world.view()).toMatchObject({ state: "stopped", reason });
      expect(world.alarm).toBeNull();
      await world.clock.pass(10 * MINUTE);
      const { endedPlans, forgetEnded } = await import("../../../../src/background/retry/plans.ts");
      expect(await endedPlans()).toEqual([]);
      await forgetEnded();
      expect(world.ended).toEqual([]);
    },
  );

  it("keeps a plan that was left for the seconds in which the browser may be quitting, and no longer", async () => {
    const tab = world.failing({ url: SECRET });
    world.store(SECRET_LATER);
    await world.wake();
    world.network.answer("https://other.example", {});
    await world.navigate(tab, "https://other.example/");
    expect(world.plan()?.state).toMatchObject({ name: "closed", reason: "left", told: true });
    await world.clock.pass(14_000);
    expect(Object.keys(world.plans)).toEqual(["plan-1"]);
    await world.clock.pass(2_000);
    expect(world.plans).toEqual({});
    expect(world.alarm).toBeNull();
    expect(JSON.stringify(world.ended)).not.toMatch(/miller|cart/);
    // A reload of the user's that fails within ten minutes goes on where the plan was.
    await (await world.driver()).start(incident({ id: "plan-1", url: SECRET }), { isProtected: false, floor: null });
    expect(world.plan()).toMatchObject({ url: SECRET, target: SECRET, attempts: 3, state: { name: "waiting" } });
  });

  it.each(["left", "recovered"] as const)(
    "is rid by the next worker of an end that was told, if the one before has died meanwhile: %s",
    async (reason) => {
      world.store(plan({ name: "closed", at: NOW - MINUTE, reason, told: true }));
      await world.wake();
      expect(world.plans).toEqual({});
      expect(world.alarm).toBeNull();
    },
  );

  it("lets no site be asked again whose plan has ended before the time that it named", async () => {
    world.failing();
    world.store({ ...LATER, floor: NOW + MINUTE });
    await world.wake();
    await (await world.driver()).tell(7, { type: "stop", reason: "stopped" });
    expect(world.plans).toEqual({});
    const { mayAsk } = await import("../../../../src/background/retry/plans.ts");
    expect(await mayAsk(URL_ASKED)).toBe(false);
    expect(await mayAsk("https://other.example/")).toBe(true);
    await world.clock.pass(MINUTE);
    expect(await mayAsk(URL_ASKED)).toBe(true);
  });

  it("tells a page that comes and goes by what the memory knows of its site", async () => {
    world.failing();
    world.store(LATER);
    await world.wake();
    await (await world.driver()).tell(7, { type: "stop", reason: "recovered" });
    world.network.answer("https://shop.example", { status: 502 });
    await world.visit("https://shop.example/news");
    expect(Object.values(world.plans)).toMatchObject([{ flapping: true }]);
  });

  it("keeps no address of a site that was watched without a tab, whose plan is called after it", async () => {
    const id = `watch:${SECRET}`;
    const due = plan({ name: "waiting", due: NOW, next: "probe" });
    world.store({ ...due, id, tabId: NO_TAB, url: SECRET, target: SECRET, touchesTab: false });
    world.network.answer(SECRET, {});
    await world.wake();
    await world.untilOver(id);
    expect(world.said).toEqual(["notify_answers_title"]);
    expect(world.ended).toMatchObject([{ id: "watch:https://shop.example" }]);
    expect(remembered()).not.toContain("miller");
  });

  it("has written the end of a plan before anybody is told of it", async () => {
    world.failing();
    world.store(LATER);
    await world.wake();
    const seen: unknown[] = [];
    vi.spyOn(world.browser.notifications, "create").mockImplementation(async () => {
      seen.push(world.plan()?.state);
      return "";
    });
    await (await world.driver()).tell(7, { type: "stop", reason: "deadline" });
    expect(seen).toEqual([{ name: "closed", at: NOW, reason: "deadline", told: false }]);
  });

  it.each(["constructor", "__proto__", "toString"])("knows no plan called %s", async (id) => {
    world.failing();
    world.store(LATER);
    await world.wake();
    await (await world.driver()).stop(id);
    expect(world.plans).toEqual({ "plan-1": LATER });
  });
});
