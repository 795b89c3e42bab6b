import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { FinishedCheck } from "../../../src/core/diagnosis/kept.ts";
import type { FakeAnswer } from "../../fakes/network.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { World } from "../../fakes/world.ts";
import { askedOfSite, checked, failingTab, PAGE, shownCheck, verdict } from "./check/given.ts";
import { incidentIn, keptOf, openPlans, shownOf, stored } from "./stored.ts";

const DOWN = { status: 502, body: "down" } as const;

let world: World;

const reload = (pastCache = false) => world.ask("tab/reload", { tabId: 7, pastCache });
/** What the tab is answered with from now on; strangers find the site down. */
const tabGets = (answer: FakeAnswer) =>
  world.network.answer("https://shop.example", ({ by }) => (by === "tab" ? answer : DOWN));
/** How the tab was loaded: whatever came before the reload aside. */
const loads = (from = 0) =>
  world.network.requests
    .filter(({ by }) => by === "tab")
    .slice(from)
    .map(({ method, init }) => [method, init.cache ?? "default"]);

/** What the tab's check has of the reload. */
const reloadInCheck = () =>
  stored<Record<number, FinishedCheck>>(world, "session", "finished-checks")?.[7]?.signals.reload;

/** Faultline may touch this one site, whose answers bear no mark that tells a form's from others. */
async function grantOneSite(): Promise<void> {
  world.browser.permissions.revoke({ origins: ["<all_urls>"] });
  world.browser.permissions.grant({ origins: ["*://shop.example/*"] });
  await world.clock.rest();
}

/** A page that fails in a tab, with its check of a moment ago. */
async function judged(parts: Parameters<typeof failingTab>[1] = {}): Promise<FakeTab> {
  const tab = failingTab(world, parts);
  await checked(world);
  return tab;
}

beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", DOWN);
  await world.startWorker();
});
afterEach(() => world.end());

