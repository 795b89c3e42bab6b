import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { World } from "../../fakes/world.ts";
import { openPlans, shownOf } from "./stored.ts";

const PAGE = "https://shop.example/cart";
const WATCHED = "https://news.example/today";

/** What a broken disk, another extension's mistake or another version may leave under a key. */
const GARBAGE: readonly unknown[] = [
  null,
  "garbage".repeat(10_000),
  [],
  { version: 1 },
  { version: "1", value: [] },
  { version: 1, value: [null, 1, "x", {}, []] },
  { version: 1, value: { 7: null, "plan-1": {}, retry: { off: "x" }, since: "x" } },
  { version: 2, value: { toString: 1 } },
];

/** Keys under which nothing lies as long as no plan has ended and no step was taken. */
const SELDOM = ["outages", "ended-plans", "latest-outages", "notices", "told-steps"];

let world: World;
beforeEach(async () => {
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
  world = new World();
  await world.startWorker();
});
afterEach(() => world.end());

const isJudged = (tabId: number): boolean => JSON.stringify(shownOf(world, tabId)).includes('"phase":"done"');

/** One page fails and is checked, one site is watched, and something is set: every kind of value is stored. */
async function keepEverything() {
  world.network.answer("https://shop.example", { status: 502 });
  world.network.answer("https://news.example", { status: 503 });
  world.browser.storage.local.items.set("settings", { version: 1, value: { history: true } });
  const tab = await world.visit(PAGE);
  const other = await world.visit(WATCHED);
  await world.ask("retry/watch", { tabId: other.id });
  await world.ask("tab/open", { tabId: tab.id });
  await world.clock.until(() => isJudged(tab.id));
  return tab;
}

describe("storage that is corrupt", () => {
  it.each(GARBAGE.map((_, round) => round))(
    "under each key in its own way costs no worker its life, and the next failure is brought back by one load: round %i",
    async (round) => {
      const tab = await keepEverything();
      const { local, session } = world.browser.storage;
      const kept = [...local.items.keys(), ...session.items.keys()];
      expect(kept).toEqual(expect.arrayContaining(["retry-plans", "history", "incidents", "finished-checks", "cards"]));
      world.killWorker();
      // In as many rounds as there are kinds every key has had each of them.
      let kind = round;
      for (const { items } of [local, session]) {
        for (const key of [...items.keys(), ...SELDOM]) items.set(key, GARBAGE[kind++ % GARBAGE.length]);
      }
      await world.startWorker();
      await world.ask("tab/open", { tabId: tab.id });
      await world.navigate(tab, PAGE);
      expect(tab.badge.text).toBe("502");
      await world.clock.until(() => openPlans(world).some(({ tabId }) => tabId === tab.id), 30_000);
      world.network.answer("https://shop.example", {});
      const asked = world.network.asked("tab").length;
      await world.clock.until(() => tab.document?.status === 200, 120_000);
      await world.clock.pass(60_000);
      expect(world.network.asked("tab").slice(asked)).toEqual([PAGE]);
      await world.clock.until(() => openPlans(world).every(({ tabId }) => tabId !== tab.id), 30_000);
    },
  );
});
