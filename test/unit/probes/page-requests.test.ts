import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

const { inPage } = vi.hoisted(() => ({ inPage: vi.fn() }));
vi.mock("../../../src/platform/tabs.ts", () => ({ inPage }));

const { pageRequests } = await import("../../../src/probes/page-requests.ts");

const entry = (name: string, responseStatus?: number, initiatorType = "fetch") => ({
  name,
  responseStatus,
  initiatorType,
});
let entries: unknown[] = [];

beforeEach(() => {
  vi.stubGlobal("performance", { getEntriesByType: (type: string) => (type === "resource" ? entries : []) });
  // What runs in the page comes back as data, as it does through the browser.
  inPage.mockImplementation(async (_tab, func, { args }) => ({
    state: "ok",
    value: structuredClone(func(...args)),
  }));
});
afterEach(() => {
  vi.unstubAllGlobals();
});

describe("pageRequests", () => {
  it("counts what was seen, what the browser hides, and keeps the failures without their queries", async () => {
    entries = [
      entry("https://shop.example/ok", 200),
      entry("https://cdn.example/font", 0),
      entry("https://old.example/x"),
      entry("https://api.shop.example/items?user=7", 502),
      entry("https://api.shop.example/missing", 404),
    ];
    const found = await pageRequests(7, { pageHost: "shop.example", pageStatus: 200 });
    expect(found).toMatchObject({ seen: 5, hidden: 2 });
    expect(found?.failing).toEqual([
      {
        host: "api.shop.example",
        failed: 1,
        statuses: [502],
        url: "https://api.shop.example/items",
        status: 502,
        repeatable: false,
      },
    ]);
  });

  it("reads the last 250 entries and cuts long addresses, which are then not repeated", async () => {
    entries = [
      ...Array(300).fill(entry("https://a.example/", 502, "img")),
      entry(`https://b.example/${"x".repeat(5_000)}`, 503, "img"),
    ];
    const found = await pageRequests(7, { pageHost: "shop.example", pageStatus: 200 });
    expect(found?.seen).toBe(250);
    expect(found?.failing.map(({ host, failed, repeatable }) => [host, failed, repeatable])).toEqual([
      ["a.example", 249, true],
      ["b.example", 1, false],
    ]);
  });

  it("knows nothing of a page where scripts may not run", async () => {
    inPage.mockResolvedValue({ state: "refused" });
    expect(await pageRequests(7, { pageHost: "shop.example", pageStatus: 200 })).toBeNull();
  });
});