describe("the user's own reload", () => {
  it("ends the check where the disk is full and the plan cannot be told", async () => {
    await world.visit(PAGE, { id: 7 });
    expect(openPlans(world)).toHaveLength(1);
    await checked(world);
    tabGets({ status: 200, body: "back" });
    world.browser.storage.local.isFull = true;
    await reload();
    expect(shownCheck(world)).toMatchObject({ phase: "done" });
    expect(reloadInCheck()).toBe("works");
  });

  it.each<["GET" | "POST", boolean, unknown]>([
    ["GET", false, [["GET", "no-cache"]]],
    ["GET", true, [["GET", "reload"]]],
    ["POST", false, [["GET", "default"]]],
    [
      "POST",
      true,
      [
        ["GET", "default"],
        ["GET", "reload"],
      ],
    ],
  ])(
    "of a failing page asked for by %s, past the cache %s, sends no form again",
    async (method, pastCache, expected) => {
      const tab = await world.visit(PAGE, { id: 7, method });
      await reload(pastCache);
      expect(loads(1)).toEqual(expected);
      expect(tab.dialogs).toEqual([]);
      expect(incidentIn(world, 7)?.method).toBe("GET");
    },
  );

  it("begins nothing on the next page, to which the user goes while the failing one is asked how it came", async () => {
    world.network.answer("https://shop.example", { status: 500, body: "down" });
    world.network.answer("https://a.example", {});
    const tab = await world.visit(PAGE, { id: 7 });
    const before = tab.document;
    const asked = world.browser.runtime.fromPopup("tab/reload", { tabId: 7, pastCache: false });
    await world.clock.until(() => tab.document !== before);
    await world.clock.pass(50);
    // The page is busy.
    const { executeScript } = world.browser.scripting.api;
    const run = vi.spyOn(world.browser.scripting.api, "executeScript").mockImplementation(async (injection) => {
      await new Promise<void>((go) => world.clock.later(400, go));
      return executeScript(injection);
    });
    await world.clock.until(() => run.mock.calls.length === 2);
    await world.navigate(tab, "https://a.example/");
    await world.clock.done(asked);
    await world.clock.pass(10_000);
    expect(incidentIn(world, 7)).toBeUndefined();
    expect(shownCheck(world)).toBeNull();
  });

  it("of a page without an incident goes by what its document says, and makes none", async () => {
    world.network.answer(PAGE, {});
    await world.visit(PAGE, { id: 7, method: "POST" });
    await reload();
    expect(loads(1)).toEqual([["GET", "default"]]);
    expect(keptOf(world, 7)).toBeUndefined();
  });

  it("that brings the page back ends incident and plan as worked, and says so in badge, check and popup", async () => {
    const tab = await world.visit(PAGE, { id: 7 });
    await checked(world);
    tabGets({});
    await reload();
    expect(keptOf(world, 7)).toMatchObject({ worked: true, leftAt: expect.any(Number) });
    expect(openPlans(world)).toEqual([]);
    expect(tab.badge.text).toBe("✓");
    expect(shownCheck(world)?.phase).toBe("done");
    expect(reloadInCheck()).toBe("works");
    expect(shownOf(world, 7).plan).toMatchObject({ reason: "recovered" });
    // The popup that opens next finds the check, which says what it was.
    const { id } = shownCheck(world) ?? {};
    await world.ask("tab/open", { tabId: 7 });
    expect(shownCheck(world)?.id).toBe(id);
  });

  it("that opens a page anew which may have come from a form says no more than its check does", async () => {
    const tab = await world.visit(PAGE, { id: 7, method: "POST" });
    await world.ask("retry/stop", { tabId: 7 });
    await checked(world);
    tabGets({});
    await reload();
    expect(tab.badge.text).toBe("✓");
    expect(reloadInCheck()).toBe("opens");
    expect(shownOf(world, 7).plan).not.toMatchObject({ reason: "recovered" });
  });

  it.each([
    ["came from a form", "POST", "opens"],
    ["may have come from one", "unknown", "works"],
  ] as const)(
    "that opens a page anew which %s says no more either where a plan watches its site",
    async (_how, method, opens) => {
      if (method === "unknown") await grantOneSite();
      await world.visit(PAGE, { id: 7, method: method === "POST" ? "POST" : "GET" });
      expect(incidentIn(world, 7)?.method).toBe(method);
      await checked(world);
      tabGets({});
      await reload();
      expect(reloadInCheck()).toBe(opens);
      expect(world.browser.notifications.said).toEqual([]);
      expect(shownOf(world, 7).plan).not.toMatchObject({ reason: "recovered" });
      expect(openPlans(world)).toEqual([]);
      expect(keptOf(world, 7)).toMatchObject({ worked: false, leftAt: expect.any(Number) });
      await world.ask("tab/open", { tabId: 7 });
      expect(shownOf(world, 7)).toMatchObject({
        check: { verdict: { advice: { key: "cause_transient_anew_advice" } } },
      });
    },
  );

  it("that fails continues the incident, and begins a check where none has just ended", async () => {
    await world.visit(PAGE, { id: 7 });
    const before = incidentIn(world, 7);
    tabGets({ status: 503, body: "down" });
    await reload();
    expect(await verdict(world)).toMatchObject({ incidentId: before?.id, status: 503 });
    expect(incidentIn(world, 7)).toMatchObject({ id: before?.id, since: before?.since, status: 503 });
  });

  it.each<[string, FakeAnswer, boolean, string]>([
    ["fails", DOWN, false, "fails"],
    ["works", {}, false, "works"],
    ["works past the cache", {}, true, "works-past-cache"],
  ])(
    "that %s goes into the check that has just ended, without asking the site anew",
    async (_how, answer, past, reloaded) => {
      // A status that no plan watches.
      world.network.answer("https://shop.example", { status: 500, body: "down" });
      await world.visit(PAGE, { id: 7 });
      await checked(world);
      const { id } = shownCheck(world) ?? {};
      const asked = askedOfSite(world).length;
      tabGets(answer);
      await reload(past);
      expect(shownCheck(world)).toMatchObject({ id, phase: "done" });
      expect(reloadInCheck()).toBe(reloaded);
      expect(askedOfSite(world)).toHaveLength(asked);
    },
  );

  it.each<[string, FakeAnswer]>([
    ["is answered with 401", { status: 401, body: "no" }],
    ["is answered with 404", { status: 404, body: "no" }],
  ])("that %s neither works nor fails: the incident is left with its check", async (_how, answer) => {
    await judged();
    tabGets(answer);
    await reload();
    expect(keptOf(world, 7)).toMatchObject({ leftAt: expect.any(Number), worked: false });
    expect(shownCheck(world)).toBeNull();
  });

  it("that leads elsewhere leaves the incident with its check", async () => {
    await judged();
    world.network.answer("https://login.example", {});
    tabGets({ location: "https://login.example/" });
    await reload();
    expect(keptOf(world, 7)).toMatchObject({ leftAt: expect.any(Number), worked: false });
    expect(shownCheck(world)).toBeNull();
  });

  it("of a limited page that is limited again goes into its check, without asking the site anew", async () => {
    const limited = { status: 429, body: "slowly" };
    world.network.answer("https://shop.example", limited);
    await judged({ status: 429 });
    const { id } = shownCheck(world) ?? {};
    const asked = askedOfSite(world).length;
    await reload();
    expect(shownCheck(world)).toMatchObject({ id, phase: "done", status: 429 });
    expect(askedOfSite(world)).toHaveLength(asked);
  });

  it("of a limited page that fails by now is another incident, with a check of its own", async () => {
    world.network.answer("https://shop.example", { status: 429, body: "slowly" });
    await judged({ status: 429 });
    const { id, incidentId } = shownCheck(world) ?? {};
    tabGets({ status: 503, body: "down" });
    await reload();
    await world.clock.until(() => shownCheck(world)?.id !== id);
    expect(await verdict(world)).toMatchObject({ status: 503, incidentId: incidentIn(world, 7)?.id });
    expect(shownCheck(world)?.incidentId).not.toBe(incidentId);
  });

  it("that shows nothing yet leaves the incident and its verdict as they are", async () => {
    await judged();
    const before = incidentIn(world, 7);
    const { id, verdict: said } = shownCheck(world) ?? {};
    tabGets({ takes: Number.POSITIVE_INFINITY });
    await reload();
    expect(incidentIn(world, 7)).toEqual(before);
    expect(shownCheck(world)).toMatchObject({ id, phase: "done", verdict: said });
  });
});

