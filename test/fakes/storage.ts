import { vi } from "vitest";
import { FakeEvent } from "./event.ts";

type Changes = Record<string, { oldValue?: unknown; newValue?: unknown }>;

const copies = new WeakMap<object, unknown>();

/**
 * A copy, as the browser makes one; frozen, so that it need not be made again for the next who reads: a thousand plans are
 * written whole whenever one of them changes, and whoever changes a value in place fails.
 */
function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy: object = Array.isArray(value)
    ? value.map(copyOf)
    : isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]))
      : structuredClone(value);
  copies.set(value, Object.freeze(copy));
  copies.set(copy, copy);
  return copy;
}

const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value));

/**
 * `browser.storage` in memory. Its calls, like the real ones, take turns of the event loop and copy what they are given.
 * `items` is what is stored, `isFull` makes every later write fail as one does that is over the quota.
 */
export function fakeStorage({ isFirefox = false } = {}) {
  const onChanged = new FakeEvent<[Changes, string]>();
  const area = (name: string) => {
    const items = new Map<string, unknown>();
    const turn = () => new Promise<void>((resolve) => queueMicrotask(resolve));
    const state = { isFull: false };
    return Object.assign(state, {
      items,
      get: vi.fn(async (key: string | null) => {
        await turn();
        const isUnmanaged = name === "managed" && items.size === 0;
        if (isFirefox && isUnmanaged) throw new Error("Managed storage manifest not found");
        if (key === null) return Object.fromEntries([...items].map(([name, value]) => [name, copyOf(value)]));
        return items.has(key) ? { [key]: copyOf(items.get(key)) } : {};
      }),
      set: vi.fn(async (values: Record<string, unknown>) => {
        await turn();
        await turn();
        if (state.isFull) throw new Error("QUOTA_BYTES quota exceeded");
        for (const [key, given] of Object.entries(values)) {
          const oldValue = items.get(key);
          const newValue = copyOf(given);
          items.set(key, newValue);
          onChanged.fire({ [key]: { oldValue, newValue } }, name);
        }
      }),
      remove: vi.fn(async (key: string) => {
        await turn();
        const oldValue = items.get(key);
        if (items.delete(key)) onChanged.fire({ [key]: { oldValue } }, name);
      }),
      /** Chromium alone closes an area to content scripts. */
      setAccessLevel: vi.fn(async (_access: object) => undefined),
    });
  };
  return { local: area("local"), session: area("session"), sync: area("sync"), managed: area("managed"), onChanged };
}

export type FakeStorage = ReturnType<typeof fakeStorage>;
