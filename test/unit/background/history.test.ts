import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { History } from "../../../src/core/history/entry.ts";
import { World } from "../../fakes/world.ts";
import { judgedCheck } from "./check/given.ts";
import { incident, NOW } from "./given.ts";
import { stored } from "./stored.ts";

const modules = async () => ({
  ...(await import("../../../src/background/incidents.ts")),
  ...(await import("../../../src/background/history.ts")),
  ...(await import("../../../src/background/forget.ts")),
  ...(await import("../../../src/background/on-history.ts")),
});
type Worker = Awaited<ReturnType<typeof modules>>;

let world: World;
let worker: Worker;
beforeEach(async () => {
  world = new World();
  worker = await world.load(modules);
});
afterEach(() => world.end());

const history = (): History | undefined => stored<History>(world, "local", "history");
/** Nobody waits for the history, so a test lets what was begun come to its end. */
const settled = (): Promise<unknown> => world.clock.pass(1);

describe("the history", () => {
  it("has of a failure the host, the code, the verdict, the tries and the end, and nothing else of its address", async () => {
    const failure = incident({ url: "https://shop.example/orders/mrs-miller?card=4711" });
    await worker.keepIncident(failure);
    await worker.noteVerdict(failure, judgedCheck(failure).view);
    await worker.noteMark(failure.id, { type: "answered", meaning: "fails", floor: null }, NOW + 5_000);
    await worker.endIncident(failure.tabId, "works");
    await settled();
    expect(history()).toMatchObject([
      { id: failure.id, host: "shop.example", status: 502, ended: "back", marks: [[NOW + 5_000, "fails"]] },
    ]);
    expect(history()?.[0]?.side).toBe(judgedCheck(failure).view.verdict?.side);
    expect(JSON.stringify([...world.browser.storage.local.items])).not.toMatch(/miller|4711/);
  });

  it.each([
    ["works", "back"],
    ["left", "left"],
  ] as const)("has an end that the session's memory has no room for: %s", async (how, ended) => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    const failure = incident();
    await worker.keepIncident(failure);
    await settled();
    world.browser.storage.session.isFull = true;
    await worker.endIncident(failure.tabId, how);
    await settled();
    expect(history()).toMatchObject([{ id: failure.id, ended }]);
  });

  it.each([
    ["a private window", { private: true }],
    ["a page whose requests fail", { noticed: "requests" }],
    ["a page that nobody answered", { status: null }],
    ["a limit", { status: 429 }],
  ] as const)("knows nothing of %s", async (_what, parts) => {
    const failure = incident(parts);
    await worker.noteFailure(failure);
    await worker.noteEnd(failure, "left", NOW + 1_000);
    expect(history()).toBeUndefined();
  });

  it("keeps nothing while it is switched off, and goes on once it is on", async () => {
    world.browser.storage.local.items.set("settings", { version: 1, value: { history: false } });
    await worker.noteFailure(incident());
    expect(history()).toBeUndefined();
    world.browser.storage.local.items.delete("settings");
    await worker.noteFailure(incident());
    expect(history()).toHaveLength(1);
  });

  it("lets no failure go on for ever that began before it was switched off, and keeps nothing new of it", async () => {
    const failure = incident();
    await worker.noteFailure(failure);
    world.browser.storage.local.items.set("settings", { version: 1, value: { history: false } });
    await worker.noteEnd(failure, "back", NOW + 1_000);
    expect(history()).toMatchObject([{ id: failure.id, ended: "unseen", until: null, marks: [] }]);
  });

  it("forgets one failure, one site, and all, and leaves no key behind", async () => {
    await worker.noteFailure(incident({ id: "a" }));
    await worker.noteFailure(incident({ id: "b", url: "https://www.shop.example/" }));
    await worker.noteFailure(incident({ id: "c", url: "https://news.example/" }));
    await worker.onHistoryRemove({ id: "a" });
    expect(history()?.map(({ id }) => id)).toEqual(["b", "c"]);
    await worker.onHistoryClear({ host: "shop.example" });
    expect(history()?.map(({ id }) => id)).toEqual(["c"]);
    await worker.onHistoryClear({ host: null });
    expect(history()).toBeUndefined();
  });

  it("says that nobody saw the end of a failure whose tab is gone, and of all that stood when the browser ended", async () => {
    await worker.keepIncident(incident({ id: "a", tabId: 7, since: NOW - 60_000 }));
    await worker.keepIncident(incident({ id: "b", tabId: 8, since: NOW - 60_000, url: "https://news.example/" }));
    await worker.forgetIncident(7);
    await settled();
    expect(history()?.map(({ id, ended }) => [id, ended])).toEqual([
      ["a", "unseen"],
      ["b", null],
    ]);
    await worker.noteFailure(incident({ id: "c", since: NOW + 1_000 }));
    await worker.tidyFailures();
    expect(history()?.map(({ ended }) => ended)).toEqual(["unseen", "unseen", null]);
  });

  it("gives the popup what has happened so far, and the site's earlier failures", async () => {
    const earlier = incident({ id: "earlier" });
    await worker.noteFailure(earlier);
    await worker.noteEnd(earlier, "back", NOW + 60_000);
    await worker.noteFailure(incident({ id: "now" }));
    await worker.noteMark("now", { type: "answered", meaning: "no-answer", floor: null }, NOW + 9_000);
    const line = await worker.onHistoryLine({ id: "now", host: "shop.example" });
    expect(line.marks).toEqual([[NOW + 9_000, "no-answer"]]);
    expect(line.earlier.map(({ id }) => id)).toEqual(["earlier"]);
  });

  it("puts no address of a watched site on any line", async () => {
    await worker.noteMark("watch:https://shop.example/x", { type: "answered", meaning: "fails", floor: null }, NOW);
    expect(stored(world, "session", "timelines")).toBeUndefined();
  });
});
