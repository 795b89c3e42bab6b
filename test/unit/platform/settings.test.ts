import { beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULTS } from "../../../src/settings/settings.ts";
import { fakeStorage } from "./fake-browser.ts";

const { browser } = vi.hoisted(() => ({
  browser: {
    storage: undefined as unknown as ReturnType<typeof fakeStorage> & { managed?: { get: () => Promise<unknown> } },
    runtime: { getURL: () => "" },
  },
}));
vi.mock("../../../src/platform/browser.ts", () => ({ browser, isFirefox: false }));

const { changeSetting, managedSettings, readSettings } = await import("../../../src/platform/settings.ts");

const manage = (values: unknown) => {
  browser.storage.managed = { get: async () => values };
};

beforeEach(() => {
  browser.storage = fakeStorage();
});

describe("the settings", () => {
  it("are Faultline's own where the browser has no managed storage, or rejects", async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
    browser.storage.managed = { get: () => Promise.reject(new Error("Managed storage manifest not found")) };
    expect(await readSettings()).toEqual(DEFAULTS);
    expect(await managedSettings()).toEqual({ settings: {}, problems: [] });
  });

  it("are the user's once kept, and Faultline's again once taken back", async () => {
    await changeSetting("remoteOpinions", false);
    expect((await readSettings()).remoteOpinions).toBe(false);
    await changeSetting("remoteOpinions", undefined);
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it("are the administrator's whatever the user keeps", async () => {
    manage({ remoteOpinions: false });
    await changeSetting("remoteOpinions", true);
    expect((await readSettings()).remoteOpinions).toBe(false);
  });

  it("go on without what the administrator got wrong", async () => {
    manage({ vantage: { base: "ping" }, remoteOpinions: false });
    expect(await readSettings()).toEqual({ ...DEFAULTS, remoteOpinions: false });
    expect((await managedSettings()).problems).toEqual([{ field: "vantage", entry: null }]);
  });
});
