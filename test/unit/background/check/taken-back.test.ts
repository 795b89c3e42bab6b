import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { EndedPlan } from "../../../../src/core/retry/ended.ts";
import { AUTOMATIC } from "../../../fakes/permissions.ts";
import { World } from "../../../fakes/world.ts";
import { openPlans, stored } from "../stored.ts";
import { askedOfSite, PAGE, shownCheck, verdict } from "./given.ts";

/** How long the site takes for an answer: each of a check's requests has to wait for the one before. */
const SLOW_MS = 3_000;

let world: World;
beforeEach(async () => {
  world = new World();
  await world.startWorker();
  world.network.answer("https://shop.example", { status: 502, takes: SLOW_MS });
});
afterEach(() => world.end());

describe("a grant that is taken back in the middle of a check", () => {
  it("ends the plan at once, and nothing more is asked of the site: not even what waited for its turn", async () => {
    const tab = await world.visit(PAGE);
    await world.ask("tab/open", { tabId: tab.id });
    await world.clock.until(() => askedOfSite(world).length === 1);
    world.browser.permissions.revoke(AUTOMATIC);
    await world.clock.rest();
    expect(openPlans(world)).toEqual([]);
    const view = await verdict(world, tab.id);
    await world.clock.pass(60_000);
    expect(askedOfSite(world)).toHaveLength(1);
    // What was never sent is no evidence against anybody.
    expect(view.verdict?.side).not.toBe("you");
  });

  it("makes nothing of an answer that the browser withholds from then on", async () => {
    world.network.answer("https://shop.example", { isRefused: true, takes: SLOW_MS });
    const tab = world.browser.tabs.open({ url: PAGE, status: 502 });
    await world.ask("tab/open", { tabId: tab.id });
    await world.clock.until(() => askedOfSite(world).length === 1);
    world.browser.permissions.revoke(AUTOMATIC);
    await verdict(world, tab.id);
    const rows = shownCheck(world, tab.id)?.rows ?? [];
    expect(rows.filter(({ outcome }) => outcome === "fail").map(({ check }) => check)).not.toContain("connection");
    expect(askedOfSite(world)).toHaveLength(1);
  });

  it("changes nothing for a check that a click alone has opened", async () => {
    world.browser.permissions.revoke(AUTOMATIC);
    const tab = world.browser.tabs.open({ url: PAGE, status: 502 });
    tab.isClicked = true;
    await world.ask("tab/open", { tabId: tab.id });
    await verdict(world, tab.id);
    expect(askedOfSite(world).length).toBeGreaterThan(2);
  });
});

describe("a grant that is taken back while several pages are tried again", () => {
  const PAGES = [PAGE, "https://news.example/today", "https://mail.example/inbox"];
  beforeEach(async () => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    for (const page of PAGES) {
      world.network.answer(new URL(page).origin, { status: 502 });
      await world.visit(page);
    }
    expect(openPlans(world)).toHaveLength(3);
  });

  /** So many of the next times that the plans are written, that fails. */
  function failWrites(times: number): void {
    const { local } = world.browser.storage;
    const set = local.set.getMockImplementation();
    let left = times;
    local.set.mockImplementation(async (values) => {
      if ("retry-plans" in values && left-- > 0) throw new Error("QUOTA_BYTES quota exceeded");
      return set?.(values);
    });
    const remove = local.remove.getMockImplementation();
    local.remove.mockImplementation(async (key) => {
      if (key === "retry-plans" && left-- > 0) throw new Error("QUOTA_BYTES quota exceeded");
      return remove?.(key);
    });
  }

  it("ends all of them at once, where the disk refuses a write", async () => {
    failWrites(1);
    world.browser.permissions.revoke(AUTOMATIC);
    await world.clock.rest();
    expect(openPlans(world)).toEqual([]);
  });

  it("ends them with the next look at the time, where the disk refused all of it", async () => {
    failWrites(4);
    world.browser.permissions.revoke(AUTOMATIC);
    await world.clock.rest();
    expect(openPlans(world)).toHaveLength(3);
    await world.clock.pass(5_000);
    expect(openPlans(world)).toEqual([]);
    const ended = stored<EndedPlan[]>(world, "session", "ended-plans") ?? [];
    expect(ended.map(({ state }) => state)).toMatchObject(PAGES.map(() => ({ reason: "stopped" })));
  });

  it("ends all but the one of which the browser does not say whether it is granted", async () => {
    const { contains } = world.browser.permissions;
    vi.spyOn(world.browser.permissions, "contains").mockImplementation(async (asked) => {
      if (asked.origins?.[0]?.includes("shop.example")) throw new Error("no answer");
      return contains(asked);
    });
    world.browser.permissions.revoke(AUTOMATIC);
    await world.clock.rest();
    expect(openPlans(world)).toMatchObject([{ url: PAGE }]);
  });

  it("ends those of one site alone where that is what is left out", async () => {
    world.browser.permissions.grant({ origins: ["https://news.example/*"] });
    world.browser.permissions.revoke(AUTOMATIC);
    await world.clock.rest();
    expect(openPlans(world)).toMatchObject([{ url: PAGES[1] }]);
  });

  it("ends them in the next worker, where this one was dead by then", async () => {
    world.killWorker();
    world.browser.permissions.revoke(AUTOMATIC);
    await world.startWorker();
    expect(openPlans(world)).toEqual([]);
  });

  it("ends them in the next session, where it was taken back without a browser to say so", async () => {
    world.killWorker();
    world.browser.permissions.revoke(AUTOMATIC);
    await world.restartBrowser();
    expect(openPlans(world)).toEqual([]);
  });
});
