import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Incident } from "../../../src/core/incident/incident.ts";
import { siteOf } from "../../../src/core/incident/site.ts";
import { noOpinions } from "../../../src/core/places/opinions-view.ts";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { World } from "../../fakes/world.ts";
import { judgedCheck } from "./check/given.ts";
import { incident, NOW, plan } from "./given.ts";
import { refuseWrites, shownOf } from "./stored.ts";

const modules = async () => ({
  ...(await import("../../../src/background/retry/plans.ts")),
  ...(await import("../../../src/background/incidents.ts")),
  ...(await import("../../../src/background/check/driver.ts")),
  ...(await import("../../../src/background/check/finished-checks.ts")),
  ...(await import("../../../src/background/tab-view.ts")),
  ...(await import("../../../src/background/check/told-steps.ts")),
  ...(await import("../../../src/background/retry/outage-history.ts")),
  ...(await import("../../../src/background/retry/notices.ts")),
  ...(await import("../../../src/background/forget.ts")),
  ...(await import("../../../src/background/card/kept-cards.ts")),
  ...(await import("../../../src/background/tab-view.ts")),
});
type Worker = Awaited<ReturnType<typeof modules>>;

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const SHOP = "https://www.shop.example:8443/cart?who=mrs-miller";
const NEWS = "https://news.example/today?who=mr-smith";

/** The failure's check has come to its verdict, which is kept and shown. */
async function judge({ keepFinished, showCheck }: Worker, failure: Incident): Promise<void> {
  const { finished, view } = judgedCheck(failure);
  await keepFinished(finished);
  await showCheck(view);
}

/** What has become of two sites: each failed in a tab of its own, was looked into, and came back. */
async function past(): Promise<Worker> {
  const worker = await world.load(modules);
  const { endIncident, keepAnswer, keepIncident, noteOutage, rememberEnd, sayOnce } = worker;
  for (const [tabId, url] of [
    [7, SHOP],
    [8, NEWS],
  ] as const) {
    const failure = incident({ tabId, id: `plan-${tabId}`, url });
    await keepIncident(failure);
    await judge(worker, failure);
    await keepAnswer(failure, "other-device", "fails");
    await worker.keepVerdict(tabId, "check", judgedCheck(failure).view);
    await worker.showOpinions(tabId, noOpinions(failure.id));
    await worker.showPlan(tabId, {
      state: "stopped",
      reason: "recovered",
      at: NOW,
      attempts: 1,
    });
    await endIncident(tabId, "works");
    await noteOutage(url, { start: NOW - 60_000, end: NOW });
    await sayOnce(`site ${siteOf(url)}`, async () => undefined);
    for (const id of [`tab:${tabId}`, `watch:${url}`]) {
      await world.browser.notifications.create(id, { title: "", message: "" });
    }
  }
  const over = (tabId: number, url: string) =>
    plan(
      { name: "closed", at: NOW, reason: "recovered", told: false },
      { id: `plan-${tabId}`, tabId, url, target: url },
    );
  store(over(7, SHOP), over(8, NEWS));
  for (const id of ["plan-7", "plan-8"]) await rememberEnd(id);
  return worker;
}

const store = (...plans: readonly RetryPlan[]) =>
  world.browser.storage.local.items.set("retry-plans", {
    version: 1,
    value: Object.fromEntries(plans.map((each) => [each.id, each])),
  });
const all = () => JSON.stringify([...world.browser.storage.local.items, ...world.browser.storage.session.items]);

const standing = () => [...world.browser.notifications.standing.keys()];

