import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import { fakeStorage } from "../../fakes/storage.ts";

const { browser } = vi.hoisted(() => ({
  browser: { storage: undefined as unknown as ReturnType<typeof fakeStorage>, runtime: { getURL: () => "" } },
}));
vi.mock("webextension-polyfill", () => ({ default: browser }));

const { NotStored, read, update, updateWith } = await import("../../../src/platform/storage.ts");

const COUNTS = {
  key: "counts",
  area: "local",
  version: 2,
  initial: { total: 0 },
  parse: (raw: unknown) =>
    typeof raw === "object" && raw !== null && "total" in raw && typeof raw.total === "number"
      ? { total: raw.total }
      : null,
} as const;

const stored = (value: unknown) => browser.storage.local.items.set("counts", value);

beforeEach(() => {
  browser.storage = fakeStorage();
  vi.spyOn(console, "warn").mockImplementation(() => undefined);
});
afterEach(() => {
  vi.restoreAllMocks();
});

describe("read", () => {
  it("gives the initial value where nothing is stored, without a word", async () => {
    expect(await read(COUNTS)).toBe(COUNTS.initial);
    expect(console.warn).not.toHaveBeenCalled();
  });

  it("gives what was written under this version", async () => {
    stored({ version: 2, value: { total: 3 } });
    expect(await read(COUNTS)).toEqual({ total: 3 });
  });

  it("gives what it understands of a later version's value where that is wanted, and writes it under its own", async () => {
    const lenient = { ...COUNTS, readsLater: true } as const;
    stored({ version: 3, value: { total: 3, ofLater: "x" } });
    expect(await read(lenient)).toEqual({ total: 3 });
    expect(console.warn).not.toHaveBeenCalled();
    await update(lenient, ({ total }) => ({ total: total + 1 }));
    expect(browser.storage.local.items.get("counts")).toEqual({ version: 2, value: { total: 4 } });
    stored({ version: 3, value: { sum: 3 } });
    expect(await read(lenient)).toBe(COUNTS.initial);
  });

  it.each([
    ["an older version's value", { version: 1, value: { total: 3 } }],
    ["a newer version's value", { version: 3, value: { total: 3 } }],
    ["another shape", { version: 2, value: { total: "three" } }],
    ["no value", { version: 2 }],
    ["no envelope", { total: 3 }],
    ["a string", "garbage"],
    ["null", null],
  ])("starts afresh from %s, and says so", async (_what, raw) => {
    stored(raw);
    expect(await read(COUNTS)).toBe(COUNTS.initial);
    expect(console.warn).toHaveBeenCalledOnce();
  });
});

