import { vi } from "vitest";

type Changes = Record<string, { newValue?: unknown }>;
type Listener = (changes: Changes, area: string) => void;

const copies = new WeakMap<object, unknown>();

/**
 * A copy, as the browser makes one. What was copied once is not copied again: a thousand plans are written whole
 * whenever one of them changes. Whoever changes a value in place finds the old one stored, as the rules forbid it.
 */
function copyOf(value: unknown): unknown {
  if (typeof value !== "object" || value === null) return value;
  const known = copies.get(value);
  if (known !== undefined) return known;
  const copy = Array.isArray(value)
    ? value.map(copyOf)
    : isPlain(value)
      ? Object.fromEntries(Object.entries(value).map(([key, part]) => [key, copyOf(part)]))
      : structuredClone(value);
  copies.set(value, copy);
  return copy;
}

const isPlain = (value: object): boolean => [Object.prototype, null].includes(Object.getPrototypeOf(value));

/** An in-memory `browser.storage` whose calls, like the real ones, take turns of the event loop and copy what they are given. */
export function fakeStorage() {
  const listeners = new Set<Listener>();
  const area = (name: string) => {
    const items = new Map<string, unknown>();
    const turn = () => new Promise<void>((resolve) => queueMicrotask(resolve));
    return {
      items,
      get: vi.fn(async (key: string | null) => {
        await turn();
        if (key === null) return structuredClone(Object.fromEntries(items));
        return items.has(key) ? { [key]: structuredClone(items.get(key)) } : {};
      }),
      set: vi.fn(async (values: Record<string, unknown>) => {
        await turn();
        await turn();
        for (const [key, given] of Object.entries(values)) {
          const value = copyOf(given);
          items.set(key, value);
          for (const listener of listeners) listener({ [key]: { newValue: value } }, name);
        }
      }),
      remove: vi.fn(async (key: string) => {
        await turn();
        items.delete(key);
        for (const listener of listeners) listener({ [key]: {} }, name);
      }),
    };
  };
  return {
    local: area("local"),
    session: area("session"),
    listeners,
    onChanged: {
      addListener: (listener: Listener) => void listeners.add(listener),
      removeListener: (listener: Listener) => void listeners.delete(listener),
    },
  };
}
