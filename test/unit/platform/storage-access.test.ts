import { beforeEach, describe, expect, it, vi } from "vitest";

const { browser } = vi.hoisted(() => ({
  browser: { storage: {} as Record<string, object>, runtime: { getURL: () => "" } },
}));
vi.mock("webextension-polyfill", () => ({ default: browser }));

const { closeStorageToPages } = await import("../../../src/platform/storage-access.ts");

const area = (outcome: () => Promise<void> = async () => undefined) => ({ setAccessLevel: vi.fn(outcome) });

beforeEach(() => {
  vi.spyOn(console, "warn")
    .mockReset()
    .mockImplementation(() => undefined);
});

describe("the storage", () => {
  it("is closed to pages, every area of it", async () => {
    const areas = { local: area(), sync: area(), session: area(), managed: area() };
    browser.storage = areas;
    await closeStorageToPages();
    for (const { setAccessLevel } of Object.values(areas)) {
      expect(setAccessLevel).toHaveBeenCalledExactlyOnceWith({ accessLevel: "TRUSTED_CONTEXTS" });
    }
  });

  it("is left as it is where the browser has no levels, or not all areas", async () => {
    browser.storage = { local: {}, session: area() };
    await closeStorageToPages();
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("is closed as far as it can be", async () => {
    const areas = { local: area(), managed: area(() => Promise.reject(new Error("read only"))) };
    browser.storage = areas;
    await closeStorageToPages();
    expect(areas.local.setAccessLevel).toHaveBeenCalledOnce();
    expect(console.warn).toHaveBeenCalledOnce();
  });
});