describe("to forget", () => {
  it("all leaves neither host nor address of what is over, wherever it was kept", async () => {
    const { forgetOver, endedPlans, checks } = await past();
    expect(all()).toMatch(/mrs-miller.*mr-smith/);
    await forgetOver(null);
    expect(all()).not.toMatch(/shop|miller|news|smith|plan-/);
    expect([...world.browser.storage.session.items.keys()].filter((key) => /:/.test(key))).toEqual([]);
    expect(await endedPlans()).toEqual([]);
    expect(await checks.of({ tabId: 7, url: SHOP })).toBeNull();
    expect(standing()).toEqual([]);
  });

  it.each(["shop.example", "www.shop.example", "www.shop.example:8443"])(
    "one host (%s) leaves what is known of others",
    async (host) => {
      const { forgetOver, endedPlans, historyOf, checks } = await past();
      await forgetOver(host);
      expect(all()).not.toMatch(/shop|miller|plan-7/);
      expect(new Set((await endedPlans()).map(({ id }) => id))).toEqual(new Set(["plan-8"]));
      expect(await historyOf(NEWS)).toEqual([60]);
      expect(await checks.of({ tabId: 8, url: NEWS })).not.toBeNull();
      expect(shownOf(world, 8)).toMatchObject({ check: { url: NEWS }, opinions: { incidentId: "plan-8" } });
      expect(standing()).toEqual(["tab:8", `watch:${NEWS}`]);
    },
  );

  it("leaves a page that still fails, its check and its plan, which knows of no earlier outage any more", async () => {
    const worker = await past();
    const now = incident({ tabId: 9, id: "plan-9", url: NEWS });
    await worker.keepIncident(now);
    await judge(worker, now);
    const running = plan(
      { name: "waiting", due: NOW + 60_000, next: "probe" },
      { id: "plan-9", tabId: 9, url: NEWS, target: NEWS },
    );
    store({ ...running, history: [60, 70, 80], published: [900] });
    // Another worker, which reads what was stored meanwhile.
    const { forgetOver, checks } = await world.load(modules);
    await forgetOver(null);
    expect(all()).not.toMatch(/shop|plan-7|plan-8/);
    const kept = world.browser.storage.local.items.get("retry-plans") as { value: Record<string, object> };
    expect(Object.keys(kept.value)).toEqual(["plan-9"]);
    expect(kept.value["plan-9"]).not.toHaveProperty("history", expect.anything());
    expect(kept.value["plan-9"]).not.toHaveProperty("published", expect.anything());
    expect(shownOf(world, 9)).toMatchObject({ check: { url: NEWS }, plan: { state: "waiting", usual: null } });
    expect(await checks.of({ tabId: 9, url: NEWS })).not.toBeNull();
  });

  it("drops what is shown of an earlier page in a tab where another fails by now", async () => {
    const { forgetOver, keepIncident } = await past();
    await keepIncident(incident({ tabId: 7, id: "plan-9", url: NEWS }));
    await forgetOver("shop.example");
    expect(all()).not.toMatch(/shop|miller/);
    expect(all()).toContain("plan-9");
  });

  it("goes on past what cannot be forgotten, and says so", async () => {
    const { forgetOver } = await past();
    vi.spyOn(world.browser.notifications, "clear").mockRejectedValueOnce(new Error("no notifications"));
    await expect(forgetOver(null)).rejects.toThrow("no notifications");
    expect(all()).not.toMatch(/shop|miller|news|smith/);
  });

  it.each([
    ["session", "finished-checks"],
    ["session", "told-steps"],
    ["session", "incidents"],
    ["session", "cards"],
    ["session", "ended-plans"],
    ["session", "timelines"],
    ["local", "outages"],
    ["local", "history"],
    ["local", "retry-plans"],
  ] as const)("goes on past what can be written no more in the %s area (%s), and says so", async (area, key) => {
    const { forgetOver } = await past();
    refuseWrites(world, area, key);
    const had = world.browser.storage[area].items.has(key);
    const done = await Promise.allSettled([forgetOver(null)]);
    expect(done[0].status).toBe(had ? "rejected" : "fulfilled");
    world.browser.storage[area].items.delete(key);
    expect(all()).not.toMatch(/shop|miller|news|smith/);
  });
});
