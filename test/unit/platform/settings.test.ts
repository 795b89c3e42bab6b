import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { DEFAULTS, type Settings } from "../../../src/core/settings/settings.ts";
import { fakeLocks } from "../../fakes/locks.ts";
import { type FakeStorage, fakeStorage } from "../../fakes/storage.ts";

const { browser } = vi.hoisted(() => ({
  browser: {
    storage: undefined as unknown as Omit<FakeStorage, "managed"> & { managed?: { get: () => Promise<unknown> } },
    runtime: { getURL: () => "" },
  },
}));
vi.mock("webextension-polyfill", () => ({ default: browser }));

const page = () => import("../../../src/platform/settings.ts");
const { changeSetting, managedSettings, onSettingsChanged, readSettings } = await page();

const manage = (values: unknown) => {
  browser.storage.managed = { get: async () => values };
};

beforeEach(() => {
  const { managed: _unmanaged, ...areas } = fakeStorage();
  browser.storage = areas;
  vi.stubGlobal("navigator", { locks: fakeLocks() });
});
afterEach(() => vi.unstubAllGlobals());

describe("the settings", () => {
  it("are Faultline's own where the browser has no managed storage, or rejects", async () => {
    expect(await readSettings()).toEqual(DEFAULTS);
    browser.storage.managed = { get: () => Promise.reject(new Error("Managed storage manifest not found")) };
    expect(await readSettings()).toEqual(DEFAULTS);
    expect(await managedSettings()).toEqual({ settings: {}, problems: [] });
  });

  it("are the user's once kept, and Faultline's again once taken back", async () => {
    await changeSetting("remoteOpinions", () => false);
    expect((await readSettings()).remoteOpinions).toBe(false);
    await changeSetting("remoteOpinions", () => undefined);
    expect(await readSettings()).toEqual(DEFAULTS);
  });

  it("are the administrator's whatever the user keeps", async () => {
    manage({ remoteOpinions: false });
    await changeSetting("remoteOpinions", () => true);
    expect((await readSettings()).remoteOpinions).toBe(false);
  });

  it("lose nothing when two pages change one list at once", async () => {
    vi.resetModules();
    const other = await page();
    expect(other.changeSetting).not.toBe(changeSetting);
    const add = (name: string) => (now: Settings["statusPages"]) => ({ ...now, [name]: "https://status.example/" });
    await Promise.all([
      changeSetting("statusPages", add("a.example")),
      other.changeSetting("statusPages", add("b.example")),
      changeSetting("remoteOpinions", () => false),
    ]);
    const { statusPages, remoteOpinions } = await readSettings();
    expect(Object.keys(statusPages).sort()).toEqual(["a.example", "b.example"]);
    expect(remoteOpinions).toBe(false);
  });

  it("change from what they are by then, Faultline's own among it", async () => {
    await changeSetting("resolvers", (now) => now.slice(1));
    await changeSetting("resolvers", (now) => [...now, { name: "mine", url: "https://dns.example/" }]);
    expect((await readSettings()).resolvers.map(({ name }) => name)).toEqual(["cloudflare-dns.com", "mine"]);
  });

  it("tell every page that follows them of a change, be it the administrator's, and of nothing else", async () => {
    const heard = vi.fn();
    const stop = onSettingsChanged(heard);
    await changeSetting("remoteOpinions", () => false);
    expect(heard).toHaveBeenCalledTimes(1);
    browser.storage.onChanged.fire({ remoteOpinions: { newValue: true } }, "managed");
    expect(heard).toHaveBeenCalledTimes(2);
    await browser.storage.local.set({ plans: {} });
    await browser.storage.session.set({ settings: {} });
    expect(heard).toHaveBeenCalledTimes(2);
    stop();
    await changeSetting("remoteOpinions", () => undefined);
    expect(heard).toHaveBeenCalledTimes(2);
  });

  it("go on without what the administrator got wrong", async () => {
    manage({ vantage: { base: "ping" }, remoteOpinions: false });
    expect(await readSettings()).toEqual({ ...DEFAULTS, remoteOpinions: false });
    expect((await managedSettings()).problems).toEqual([{ field: "vantage", entry: null }]);
  });
});
