import { afterEach, beforeEach, describe, expect, it } from "vitest";
import { World } from "../../../fakes/world.ts";
import { incidentIn } from "../stored.ts";
import { checked, failingTab, OTHER_PAGE, PAGE } from "./given.ts";

/** The first page's question takes the archive longer than the other's. */
const TAKES = [
  [PAGE, 10_000],
  [OTHER_PAGE, 5_000],
] as const;
const COPY = { archived_snapshots: { closest: { available: true, timestamp: "20260812093015", status: "200" } } };

let world: World;
let tab: ReturnType<typeof failingTab>;
beforeEach(async () => {
  world = new World();
  world.network.answer("https://shop.example", { status: 502, body: "down" });
  world.network.answer("https://archive.org", ({ url }) => {
    const about = new URL(url).searchParams.get("url");
    return { takes: TAKES.find(([page]) => page === about)?.[1] ?? 0, body: JSON.stringify(COPY) };
  });
  await world.startWorker();
  tab = failingTab(world);
  await checked(world);
});
afterEach(() => world.end());

const copy = () => world.browser.storage.session.items.get("saved-copy:7");
const asked = () => world.network.asked().filter((url) => url.startsWith("https://archive.org")).length;
const asks = () => void world.browser.runtime.fromPopup("opinion/saved-copy", { tabId: 7 });

describe("the question for a saved copy", () => {
  it("is asked once for a page, however often it is clicked", async () => {
    asks();
    asks();
    await world.clock.pass(15_000);
    expect(asked()).toBe(1);
    expect(copy()).toMatchObject({ answer: { state: "found" } });
  });

  it("is asked for the next page of the tab while the one before still waits, whose answer then is nobody's", async () => {
    asks();
    await world.clock.pass(100);
    await world.navigate(tab, OTHER_PAGE);
    await checked(world);
    asks();
    await world.clock.pass(15_000);
    expect(asked()).toBe(2);
    expect(copy()).toMatchObject({ incidentId: incidentIn(world, 7)?.id, answer: { state: "found" } });
  });

  it("leaves nothing of a tab that is closed and forgotten before it is answered", async () => {
    asks();
    await world.clock.pass(100);
    world.browser.tabs.close(tab);
    const other = await world.visit("https://other.example/", { id: 9 });
    await world.ask("tab/open", { tabId: other.id });
    await world.clock.pass(15_000);
    expect(copy()).toBeUndefined();
  });
});
