import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { RetryEvent } from "../../../../src/core/retry/events.ts";
import type { RetryPlan } from "../../../../src/core/retry/plan.ts";
import type { FakeTab } from "../../../fakes/tabs.ts";
import { NOW, plan, storedIncidents, URL_ASKED } from "../given.ts";
import { FAILED_AT, PlanWorld } from "./plan-world.ts";

let world: PlanWorld;
let tab: FakeTab;
beforeEach(async () => {
  world = new PlanWorld();
  tab = world.failing();
  await world.wake();
  await write(RELOADING);
  world.network.answer("https://shop.example", {});
});
afterEach(() => world.end());

/** The plan as it is written before its tab is loaded. */
const RELOADING = plan({ name: "reloading", since: NOW, before: NOW - 5_000, after: "answer" });
const HELD = { type: "withheld", why: "on-its-way" };
const UNKNOWN = { type: "withheld", why: "unknown" };
const ENDS = { type: "stop", reason: "site-answers" };

/** As the driver writes a plan before it acts. */
async function write(reloading: RetryPlan): Promise<void> {
  const { PLANS } = await import("../../../../src/background/retry/plans.ts");
  const { update } = await import("../../../../src/platform/storage.ts");
  await update(PLANS, () => ({ [reloading.id]: reloading }));
}

async function reload(): Promise<RetryEvent> {
  const { reloadUnasked } = await import("../../../../src/background/retry/unasked-reload.ts");
  return world.clock.done(reloadUnasked(RELOADING, 7, FAILED_AT));
}

/** The sentinel has said another thing of the page, or nothing of it. */
function said(method: "POST" | "unknown" | null): void {
  const incidents = storedIncidents(FAILED_AT, ...(method ? [{ tabId: 7, url: URL_ASKED, method }] : []));
  world.browser.storage.session.items.set("incidents", incidents);
}

describe("a plan's own reload", () => {
  it("is made where the failing page rests and nothing would be lost", async () => {
    expect(await reload()).toMatchObject({ type: "looked", look: { status: 200 } });
    expect(world.network.requests).toMatchObject([{ by: "tab", url: URL_ASKED, init: { cache: "no-cache" } }]);
  });

  it("is not made for a plan that has ended meanwhile", async () => {
    await write({ ...RELOADING, state: { name: "closed", at: NOW, reason: "stopped", told: false } });
    expect(await reload()).toEqual(HELD);
    expect(world.network.requests).toEqual([]);
  });

  it.each<[string, object]>([
    ["another document", { status: "loading" }],
    ["something, and no script may look", { status: "loading", url: "about:blank" }],
  ])("is withheld while %s is on its way in the tab", async (_what, parts) => {
    Object.assign(tab, parts);
    expect(await reload()).toEqual(HELD);
    expect(world.network.requests).toEqual([]);
  });

  it("is withheld where another document has come since the plan wrote down which one it loads", async () => {
    const { reloadUnasked } = await import("../../../../src/background/retry/unasked-reload.ts");
    expect(await world.clock.done(reloadUnasked(RELOADING, 7, FAILED_AT - 1))).toEqual(HELD);
    expect(world.network.requests).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ["began to load", () => Object.assign(tab, { status: "loading" })],
    ["went to another page", () => Object.assign(tab, { url: "https://shop.example/other" })],
    ["was closed", () => world.browser.tabs.close(tab)],
  ])("is withheld where the tab %s since the look", async (_what, happen) => {
    const { api } = world.browser.tabs;
    const usual = api.get;
    let looks = 0;
    vi.spyOn(api, "get").mockImplementation((id) => {
      looks += 1;
      if (looks === 2) happen();
      return usual(id);
    });
    expect(await reload()).toEqual(HELD);
    expect(world.network.requests).toEqual([]);
  });

  it("lies right behind the last look at the tab, which comes after all that is asked of its page", async () => {
    const order: string[] = [];
    const note = <A extends unknown[], R>(name: string, api: Record<string, (...args: A) => R>): void => {
      const usual = api[name];
      vi.spyOn(api, name).mockImplementation((...args) => {
        order.push(name);
        return usual?.(...args) as R;
      });
    };
    note("get", world.browser.tabs.api as never);
    note("reload", world.browser.tabs.api as never);
    note("executeScript", world.browser.scripting.api as never);
    await reload();
    const asked = order.slice(0, order.indexOf("reload"));
    expect(asked.slice(-2)).toEqual(["executeScript", "get"]);
    // Whether it would ask, what was typed, and which document stands there.
    expect(asked.filter((name) => name === "executeScript")).toHaveLength(3);
  });

  it.each<[string, () => unknown, object]>([
    ["works by now", () => world.browser.tabs.open({ id: 7, url: URL_ASKED, startedAt: NOW }), { status: 200 }],
    ["shows another page", () => Object.assign(tab, { url: "https://shop.example/other" }), { state: "another-page" }],
    ["is closed", () => world.browser.tabs.close(tab), { state: "gone" }],
    ["sleeps", () => Object.assign(tab, { discarded: true }), { state: "asleep" }],
  ])("is not needed where the tab %s, which is said instead", async (_what, happen, look) => {
    tab.document?.type("Dear Sir");
    happen();
    expect(await reload()).toMatchObject({ type: "looked", look });
    expect(world.network.requests).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ["the user has typed something", () => tab.document?.type("Dear Sir")],
    ["the page would ask before it is left", () => tab.document?.askBeforeLeaving()],
    ["the page came from a form", () => said("POST")],
    ["nobody knows how the page was asked for", () => said("unknown")],
  ])("is not made where %s: the plan ends with a word", async (_what, happen) => {
    happen();
    expect(await reload()).toEqual(ENDS);
    expect(world.network.requests).toEqual([]);
  });

  it.each<[string, () => unknown]>([
    ["some frame does not answer", () => world.failing({ frames: [{ kind: "silent" }] })],
    ["another document has come, whose sentinel has not spoken", () => said(null)],
  ])("is withheld where %s", async (_what, happen) => {
    happen();
    expect(await reload()).toEqual(UNKNOWN);
    expect(world.network.requests).toEqual([]);
  });
});
