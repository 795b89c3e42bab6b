import { describe, expect, it } from "vitest";
import type { Incident } from "../../../../src/core/incident/incident.ts";
import { beginRetry, beginWatch, type Start, type Terms } from "../../../../src/core/retry/begin.ts";
import { endOf } from "../../../../src/core/retry/ended.ts";
import { NO_TAB, type RetryPlan } from "../../../../src/core/retry/plan.ts";
import type { Plans } from "../../../../src/core/retry/plans.ts";
import type { StopReason } from "../../../../src/core/retry/stop-reason.ts";
import { MINUTE, NOW, reloading, SECOND, started, URL_ASKED, waiting } from "./sample-plans.ts";

const INCIDENT: Incident = {
  id: "plan-1",
  tabId: 7,
  url: URL_ASKED,
  status: 502,
  since: NOW,
  noticed: "sentinel",
  method: "GET",
  private: false,
  navigation: null,
};
const TERMS: Terms = {
  off: false,
  maxPerHour: null,
  lasts: { tab: 6 * 3_600_000, watch: 7 * 86_400_000 },
  history: [],
};

const byId = (...plans: readonly RetryPlan[]): Plans => Object.fromEntries(plans.map((plan) => [plan.id, plan]));
const named = (id: string, plan: RetryPlan, parts: Partial<RetryPlan> = {}): RetryPlan => ({ ...plan, id, ...parts });
const over = (reason: StopReason, parts: Partial<RetryPlan> = {}): RetryPlan => ({
  ...started(),
  attempts: 9,
  reloads: 4,
  ...parts,
  state: { name: "closed", at: NOW - MINUTE, reason, told: true },
});

type Parts = Partial<Omit<Start, "incident">> & { incident?: Partial<Incident> };
const begin = (plans: Plans, { incident = {}, ...parts }: Parts = {}): Plans =>
  beginRetry(
    plans,
    {
      incident: { ...INCIDENT, ...incident },
      isProtected: false,
      floor: null,
      cause: null,
      wanted: false,
      isInFront: false,
      ends: [],
      terms: TERMS,
      ...parts,
    },
    NOW,
    0.5,
  );
const dueOf = (plan: RetryPlan | undefined) => (plan?.state.name === "waiting" ? plan.state.due : Number.NaN);

describe("a page that fails", () => {
  it("gets a plan of its own, whose first try comes in seconds", () => {
    const { "plan-1": plan } = begin({}, { isInFront: true, terms: { ...TERMS, history: [60], maxPerHour: 30 } });
    expect(plan).toMatchObject({
      ...{ tabId: 7, url: URL_ASKED, target: URL_ASKED, touchesTab: true, attempts: 0, inFront: true, flapping: false },
      ...{ history: [60], maxPerHour: 30, failingSince: NOW },
    });
    expect(dueOf(plan)).toBe(NOW + 3 * SECOND);
  });

  it("leaves a plan that runs as it is, and all others too", () => {
    const plans = byId(waiting(NOW + MINUTE, "reload", { reloads: 4 }), named("plan-2", started(), { tabId: 8 }));
    expect(begin(plans)).toBe(plans);
  });

  it("follows the age of one outage with the other pages of its site, and the latest time that the site has named", () => {
    const sibling = named("plan-2", waiting(NOW), { tabId: 8, failingSince: NOW - MINUTE, floor: NOW + MINUTE });
    const { "plan-1": plan } = begin(byId(sibling), { floor: NOW + SECOND });
    expect(plan).toMatchObject({ failingSince: NOW - MINUTE, floor: NOW + MINUTE });
    expect(dueOf(plan)).toBeGreaterThan(NOW + MINUTE);
  });

  it("ends the plan of another page in the same tab, and keeps the untold end of one", () => {
    const another = named("plan-0", started({ url: "https://shop.example/other" }));
    const ended = over("deadline", { id: "plan-2", url: "https://shop.example/third" });
    const untold = { ...ended, state: { ...ended.state, told: false } } as RetryPlan;
    const plans = begin(byId(another, untold), { isProtected: true });
    expect(Object.keys(plans).sort()).toEqual(["plan-1", "plan-2"]);
    expect(plans["plan-1"]).toMatchObject({ touchesTab: false, target: "https://shop.example/" });
  });

  it.each(["recovered", "site-answers", "queued"] as const)(
    "wants two good answers where its site has just been back: %s",
    (reason) => {
      const ends = [endOf(over(reason, { id: "plan-0", tabId: 9 }))];
      expect(begin({}, { ends })["plan-1"]).toMatchObject({ flapping: true, workedAt: NOW - MINUTE });
      const elsewhere = [endOf(over(reason, { id: "plan-0", url: "https://other.example/" }))];
      const anew = begin({}, { ends: elsewhere })["plan-1"];
      expect(anew).toMatchObject({ flapping: false });
      expect(anew).not.toHaveProperty("workedAt");
    },
  );

  it("keeps the pace of what a check has found", () => {
    expect(begin({}, { cause: "switched-off" })["plan-1"]).toMatchObject({ cause: "switched-off" });
    expect(dueOf(begin({}, { cause: "switched-off" })["plan-1"])).toBeGreaterThanOrEqual(NOW + 15 * MINUTE);
  });

  it.each(["blocked-address", "bot-check", "switched-off"] as const)(
    "is asked for as seldom as the other pages of its site, of which a check has found %s",
    (cause) => {
      const sibling = named("plan-2", waiting(NOW + 5 * MINUTE), { tabId: 8, cause });
      const anew = begin(byId(sibling))["plan-1"];
      const again = begin(byId(over("left"), sibling))["plan-1"];
      for (const plan of [anew, again]) {
        expect(plan).toMatchObject({ cause });
        expect(dueOf(plan)).toBeGreaterThan(NOW + 10 * MINUTE);
      }
    },
  );

  it.each<[string, Partial<RetryPlan>]>([
    ["its answers alone name what no request ends", { cause: "bot-check", isNamed: true }],
    ["its check has found what passes by itself", { cause: "overload" }],
  ])("takes nothing over from another page of its site where %s", (_what, parts) => {
    const sibling = named("plan-2", waiting(NOW + 5 * MINUTE), { tabId: 8, ...parts });
    expect(begin(byId(sibling))["plan-1"]?.cause).toBeUndefined();
  });

  it("goes by what its own check has found before what one of another page has", () => {
    const sibling = named("plan-2", waiting(NOW + 5 * MINUTE), { tabId: 8, cause: "bot-check" });
    expect(begin(byId(sibling), { cause: "overload" })["plan-1"]).toMatchObject({ cause: "overload" });
  });

  it("begins anew after a plan that watched another incident", () => {
    expect(begin(byId(over("left", { id: "plan-0" })))["plan-1"]).toMatchObject({ attempts: 0, reloads: 0 });
  });
});

