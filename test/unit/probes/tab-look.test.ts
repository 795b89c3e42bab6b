import { beforeEach, describe, expect, it, vi } from "vitest";

const { getTab, inPage } = vi.hoisted(() => ({ getTab: vi.fn(), inPage: vi.fn() }));
vi.mock("../../../src/platform/tabs.ts", () => ({ getTab, inPage }));

const { lookAtTab } = await import("../../../src/probes/tab-look.ts");

const URL_ASKED = "https://shop.example/cart";
const tab = (url: string | null, loading = false) => ({ id: 7, windowId: 1, url, loading, private: false });
const document = (responseStatus: number) => ({
  state: "ok",
  value: JSON.stringify({ entry: { responseStatus }, timeOrigin: 5_000 }),
});

beforeEach(() => {
  getTab.mockReset().mockResolvedValue(tab(URL_ASKED));
  inPage.mockReset().mockResolvedValue(document(502));
});

describe("lookAtTab", () => {
  it("says what the document that stands there was answered with", async () => {
    expect(await lookAtTab(7, URL_ASKED)).toEqual({ state: "answered", status: 502, startedAt: 5_000 });
    getTab.mockResolvedValue(tab(URL_ASKED, true));
    expect(await lookAtTab(7, URL_ASKED)).toMatchObject({ state: "answered", loading: true });
  });

  it("takes an address with a fragment for the same page", async () => {
    getTab.mockResolvedValue(tab(`${URL_ASKED}#total`));
    expect(await lookAtTab(7, URL_ASKED)).toMatchObject({ state: "answered" });
  });

  it("says that a tab is gone", async () => {
    getTab.mockResolvedValue(null);
    expect(await lookAtTab(7, URL_ASKED)).toEqual({ state: "gone" });
  });

  it.each([
    ["another page of the site", "https://shop.example/other"],
    ["another site", "https://a.example/"],
    ["the browser's own page", "chrome://settings/"],
    ["a file", "file:///home/me/cart.html"],
    ["an address that may not be seen", null],
  ])("takes %s for another page, and does not look into it", async (_what, url) => {
    getTab.mockResolvedValue(tab(url));
    expect(await lookAtTab(7, URL_ASKED)).toEqual({ state: "another-page" });
    expect(inPage).not.toHaveBeenCalled();
  });

  it("waits while a tab loads that does not say its address yet", async () => {
    getTab.mockResolvedValue(tab(null, true));
    expect(await lookAtTab(7, URL_ASKED)).toEqual({ state: "loading" });
  });

  it.each([
    ["the browser's own error page", { state: "error-page" }, "error-page"],
    ["a page that does not answer in time", { state: "silent" }, "unreadable"],
    ["a page that lets nobody look", { state: "refused" }, "unreadable"],
    ["a page that says garbage", { state: "ok", value: "{" }, "unreadable"],
  ])("finds %s, unless the tab is still loading", async (_what, found, state) => {
    inPage.mockResolvedValue(found);
    expect(await lookAtTab(7, URL_ASKED)).toEqual({ state });
    getTab.mockResolvedValue(tab(URL_ASKED, true));
    expect(await lookAtTab(7, URL_ASKED)).toEqual({ state: "loading" });
  });
});
