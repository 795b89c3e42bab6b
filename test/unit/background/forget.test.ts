import { beforeEach, describe, expect, it, vi } from "vitest";
import { notSent } from "../../../src/core/http/settled.ts";
import { siteOf } from "../../../src/core/incident/site.ts";
import type { OpinionsView } from "../../../src/core/places/opinions-view.ts";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import { fakeBrowser, incident, NOW, plan, viewOf } from "./given.ts";

const { browser, standing, dismissed } = vi.hoisted(() => ({
  browser: {} as ReturnType<typeof fakeBrowser>,
  standing: { ids: [] as string[] },
  dismissed: vi.fn(async (_id: string) => undefined),
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));
vi.mock("../../../src/platform/alarms.ts", () => ({
  setAlarm: async () => undefined,
  clearAlarm: async () => undefined,
}));

const OPINIONS: Omit<OpinionsView, "incidentId"> = {
  asking: null,
  live: [],
  measurement: null,
  withPath: false,
  world: notSent("not-needed"),
  address: notSent("not-needed"),
  refusal: null,
};
const SHOP = "https://www.shop.example:8443/cart?who=mrs-miller";
const NEWS = "https://news.example/today?who=mr-smith";

/** What has become of two sites: each failed in a tab of its own, was looked into, and came back. */
async function past() {
  vi.resetModules();
  const plans = await import("../../../src/background/retry/plans.ts");
  const { keepIncident, endIncident } = await import("../../../src/background/incidents.ts");
  const { CheckSession, checkOf } = await import("../../../src/background/check/check-session.ts");
  const { keepAnswer } = await import("../../../src/background/check/told-steps.ts");
  const { noteOutage, historyOf } = await import("../../../src/background/retry/outage-history.ts");
  const { sayOnce } = await import("../../../src/background/retry/notices.ts");
  const { showOpinions, showPlan } = await import("../../../src/background/tab-view.ts");
  const { forgetOver } = await import("../../../src/background/forget.ts");
  for (const [tabId, url] of [
    [7, SHOP],
    [8, NEWS],
  ] as const) {
    const failure = incident({ tabId, id: `plan-${tabId}`, url });
    await keepIncident(failure);
    await new CheckSession(failure).finish();
    await keepAnswer(failure, "other-device", "fails");
    await showOpinions(tabId, { ...OPINIONS, incidentId: failure.id });
    await showPlan(tabId, { state: "stopped", incidentId: failure.id, reason: "recovered", at: NOW, attempts: 1 });
    await endIncident(tabId, "works");
    await noteOutage(url, { start: NOW - 60_000, end: NOW });
    await sayOnce(`site ${siteOf(url)}`, async () => undefined);
    standing.ids.push(`tab:${tabId}`, `watch:${url}`);
  }
  const over = (tabId: number, url: string) =>
    plan(
      { name: "closed", at: NOW, reason: "recovered", told: false },
      { id: `plan-${tabId}`, tabId, url, target: url },
    );
  store(over(7, SHOP), over(8, NEWS));
  for (const id of ["plan-7", "plan-8"]) await plans.rememberEnd(id);
  return { ...plans, keepIncident, checkOf, historyOf, forgetOver };
}

const store = (...plans: readonly RetryPlan[]) =>
  browser.storage.local.items.set("retry-plans", {
    version: 1,
    value: Object.fromEntries(plans.map((each) => [each.id, each])),
  });
const all = () => JSON.stringify([...browser.storage.local.items, ...browser.storage.session.items]);

beforeEach(() => {
  vi.setSystemTime(NOW);
  vi.stubGlobal("navigator", { onLine: true });
  standing.ids = [];
  dismissed.mockClear();
  Object.assign(browser, fakeBrowser(), {
    permissions: { contains: async () => true },
    notifications: {
      getAll: async () => Object.fromEntries(standing.ids.map((id) => [id, true])),
      clear: dismissed,
    },
  });
});

describe("to forget", () => {
  it("all leaves neither host nor address of what is over, wherever it was kept", async () => {
    const { forgetOver, endedPlans, checkOf } = await past();
    expect(all()).toMatch(/mrs-miller.*mr-smith/);
    await forgetOver(null);
    expect(all()).not.toMatch(/shop|miller|news|smith|plan-/);
    expect([...browser.storage.session.items.keys()].filter((key) => /:/.test(key))).toEqual([]);
    expect(await endedPlans()).toEqual([]);
    expect(await checkOf({ tabId: 7, url: SHOP })).toBeNull();
    expect(dismissed.mock.calls.flat().sort()).toEqual([...standing.ids].sort());
  });

  it.each(["shop.example", "www.shop.example", "www.shop.example:8443"])(
    "one host (%s) leaves what is known of others",
    async (host) => {
      const { forgetOver, endedPlans, historyOf, checkOf } = await past();
      await forgetOver(host);
      expect(all()).not.toMatch(/shop|miller|plan-7/);
      expect(new Set((await endedPlans()).map(({ id }) => id))).toEqual(new Set(["plan-8"]));
      expect(await historyOf(NEWS)).toEqual([60]);
      expect(await checkOf({ tabId: 8, url: NEWS })).not.toBeNull();
      expect(viewOf(browser, 8)).toMatchObject({ check: { url: NEWS }, opinions: { incidentId: "plan-8" } });
      expect(dismissed.mock.calls.flat().sort()).toEqual(["tab:7", `watch:${SHOP}`]);
    },
  );

  it("leaves a page that still fails, its check and its plan, which knows of no earlier outage any more", async () => {
    const { keepIncident, checkOf } = await past();
    const { CheckSession } = await import("../../../src/background/check/check-session.ts");
    const now = incident({ tabId: 9, id: "plan-9", url: NEWS });
    await keepIncident(now);
    await new CheckSession(now).finish();
    vi.resetModules();
    const running = plan(
      { name: "waiting", due: NOW + 60_000, next: "probe" },
      { id: "plan-9", tabId: 9, url: NEWS, target: NEWS },
    );
    store({ ...running, history: [60, 70, 80] });
    await (await import("../../../src/background/forget.ts")).forgetOver(null);
    expect(all()).not.toMatch(/shop|plan-7|plan-8/);
    const kept = browser.storage.local.items.get("retry-plans") as { value: Record<string, object> };
    expect(Object.keys(kept.value)).toEqual(["plan-9"]);
    expect(kept.value["plan-9"]).not.toHaveProperty("history", expect.anything());
    expect(viewOf(browser, 9)).toMatchObject({ check: { url: NEWS }, plan: { state: "waiting", usual: null } });
    expect(await checkOf({ tabId: 9, url: NEWS })).not.toBeNull();
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
    dismissed.mockRejectedValueOnce(new Error("no notifications"));
    await expect(forgetOver(null)).rejects.toThrow("no notifications");
    expect(all()).not.toMatch(/shop|miller|news|smith/);
  });
});
