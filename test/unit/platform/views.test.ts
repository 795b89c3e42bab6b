import { beforeEach, describe, expect, it, vi } from "vitest";
import { fakeStorage } from "../../fakes/storage.ts";

const { browser } = vi.hoisted(() => ({
  browser: { storage: undefined as unknown as ReturnType<typeof fakeStorage>, runtime: { getURL: () => "" } },
}));
vi.mock("webextension-polyfill", () => ({ default: browser }));

const { follow, onPublished, publish, published } = await import("../../../src/platform/views.ts");

const settled = () => new Promise<void>((resolve) => setImmediate(resolve));

beforeEach(() => {
  browser.storage = fakeStorage();
});

describe("a published view", () => {
  it("can be asked for until it is taken back", async () => {
    expect(await published("check:1")).toBeUndefined();
    await publish("check:1", { phase: "checking" });
    expect(await published("check:1")).toEqual({ phase: "checking" });
    await publish("check:1", undefined);
    expect(await published("check:1")).toBeUndefined();
  });

  it("is kept in memory only", async () => {
    await publish("check:1", 1);
    expect(browser.storage.local.set).not.toHaveBeenCalled();
  });
});

describe("follow", () => {
  it("tells the present value once, then every change, and when it is taken back", async () => {
    await publish("check:1", "first");
    const heard: unknown[] = [];
    follow("check:1", (value) => heard.push(value));
    await settled();
    expect(heard).toEqual(["first"]);
    await publish("check:1", "second");
    await publish("check:1", undefined);
    expect(heard).toEqual(["first", "second", undefined]);
  });

  it("tells no old value after a newer one", async () => {
    await publish("check:1", "old");
    let answer: (value: Record<string, unknown>) => void = () => undefined;
    browser.storage.session.get.mockReturnValueOnce(new Promise((resolve) => (answer = resolve)));
    const heard: unknown[] = [];
    follow("check:1", (value) => heard.push(value));
    await publish("check:1", "new");
    answer({ "check:1": "old" });
    await settled();
    expect(heard).toEqual(["new"]);
  });

  it("hears nothing of other keys and other areas", async () => {
    const heard: unknown[] = [];
    follow("check:1", (value) => heard.push(value));
    await settled();
    await publish("check:2", "other");
    await browser.storage.local.set({ "check:1": "another-page" });
    expect(heard).toEqual([undefined]);
  });

  it("is silent once stopped, also about the value that was being read", async () => {
    await publish("check:1", "first");
    const heard: unknown[] = [];
    const stop = follow("check:1", (value) => heard.push(value));
    stop();
    await settled();
    await publish("check:1", "second");
    expect(heard).toEqual([]);
    expect(browser.storage.onChanged.hasListeners()).toBe(false);
  });
});

describe("onPublished", () => {
  it("tells every change and the taking back, and not the present value", async () => {
    await publish("view:1", "first");
    const heard: unknown[] = [];
    const stop = onPublished("view:1", (value) => heard.push(value));
    await settled();
    await publish("view:1", "second");
    await publish("view:2", "other");
    await publish("view:1", undefined);
    stop();
    await publish("view:1", "third");
    expect(heard).toEqual(["second", undefined]);
  });
});
