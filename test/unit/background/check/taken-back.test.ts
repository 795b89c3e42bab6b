import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { AUTOMATIC } from "../../../fakes/permissions.ts";
import { World } from "../../../fakes/world.ts";
import { openPlans } from "../stored.ts";
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