describe("a page that fails again", () => {
  it("takes up the plan that the user's own reload ended: its pace, floor and limits go on", () => {
    const left = over("left", { floor: NOW + 10 * MINUTE, lastReloadAt: NOW - 2 * MINUTE });
    const { "plan-1": plan } = begin(byId(left));
    expect(plan).toMatchObject({ ...left, inFront: false, state: { name: "waiting", next: "probe" } });
    expect(dueOf(plan)).toBeGreaterThan(NOW + 10 * MINUTE);
  });

  it.each<[string, number | null, number | null, number | null]>([
    ["said with its failure", 20, 10, null],
    ["that it knew", 10, 20, null],
    ["that another page of the site was told", null, 10, 20],
  ])("takes its plan up after the latest time: the one %s", (_which, said, own, siblings) => {
    const at = (minutes: number | null) => (minutes === null ? null : NOW + minutes * MINUTE);
    const sibling = named("plan-2", waiting(NOW + 60 * MINUTE), { tabId: 8, floor: at(siblings) });
    const { "plan-1": plan } = begin(byId(over("left", { floor: at(own) }), sibling), { floor: at(said) });
    expect(plan?.floor).toBe(at(20));
    expect(dueOf(plan)).toBeGreaterThan(NOW + 20 * MINUTE);
  });

  it.each<[string, RetryPlan]>([
    ["was left", over("left")],
    ["runs", waiting(NOW + MINUTE, "reload")],
    ["loads the tab", reloading(NOW - SECOND)],
  ])("touches the tab no more once the address shows what a form brought, where its plan %s", (_what, earlier) => {
    expect(begin(byId(earlier), { isProtected: true })["plan-1"]).toMatchObject({
      ...{ touchesTab: false, target: "https://shop.example/" },
      state: { name: "waiting", next: "probe" },
    });
  });

  it("leaves its plan stopped that the user stopped, until the user wants it again", () => {
    const plans = byId(over("stopped"));
    expect(begin(plans)).toBe(plans);
    expect(begin(plans, { wanted: true })["plan-1"]).toMatchObject({
      ...{ attempts: 9, reloads: 4 },
      state: { name: "waiting" },
    });
  });

  it("takes its plan up from memory too, with its pace and its leave to touch the tab", () => {
    const ends = [endOf(over("stopped", { touchesTab: false, target: "https://shop.example/" }))];
    expect(begin({}, { ends })).toEqual({});
    expect(begin({}, { ends, wanted: true, isProtected: true })["plan-1"]).toMatchObject({
      ...{ url: URL_ASKED, target: "https://shop.example/", touchesTab: false, attempts: 9 },
    });
  });

  it.each([
    ["while its plan runs", (plan: RetryPlan) => begin(byId(plan))],
    ["after it was left", (plan: RetryPlan) => begin(byId({ ...plan, state: over("left").state }))],
    ["from memory", (plan: RetryPlan) => begin({}, { ends: [endOf({ ...plan, state: over("left").state })] })],
  ])("is tried itself once it came by its address, where it may have come from a form before: %s", (_when, again) => {
    const plan = { ...started({ protected: true }), attempts: 3, targetFailed: true };
    expect(again(plan)["plan-1"]).toMatchObject({
      target: URL_ASKED,
      touchesTab: true,
      targetFailed: false,
      attempts: 3,
    });
  });
});