describe("the user's own reload that opens by its address what a form led to", () => {
  const OTHER = `${PAGE}/other`;
  const loadsOf = (tabId: number) => openPlans(world).find((plan) => plan.tabId === tabId);

  it("has another tab that failed at this very address loaded, and by its coming back the site's other pages", async () => {
    const same = await world.visit(PAGE, { id: 8 });
    const other = await world.visit(OTHER, { id: 9 });
    await world.visit(PAGE, { id: 7, method: "POST" });
    await world.clock.pass(120_000);
    world.network.answer("https://shop.example", {});
    const asked = world.network.asked().length;
    await reload();
    await world.clock.until(() => same.document?.status === 200 && other.document?.status === 200, 20_000);
    expect(world.network.asked()).toHaveLength(asked);
    await world.clock.until(() => openPlans(world).length === 0);
  });

  it.each([
    ["a private window", { incognito: true }],
    ["a container", { cookieStoreId: "firefox-container-1" }],
  ])("tells nobody of what stands in %s", async (_what, parts) => {
    const same = await world.visit(PAGE, { id: 8 });
    await world.clock.pass(120_000);
    failingTab(world, { id: 7, ...parts });
    await checked(world);
    tabGets({});
    await reload();
    await world.clock.rest();
    expect(keptOf(world, 7)).toMatchObject({ leftAt: expect.any(Number) });
    expect(same.document?.status).toBe(502);
    expect(loadsOf(8)).toMatchObject({ touchesTab: true, reloads: 0 });
  });

  it("tells the site's other pages nothing: it was never seen to fail by its address", async () => {
    await world.visit(OTHER, { id: 9 });
    await world.visit(PAGE, { id: 7, method: "POST" });
    await world.clock.pass(120_000);
    world.network.answer(PAGE, {});
    const before = loadsOf(9);
    await reload();
    await world.clock.rest();
    expect(loadsOf(9)).toEqual(before);
  });
});

describe("the user's own reload after their word that it works on another device", () => {
  const rowOf = (check: string) => shownCheck(world)?.rows.find((one) => one.check === check);
  const tell = () => world.ask("check/told", { tabId: 7, step: "other-device", answer: "works" });
  /** Strangers are served, and the tab is not. */
  const onlyHere = () => world.network.answer("https://shop.example", ({ by }) => (by === "tab" ? DOWN : {}));

  it("is compared with that word in the check of a moment ago", async () => {
    onlyHere();
    await judged();
    await tell();
    const { id } = shownCheck(world) ?? {};
    await reload();
    expect(shownCheck(world)?.id).toBe(id);
    expect(rowOf("other-device")?.outcome).toBe("fail");
  });

  it("is compared in a new check, where the last one is too old, and is asked for no more", async () => {
    onlyHere();
    await judged();
    await tell();
    const { id } = shownCheck(world) ?? {};
    await world.clock.pass(70_000);
    await reload();
    await world.clock.until(() => shownCheck(world)?.id !== id);
    await verdict(world);
    expect(rowOf("other-device")?.outcome).toBe("fail");
    expect(shownCheck(world)?.verdict?.action).not.toBe("reload");
  });

  it("compares nothing later than two minutes after it", async () => {
    onlyHere();
    await judged();
    await tell();
    await world.clock.pass(2 * 60_000);
    const { id } = shownCheck(world) ?? {};
    await reload();
    await world.clock.until(() => shownCheck(world)?.id !== id);
    await verdict(world);
    expect(rowOf("other-device")?.outcome).toBe("not-applicable");
  });
});
