import { beforeEach, describe, expect, it, vi } from "vitest";
import { EMPTY_VIEW } from "../../../src/core/protocol/tab-view.ts";
import type { Handlers } from "../../../src/platform/messages.ts";

type Listener = (message: unknown, sender: unknown) => unknown;

const { browser, listeners } = vi.hoisted(() => {
  const listeners: Listener[] = [];
  return {
    listeners,
    browser: {
      runtime: {
        id: "faultline",
        getURL: (path: string) => `chrome-extension://faultline/${path}`,
        onMessage: { addListener: (listener: Listener) => void listeners.push(listener) },
        sendMessage: vi.fn(),
      },
    },
  };
});
vi.mock("webextension-polyfill", () => ({ default: browser }));

const { handleMessages, isPrivate, send } = await import("../../../src/platform/messages.ts");

const TAB = { id: 7, incognito: false };
const PAGE = { id: "faultline", tab: TAB, frameId: 0, url: "https://shop.example/cart" };
const POPUP = { id: "faultline", url: "chrome-extension://faultline/src/pages/popup/index.html" };
const FAILED = { type: "page/failed", request: { entry: "{}" } };
const OPEN = { type: "tab/open", request: { tabId: 7 } };

const failed = vi.fn(async () => undefined);
const opened = vi.fn(async () => EMPTY_VIEW);
const tell: Listener = (message, sender) => listeners.at(-1)?.(message, sender);

beforeEach(() => {
  listeners.length = 0;
  vi.clearAllMocks();
  handleMessages({ "page/failed": failed, "tab/open": opened } satisfies Handlers);
});

describe("handleMessages", () => {
  it("listens once", () => {
    expect(listeners).toHaveLength(1);
  });

  it("takes the sentinel's word, with the tab that it comes from", async () => {
    await tell(FAILED, PAGE);
    expect(failed).toHaveBeenCalledExactlyOnceWith(FAILED.request, {
      from: "page",
      tabId: 7,
      url: PAGE.url,
      private: false,
    });
  });

  it("answers our own pages, also those that stand in a tab", async () => {
    expect(await tell(OPEN, POPUP)).toEqual(EMPTY_VIEW);
    await tell(OPEN, { ...POPUP, tab: TAB, frameId: 0 });
    expect(opened).toHaveBeenLastCalledWith(OPEN.request, { from: "extension" });
  });

  it.each([
    ["another extension", { ...PAGE, id: "other" }],
    ["another extension that borrows our address", { ...POPUP, id: "other" }],
    ["nobody in particular", {}],
    ["a frame inside a page", { ...PAGE, frameId: 3 }],
    ["a frame without a number", { ...PAGE, frameId: undefined }],
    ["no tab", { ...PAGE, tab: undefined }],
    ["a tab without a number", { ...PAGE, tab: { incognito: false } }],
    ["no address", { ...PAGE, url: undefined }],
  ])("is deaf to %s", (_what, sender) => {
    for (const message of [FAILED, OPEN]) expect(tell(message, sender)).toBeUndefined();
    expect(failed).not.toHaveBeenCalled();
    expect(opened).not.toHaveBeenCalled();
  });

  it("lets pages say only what the sentinel says", () => {
    for (const url of [
      PAGE.url,
      "https://shop.example/chrome-extension://faultline/",
      "chrome-extension://faultlines/",
    ]) {
      expect(tell(OPEN, { ...PAGE, url })).toBeUndefined();
    }
    expect(opened).not.toHaveBeenCalled();
  });

  it.each(["constructor", "__proto__", "toString", "hasOwnProperty", "page/left", "page/unheard-of", ""])(
    "has no handler for %j",
    (type) => {
      for (const sender of [PAGE, POPUP]) expect(tell({ type, request: {} }, sender)).toBeUndefined();
    },
  );

  it.each([null, undefined, 7, "page/failed", [], {}, { type: 7 }, { type: ["page/failed"] }, { type: null }])(
    "is deaf to %j, which is no message",
    (message) => {
      for (const sender of [PAGE, POPUP]) expect(tell(message, sender)).toBeUndefined();
      expect(failed).not.toHaveBeenCalled();
    },
  );

  it.each([null, undefined, "text", 7])("hands on an empty request for %j", async (request) => {
    await tell({ type: "page/failed", request }, PAGE);
    expect(failed).toHaveBeenCalledWith({}, expect.anything());
  });

  it("passes a handler's failure on to the asker", async () => {
    opened.mockRejectedValueOnce(new Error("broken"));
    await expect(tell(OPEN, POPUP)).rejects.toThrow("broken");
  });
});

describe("isPrivate", () => {
  it.each([
    [{ incognito: false }, false],
    [{ incognito: true }, true],
    [{ incognito: false, cookieStoreId: "0" }, false],
    [{ incognito: false, cookieStoreId: "firefox-default" }, false],
    [{ incognito: false, cookieStoreId: "firefox-container-1" }, true],
    [{ incognito: true, cookieStoreId: "firefox-private" }, true],
    [{ incognito: false, cookieStoreId: "" }, true],
  ])("reads %j as %s", (tab, expected) => {
    expect(isPrivate(tab)).toBe(expected);
  });
});

describe("send", () => {
  it("wraps a request in its type", async () => {
    browser.runtime.sendMessage.mockResolvedValueOnce({ kind: "unreadable" });
    expect(await send("tab/open", { tabId: 7 })).toEqual({ kind: "unreadable" });
    expect(browser.runtime.sendMessage).toHaveBeenCalledExactlyOnceWith(OPEN);
  });
});