describe("a page that fails after a restart of the browser", () => {
  it("leaves a plan that looks for its tab, though its id of the last session is this tab's by now", () => {
    const looking = named("plan-0", waiting(NOW + MINUTE), { searching: NOW - SECOND });
    const plans = begin(byId(looking), { incident: { url: "https://other.example/" } });
    expect(plans["plan-0"]).toBe(looking);
    expect(plans["plan-1"]).toMatchObject({ tabId: 7 });
  });

  it("takes up the plan that looks for its tab, under its own id", () => {
    const looking = named("plan-0", waiting(NOW), { tabId: 3, searching: NOW, attempts: 9 });
    const plans = begin(byId(looking), { incident: { tabId: 70 } });
    expect(Object.keys(plans)).toEqual(["plan-1"]);
    expect(plans["plan-1"]).toMatchObject({ tabId: 70, attempts: 9, searching: null });
  });

  it("takes up the plan of its own tab rather than one that bore its id before", () => {
    const looking = named("plan-0", waiting(NOW), { searching: NOW, attempts: 1 });
    const plans = begin(byId(looking, named("plan-2", waiting(NOW), { attempts: 2 })), { incident: { id: "plan-3" } });
    expect(Object.values(plans).map(({ attempts, searching }) => [attempts, searching])).toEqual([
      [1, NOW],
      [2, null],
    ]);
  });
});

describe("where trying again is switched off", () => {
  const terms = { ...TERMS, off: true };

  it.each<[string, Plans]>([
    ["begins", {}],
    ["is taken up", byId(over("left"))],
  ])("no plan %s", (_what, plans) => {
    expect(begin(plans, { terms })).toBe(plans);
    expect(beginWatch({}, { incident: INCIDENT, url: URL_ASKED, id: "watch", cause: null, terms }, NOW, 0.5)).toEqual(
      {},
    );
  });

  it("a plan that runs already learns that its page has come from a form", () => {
    const plans = begin(byId(waiting(NOW + MINUTE)), { terms, isProtected: true });
    expect(plans["plan-1"]).toMatchObject({ touchesTab: false });
  });
});

describe("a site that is to be watched without a tab", () => {
  const watch = (plans: Plans, incident: Partial<Incident> = {}) =>
    beginWatch(
      plans,
      { incident: { ...INCIDENT, ...incident }, url: URL_ASKED, id: "watch", cause: null, terms: TERMS },
      NOW,
      0.5,
    );

  it("is watched for a week, by a plan that touches no tab", () => {
    expect(watch({})).toMatchObject({
      watch: { tabId: NO_TAB, touchesTab: false, target: URL_ASKED, deadline: NOW + 7 * 24 * 60 * MINUTE },
    });
  });

  it("goes on as it is where it is watched already, and begins anew once that has ended", () => {
    const plans = watch({});
    expect(watch(plans)).toBe(plans);
    const ended = byId(named("watch", over("site-answers")));
    expect(watch(ended).watch).toMatchObject({ attempts: 0, state: { name: "waiting" } });
  });

  it("waits for the time that the site has named to a tab's plan, at the pace of the outage's age", () => {
    const sibling = waiting(NOW, "probe", { floor: NOW + 60 * MINUTE, failingSince: NOW - 60 * MINUTE });
    const { watch: plan } = watch(byId(sibling));
    expect(plan).toMatchObject({ floor: NOW + 60 * MINUTE, failingSince: NOW - 60 * MINUTE });
    expect(dueOf(plan)).toBeGreaterThan(NOW + 60 * MINUTE);
  });

  it("is asked as seldom as the site's tabs, of which a check has found what no request ends", () => {
    const { watch: plan } = watch(byId(waiting(NOW + 5 * MINUTE, "probe", { cause: "switched-off" })));
    expect(plan).toMatchObject({ cause: "switched-off" });
    expect(dueOf(plan)).toBeGreaterThan(NOW + 10 * MINUTE);
  });

  it("is asked for its front page where the page came from a form", () => {
    expect(watch({}, { method: "POST" }).watch).toMatchObject({ target: "https://shop.example/" });
  });
});