describe("update", () => {
  it("writes the new value under this version and gives it back", async () => {
    expect(await update(COUNTS, ({ total }) => ({ total: total + 1 }))).toEqual({ total: 1 });
    expect(browser.storage.local.items.get("counts")).toEqual({ version: 2, value: { total: 1 } });
  });

  it("writes nothing when nothing changes", async () => {
    await update(COUNTS, (value) => value);
    expect(browser.storage.local.set).not.toHaveBeenCalled();
  });

  it("loses no change of many at once", async () => {
    await Promise.all(Array.from({ length: 50 }, () => update(COUNTS, ({ total }) => ({ total: total + 1 }))));
    expect(await read(COUNTS)).toEqual({ total: 50 });
  });

  it("goes on after a change that throws or cannot be written", async () => {
    const broken = update(COUNTS, () => {
      throw new Error("broken");
    });
    // They are written together at first, and one by one when that fails.
    browser.storage.local.set.mockRejectedValueOnce(new Error("quota")).mockRejectedValueOnce(new Error("quota"));
    const full = update(COUNTS, () => ({ total: 9 }));
    const next = update(COUNTS, ({ total }) => ({ total: total + 1 }));
    await expect(broken).rejects.toThrow("broken");
    await expect(broken).rejects.not.toThrow(NotStored);
    await expect(full).rejects.toThrow(NotStored);
    await expect(full).rejects.toThrow("quota");
    expect(await next).toEqual({ total: 1 });
  });

  it("goes on where a change could be neither written nor made again", async () => {
    await update(COUNTS, () => ({ total: 1 }));
    browser.storage.local.set.mockRejectedValueOnce(new Error("quota"));
    const first = update(COUNTS, () => ({ total: 8 }));
    const second = update(COUNTS, () => ({ total: 9 }));
    // The first look is still a good one.
    browser.storage.local.get.mockImplementationOnce(async () => ({ counts: { version: 2, value: { total: 1 } } }));
    browser.storage.local.get.mockRejectedValueOnce(new Error("broken"));
    await expect(first).rejects.toThrow("broken");
    expect(await second).toEqual({ total: 9 });
    expect(await update(COUNTS, ({ total }) => ({ total: total + 1 }))).toEqual({ total: 10 });
  });

  it("takes a value out of the store when it is the initial one again", async () => {
    await update(COUNTS, () => ({ total: 1 }));
    await update(COUNTS, () => COUNTS.initial);
    expect(browser.storage.local.items.has("counts")).toBe(false);
  });

  it("leaves nothing in the store that nobody can read, even where nothing changes", async () => {
    stored({ version: 1, value: { name: "mrs-miller" } });
    await update(COUNTS, (value) => value);
    expect(browser.storage.local.items.has("counts")).toBe(false);
  });

  it("reads an older version's value by what it has become, and writes it so with the next change", async () => {
    const upgraded = {
      ...COUNTS,
      upgrade: (raw: unknown, version: number) => (version === 1 ? { total: Number(raw) } : null),
    };
    stored({ version: 1, value: 4 });
    expect(await read(upgraded)).toEqual({ total: 4 });
    expect(console.warn).not.toHaveBeenCalled();
    await update(upgraded, ({ total }) => ({ total: total + 1 }));
    expect(browser.storage.local.items.get("counts")).toEqual({ version: 2, value: { total: 5 } });
  });

  it("writes changes that wait together once", async () => {
    const all = [1, 2, 3].map((by) => update(COUNTS, ({ total }) => ({ total: total + by })));
    expect(await Promise.all(all)).toEqual([{ total: 1 }, { total: 3 }, { total: 6 }]);
    expect(browser.storage.local.set).toHaveBeenCalledOnce();
  });

  it("gives what a change has found out beside the value, of the time that was written", async () => {
    const countWith = (by: number) =>
      updateWith(COUNTS, ({ total }) => ({ value: { total: total + by }, result: `${total} before` }));
    browser.storage.local.set.mockRejectedValueOnce(new Error("quota")).mockRejectedValueOnce(new Error("quota"));
    const [full, next] = [countWith(5), countWith(1)];
    await expect(full).rejects.toThrow("quota");
    // Written together both would have been 6; the second was made once more.
    expect(await next).toBe("0 before");
    expect(await countWith(1)).toBe("1 before");
  });

  it("keeps areas apart", async () => {
    await update({ ...COUNTS, area: "session" as const }, () => ({ total: 5 }));
    expect(await read(COUNTS)).toBe(COUNTS.initial);
  });
});

describe("what only the worker writes", () => {
  const counted = (index: number) => ({ ...COUNTS, key: `counts-${index}`, isOurs: true }) as const;
  const reads = () => browser.storage.local.get.mock.calls.length;

  it("is not read again, be it there or not", async () => {
    for (const index of [0, 1]) await update(counted(index), ({ total }) => ({ total: total + index }));
    const before = reads();
    for (const index of [0, 1]) expect(await read(counted(index))).toEqual({ total: index });
    expect(reads()).toBe(before);
  });

  it("is at hand of the last thousand keys, as of tabs that were ever looked at, and is read where it is not", async () => {
    for (let index = 100; index < 1_200; index += 1) await update(counted(index), () => ({ total: index }));
    const before = reads();
    expect(await read(counted(1_199))).toEqual({ total: 1_199 });
    expect(await read(counted(200))).toEqual({ total: 200 });
    expect(reads()).toBe(before);
    expect(await read(counted(100))).toEqual({ total: 100 });
    expect(reads()).toBe(before + 1);
  });
});
