import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeBrowser, NOW } from "./given.ts";

const { browser } = vi.hoisted(() => ({ browser: {} as ReturnType<typeof fakeBrowser> }));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));

const { clearHistory, historyOf, noteOutage } = await import("../../../src/background/outage-history.ts");

const SHOP = "https://shop.example/cart";
const MINUTE = 60_000;
const outage = (start: number, minutes: number) => ({
  start,
  end: start + minutes * MINUTE,
  status: 502,
  cause: null,
});

beforeEach(() => {
  Object.assign(browser, fakeBrowser());
});

describe("the history of outages", () => {
  it("keeps how long each lasted, per host, with or without www", async () => {
    await noteOutage(SHOP, outage(NOW, 4));
    await noteOutage("https://www.shop.example/", outage(NOW + 60 * MINUTE, 10));
    expect(await historyOf("https://shop.example/other")).toEqual([240, 600]);
    expect(await historyOf("https://other.example/")).toEqual([]);
  });

  it("takes what several tabs and a worker that tells twice say of one outage for one", async () => {
    await noteOutage(SHOP, outage(NOW, 4));
    await noteOutage(SHOP, outage(NOW, 4));
    await noteOutage("https://shop.example/news", outage(NOW + MINUTE, 4));
    expect(await historyOf(SHOP)).toEqual([300]);
  });

  it("holds twenty outages of two hundred sites, and forgets the oldest", async () => {
    for (let hour = 0; hour < 25; hour += 1) await noteOutage(SHOP, outage(NOW + hour * 60 * MINUTE, hour + 1));
    expect(await historyOf(SHOP)).toHaveLength(20);
    expect((await historyOf(SHOP)).at(0)).toBe(6 * 60);
    for (let site = 0; site < 200; site += 1) await noteOutage(`https://site-${site}.example/`, outage(NOW, 1));
    expect(await historyOf(SHOP)).toEqual([]);
    expect(await historyOf("https://site-0.example/")).toEqual([60]);
  });

  it("can be cleared for one site, and for all", async () => {
    await noteOutage(SHOP, outage(NOW, 4));
    await noteOutage("https://other.example/", outage(NOW, 4));
    await clearHistory("shop.example");
    expect(await historyOf(SHOP)).toEqual([]);
    expect(await historyOf("https://other.example/")).toEqual([240]);
    await clearHistory(null);
    expect(await historyOf("https://other.example/")).toEqual([]);
  });
});
