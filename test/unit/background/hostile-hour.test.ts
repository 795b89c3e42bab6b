import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { HISTORY_ROOM, MOST_ENTRIES, MOST_OF_HOST } from "../../../src/core/history/entry.ts";
import type { FakeTab } from "../../fakes/tabs.ts";
import { NOW, World } from "../../fakes/world.ts";
import { entry } from "../core/history/given.ts";
import { openPlans, stored } from "./stored.ts";

const HOUR_MS = 3_600_000;
const HOST = "shop.example";
const said = {
  entry: JSON.stringify({ entry: { responseStatus: 502, serverTiming: [{ name: "faultline-get" }] }, timeOrigin: NOW }),
};

let world: World;
beforeEach(() => {
  world = new World();
});
afterEach(() => world.end());

const sizeOf = (area: "local" | "session"): number => JSON.stringify([...world.browser.storage[area].items]).length;
const history = () => stored<readonly ReturnType<typeof entry>[]>(world, "local", "history") ?? [];
const fail = (tab: FakeTab): Promise<void> => world.browser.runtime.fromPage(tab, tab.url, "page/failed", said);

describe("a page that fails ten times in a row, every five minutes for an hour, at ever other addresses", () => {
  it("has one plan ask a few times, and takes no more room than one host has", async () => {
    world.network.answer(`https://${HOST}`, { status: 502 });
    await world.startWorker();
    const tab = await world.visit(`https://${HOST}/`);
    const bursts = HOUR_MS / (5 * 60_000);
    for (let burst = 0; burst < bursts; burst += 1) {
      for (let turn = 0; turn < 10; turn += 1) await world.navigate(tab, `https://${HOST}/${burst}-${turn}`);
      await world.clock.pass(5 * 60_000);
    }
    const asked = world.network.asked().length;
    // The plan of the page that stands asks; those of pages that were left do not.
    expect(asked).toBeGreaterThan(bursts);
    expect(asked).toBeLessThan(20 * bursts);
    expect(openPlans(world)).toHaveLength(1);
    expect(history().length).toBeLessThanOrEqual(MOST_OF_HOST);
    expect(sizeOf("local")).toBeLessThan(600_000);
    expect(sizeOf("session")).toBeLessThan(300_000);
  }, 60_000);
});

describe("a history of ten thousand failures", () => {
  it("takes one more in the place of the oldest, and stays within its room", async () => {
    const full = Array.from({ length: MOST_ENTRIES }, (_, at) =>
      entry({
        id: `old-${at}`,
        host: `site-${at % 100}.example`,
        since: NOW - (MOST_ENTRIES - at) * 1_000,
        until: NOW,
      }),
    );
    world.browser.storage.local.items.set("history", { version: 1, value: full });
    world.network.answer(`https://${HOST}`, { status: 502 });
    await world.startWorker();
    await fail(world.browser.tabs.open({ url: `https://${HOST}/` }));
    await world.clock.until(() => history().some(({ host }) => host === HOST));
    expect(history()).toHaveLength(MOST_ENTRIES);
    expect(history().some(({ id }) => id === "old-0")).toBe(false);
    expect(history().some(({ id }) => id === "old-1")).toBe(true);
    expect(sizeOf("local")).toBeLessThan(HISTORY_ROOM);
  }, 60_000);
});
