import { beforeEach, describe, expect, it, vi } from "vitest";

const { browser } = vi.hoisted(() => ({
  browser: {
    runtime: { getURL: (path: string) => `moz-extension://faultline/${path}` },
    permissions: { request: vi.fn(), contains: vi.fn() },
  },
}));
vi.mock("webextension-polyfill", () => ({ default: browser }));

const { permissions } = browser;

/** What is asked for as one browser loads it. */
async function inBrowser(scheme: "moz" | "chrome") {
  browser.runtime.getURL = (path) => `${scheme}-extension://faultline/${path}`;
  vi.resetModules();
  return import("../../../src/platform/data-consent.ts");
}

beforeEach(() => {
  permissions.request.mockReset().mockResolvedValue(true);
  permissions.contains.mockReset().mockResolvedValue(false);
});

describe("the consent to what is sent to others, in Firefox", () => {
  it.each([
    ["places", ["browsingActivity", "locationInfo"]],
    ["address", ["browsingActivity"]],
    ["address-test", ["browsingActivity"]],
    ["saved-copy", ["browsingActivity"]],
  ] as const)("is asked for what the question %s sends, in the click's own turn", async (question, data) => {
    const { requestToSend } = await inBrowser("moz");
    const agreed = requestToSend(question);
    expect(permissions.request).toHaveBeenCalledExactlyOnceWith({ data_collection: data });
    expect(await agreed).toBe(true);
  });

  it("is looked at again before anything is sent", async () => {
    const { mayBeSent } = await inBrowser("moz");
    expect(await mayBeSent("places")).toBe(false);
    expect(permissions.contains).toHaveBeenCalledExactlyOnceWith({
      data_collection: ["browsingActivity", "locationInfo"],
    });
  });

  it.each([true, false])("is what it was where the browser will not ask: %s", async (before) => {
    permissions.request.mockRejectedValue(new Error("may only be called from a user input handler"));
    permissions.contains.mockResolvedValue(before);
    const { requestToSend } = await inBrowser("moz");
    expect(await requestToSend("address")).toBe(before);
  });

  it("is not given by a refusal", async () => {
    permissions.request.mockResolvedValue(false);
    const { requestToSend } = await inBrowser("moz");
    expect(await requestToSend("address")).toBe(false);
  });
});

describe("in Chromium, which has no such consent", () => {
  it("nobody is asked for it", async () => {
    const { requestToSend, mayBeSent } = await inBrowser("chrome");
    expect(await requestToSend("places")).toBe(true);
    expect(await mayBeSent("saved-copy")).toBe(true);
    expect(permissions.request).not.toHaveBeenCalled();
    expect(permissions.contains).not.toHaveBeenCalled();
  });
});
