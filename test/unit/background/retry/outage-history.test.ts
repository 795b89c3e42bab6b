import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { NOW, World } from "../../../fakes/world.ts";

let world: World;
let history: typeof import("../../../../src/background/retry/outage-history.ts");

/** A worker that has just been started, with nothing but what is stored. */
async function wake(): Promise<void> {
  await world.startWorker("nothing");
  history = await import("../../../../src/background/retry/outage-history.ts");
}

const SHOP = "https://shop.example/cart";
const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const outage = (start: number, minutes: number) => ({ start, end: start + minutes * MINUTE });
const onDisk = () => world.browser.storage.local.items.get("outages");
const stored = (version: number, value: unknown) =>
  world.browser.storage.local.items.set("outages", { version, value });

beforeEach(async () => {
  world = new World();
  await wake();
});
afterEach(() => world.end());

describe("the history of outages", () => {
  it("keeps how long each lasted, per host, with or without www", async () => {
    await history.noteOutage(SHOP, outage(NOW, 4));
    await history.noteOutage("https://www.shop.example/", outage(NOW + 60 * MINUTE, 10));
    expect(await history.historyOf("https://shop.example/other")).toEqual([240, 600]);
    expect(await history.historyOf("https://other.example/")).toEqual([]);
  });

  it("takes what several tabs and a worker that tells twice say of one outage for one", async () => {
    await history.noteOutage(SHOP, outage(NOW, 4));
    await history.noteOutage(SHOP, outage(NOW, 4));
    await history.noteOutage("https://shop.example/news", outage(NOW + MINUTE, 4));
    expect(await history.historyOf(SHOP)).toEqual([300]);
  });

  it("holds twenty outages of two hundred sites, and forgets the oldest", async () => {
    for (let hour = 0; hour < 25; hour += 1) await history.noteOutage(SHOP, outage(NOW + hour * 60 * MINUTE, hour + 1));
    expect(await history.historyOf(SHOP)).toHaveLength(20);
    expect((await history.historyOf(SHOP)).at(0)).toBe(6 * 60);
    for (let site = 0; site < 200; site += 1) await history.noteOutage(`https://site-${site}.example/`, outage(NOW, 1));
    expect(await history.historyOf(SHOP)).toEqual([]);
    expect(await history.historyOf("https://site-0.example/")).toEqual([60]);
  });

  it("can be cleared for one site, and for all", async () => {
    await history.noteOutage(SHOP, outage(NOW, 4));
    await history.noteOutage("https://other.example/", outage(NOW, 4));
    await history.clearHistory("shop.example");
    expect(await history.historyOf(SHOP)).toEqual([]);
    expect(await history.historyOf("https://other.example/")).toEqual([240]);
    await history.clearHistory(null);
    expect(await history.historyOf("https://other.example/")).toEqual([]);
  });

  it("adds none while the history is switched off, on the disk or in memory, and forgets none that it has", async () => {
    await history.noteOutage(SHOP, outage(NOW, 4));
    const before = JSON.stringify([onDisk(), ...world.browser.storage.session.items]);
    world.browser.storage.local.items.set("settings", { version: 1, value: { history: false } });
    await history.noteOutage(SHOP, outage(NOW + DAY, 5));
    await history.noteOutage("https://other.example/", outage(NOW + DAY, 5));
    expect(JSON.stringify([onDisk(), ...world.browser.storage.session.items])).toBe(before);
    await history.clearHistory(null);
    expect(await history.historyOf(SHOP)).toEqual([]);
  });

  it("keeps lengths and days on the disk, and no moment", async () => {
    await history.noteOutage(SHOP, outage(NOW, 4));
    expect(onDisk()).toEqual({
      version: 2,
      value: [{ site: "shop.example", outages: [{ day: NOW / DAY - 0.5, seconds: 240 }] }],
    });
  });

  it("takes the second word of one outage for the same, though the worker has died since the first", async () => {
    await history.noteOutage(SHOP, outage(NOW, 4));
    await wake();
    await history.noteOutage(SHOP, outage(NOW + MINUTE, 4));
    expect(await history.historyOf(SHOP)).toEqual([300]);
  });

  it("takes an outage whose words come at once, from many tabs, for one", async () => {
    await history.noteOutage(SHOP, outage(NOW - DAY, 9));
    await Promise.all([4, 5, 3].map((minutes) => history.noteOutage(SHOP, outage(NOW, minutes))));
    expect(await history.historyOf(SHOP)).toEqual([540, 300]);
  });

  it("loses no earlier outage where the worker died between the two stores", async () => {
    await history.noteOutage(SHOP, outage(NOW - DAY, 9));
    world.browser.storage.local.set.mockRejectedValueOnce(new Error("killed"));
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    await history.noteOutage(SHOP, outage(NOW, 4));
    await history.noteOutage(SHOP, outage(NOW, 4));
    expect(await history.historyOf(SHOP)).toEqual([540, 240]);
  });

  it("forgets what is older than half a year, when it reads and when it tidies up", async () => {
    await history.noteOutage(SHOP, outage(NOW, 4));
    vi.setSystemTime(NOW + 100 * DAY);
    await history.noteOutage(SHOP, outage(NOW + 100 * DAY, 5));
    vi.setSystemTime(NOW + 180 * DAY);
    expect(await history.historyOf(SHOP)).toEqual([240, 300]);
    vi.setSystemTime(NOW + 181 * DAY);
    expect(await history.historyOf(SHOP)).toEqual([300]);
    await history.tidyHistory();
    expect(JSON.stringify(onDisk())).not.toContain("240");
    vi.setSystemTime(NOW + 300 * DAY);
    await history.tidyHistory();
    expect(onDisk()).toBeUndefined();
  });

  it("takes over the lengths of the version before, and none of its moments", async () => {
    stored(1, {
      "shop.example": [{ start: NOW, end: NOW + 4 * MINUTE, status: 502, cause: "overload" }],
      "odd.example": [{ start: "now" }],
    });
    expect(await history.historyOf(SHOP)).toEqual([240]);
    await history.tidyHistory();
    expect(onDisk()).toEqual({
      version: 2,
      value: [{ site: "shop.example", outages: [{ day: NOW / DAY - 0.5, seconds: 240 }] }],
    });
  });

  it.each([
    ["of a version to come", 3, [{ site: "mrs-miller.example" }]],
    ["that nobody can read", 2, { "mrs-miller.example": 7 }],
  ])("drops a history %s from the disk", async (_what, version, value) => {
    vi.spyOn(console, "warn").mockImplementation(() => undefined);
    stored(version, value);
    await history.tidyHistory();
    expect(onDisk()).toBeUndefined();
  });

  it("writes nothing where nothing is stored", async () => {
    await history.tidyHistory();
    expect(world.browser.storage.local.set).not.toHaveBeenCalled();
    expect(world.browser.storage.local.remove).not.toHaveBeenCalled();
  });

  it.each(["constructor", "__proto__", "prototype", "hasOwnProperty"])("knows a host called %s", async (host) => {
    const url = `http://${host}/`;
    expect(await history.historyOf(url)).toEqual([]);
    await history.noteOutage(url, outage(NOW, 4));
    await history.noteOutage(url, outage(NOW + DAY, 5));
    expect(await history.historyOf(url)).toEqual([240, 300]);
    await history.clearHistory(host.toLowerCase());
    expect(await history.historyOf(url)).toEqual([]);
  });

  it("forgets the moments of a site with it", async () => {
    await history.noteOutage(SHOP, outage(NOW, 4));
    await history.clearHistory("shop.example");
    expect(
      JSON.stringify([...world.browser.storage.session.items, ...world.browser.storage.local.items]),
    ).not.toContain("shop");
  });
});
