import * as v from "valibot";
import { browser } from "./browser.ts";

/**
 * One stored value: its key, where it lives, its version and what it must look like. Anything else
 * found there (another version's data, garbage) is read as the default, and said once.
 */
export interface StoredValue<T> {
  readonly key: string;
  readonly area: "local" | "session";
  readonly version: number;
  readonly initial: T;
  readonly parse: (raw: unknown) => T | null;
  /** Only the worker writes it, and often: what it has read or written once is not read again in its life. */
  readonly isOurs?: true;
}

/** Values that this worker alone writes, as they stand in the store. */
const known = new Map<string, unknown>();

const envelope = v.object({ version: v.number(), value: v.unknown() });

/** Reads a stored value; never rejects because of what is stored. */
export async function read<T>(stored: StoredValue<T>): Promise<T> {
  if (stored.isOurs && known.has(stored.key)) return known.get(stored.key) as T;
  const value = await fetched(stored);
  // A write that came between knows better.
  if (!stored.isOurs || known.has(stored.key)) return stored.isOurs ? (known.get(stored.key) as T) : value;
  known.set(stored.key, value);
  return value;
}

async function fetched<T>(stored: StoredValue<T>): Promise<T> {
  const found: unknown = (await browser.storage[stored.area].get(stored.key))[stored.key];
  if (found === undefined) return stored.initial;
  const parsed = v.safeParse(envelope, found);
  const value = parsed.success && parsed.output.version === stored.version ? stored.parse(parsed.output.value) : null;
  if (value === null) {
    console.warn(`Faultline: stored "${stored.key}" is not of version ${stored.version}; starting afresh`);
    return stored.initial;
  }
  return value;
}

/** Writes wait for each other per key, so that no read-modify-write loses another's change. */
const queues = new Map<string, Promise<unknown>>();

/** Changes a stored value; resolves with the new value once it is written. */
export function update<T>(stored: StoredValue<T>, change: (value: T) => T): Promise<T> {
  const turn = async (): Promise<T> => {
    const before = await read(stored);
    const after = change(before);
    if (after !== before) {
      await browser.storage[stored.area].set({ [stored.key]: { version: stored.version, value: after } });
      if (stored.isOurs) known.set(stored.key, after);
    }
    return after;
  };
  const done = (queues.get(stored.key) ?? Promise.resolve()).then(turn, turn);
  queues.set(stored.key, done);
  return done;
}
