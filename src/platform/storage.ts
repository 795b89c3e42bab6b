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
  /** What an older version's value has become; without it, or with null, that value counts for nothing. */
  readonly upgrade?: (raw: unknown, version: number) => T | null;
  /**
   * A later version's value is read as far as this one understands it: after a way back to this version what somebody has
   * set still holds. A field whose meaning changes gets another name.
   */
  readonly readsLater?: true;
  /** Only the worker writes it, and often: what it has read or written once is not read again in its life. */
  readonly isOurs?: true;
}

/** Each tab that was ever looked at has a key of its own. */
const MOST_KNOWN = 1_000;

/** Values that this worker alone writes, as they stand in the store; what was learnt last is the last. */
const known = new Map<string, unknown>();

function remember(key: string, value: unknown): void {
  known.delete(key);
  known.set(key, value);
  const [oldest] = known.keys();
  if (known.size > MOST_KNOWN && oldest !== undefined) known.delete(oldest);
}

/** Keys under which something lies that nobody can read; the next change takes it away. */
const unreadable = new Set<string>();

const envelope = v.object({ version: v.number(), value: v.unknown() });

/** Reads a stored value; never rejects because of what is stored. */
export async function read<T>(stored: StoredValue<T>): Promise<T> {
  if (stored.isOurs && known.has(stored.key)) return known.get(stored.key) as T;
  const value = await fetched(stored);
  // A write that came between knows better.
  if (!stored.isOurs || known.has(stored.key)) return stored.isOurs ? (known.get(stored.key) as T) : value;
  remember(stored.key, value);
  return value;
}

function decoded<T>(stored: StoredValue<T>, found: unknown): T | null {
  const parsed = v.safeParse(envelope, found);
  if (!parsed.success) return null;
  const { version, value } = parsed.output;
  const isLegible = version === stored.version || (stored.readsLater === true && version > stored.version);
  return isLegible ? stored.parse(value) : (stored.upgrade?.(value, version) ?? null);
}

async function fetched<T>(stored: StoredValue<T>): Promise<T> {
  const found: unknown = (await browser.storage[stored.area].get(stored.key))[stored.key];
  if (found === undefined) return stored.initial;
  const value = decoded(stored, found);
  if (value === null) {
    console.warn(`Faultline: stored "${stored.key}" is not of version ${stored.version}; starting afresh`);
    unreadable.add(stored.key);
    return stored.initial;
  }
  return value;
}

/** What a change rejects with where the browser does not store what it has made, for want of room above all. */
export class NotStored extends Error {
  constructor(cause: unknown) {
    super(cause instanceof Error ? cause.message : String(cause), { cause });
  }
}

/** A change that waits for its turn. */
interface Queued {
  readonly apply: (value: unknown) => unknown;
  readonly done: () => void;
  readonly fail: (error: unknown) => void;
}

/** Changes wait for each other per key, so that none loses another's; those that wait together are written together. */
const queues = new Map<string, Queued[]>();

/** What a change makes of a stored value, and what else it has found out. */
export interface Changed<T, R> {
  readonly value: T;
  readonly result: R;
}

/**
 * Changes a stored value; resolves with the change's result once the value is written. A change that throws rejects
 * alone; so does one that cannot be written, with `NotStored`. One that gives back the initial value takes it out of the store.
 *
 * The change is to be pure: one that could not be written together with others is made once more, of what stands by then.
 * All that follows from it belongs behind the write.
 */
export function updateWith<T, R>(stored: StoredValue<T>, change: (value: T) => Changed<T, R>): Promise<R> {
  return new Promise<R>((resolve, reject) => {
    let last: Changed<T, R>;
    const queued: Queued = {
      apply(value) {
        last = change(value as T);
        return last.value;
      },
      done: () => resolve(last.result),
      fail: reject,
    };
    const queue = queues.get(stored.key);
    if (queue) return void queue.push(queued);
    queues.set(stored.key, [queued]);
    void drain(stored);
  });
}

/** The same for a change of which only the value matters, with which it resolves. */
export const update = <T>(stored: StoredValue<T>, change: (value: T) => T): Promise<T> =>
  updateWith(stored, (before) => {
    const value = change(before);
    return { value, result: value };
  });

async function drain<T>(stored: StoredValue<T>): Promise<void> {
  for (;;) {
    const found = await Promise.allSettled([read(stored)]);
    const batch = queues.get(stored.key)?.splice(0) ?? [];
    if (batch.length === 0) return void queues.delete(stored.key);
    if (found[0].status === "fulfilled") await write(stored, found[0].value, batch);
    else for (const { fail } of batch) fail(found[0].reason);
  }
}

async function write<T>(stored: StoredValue<T>, before: T, batch: readonly Queued[]): Promise<void> {
  let after: unknown = before;
  const applied: Queued[] = [];
  for (const queued of batch) {
    try {
      after = queued.apply(after);
      applied.push(queued);
    } catch (error) {
      queued.fail(error);
    }
  }
  try {
    if (after !== before || unreadable.has(stored.key)) {
      const area = browser.storage[stored.area];
      if (after === stored.initial) await area.remove(stored.key);
      else await area.set({ [stored.key]: { version: stored.version, value: after } });
      unreadable.delete(stored.key);
      if (stored.isOurs) remember(stored.key, after);
    }
    for (const { done } of applied) done();
  } catch (error) {
    const [only, ...others] = applied;
    if (others.length === 0) return only?.fail(new NotStored(error));
    // One of them may be what does not fit.
    for (const queued of applied) await writeAlone(stored, queued);
  }
}

/** Whatever goes wrong is this change's alone: those that wait behind it still have their turn. */
async function writeAlone<T>(stored: StoredValue<T>, queued: Queued): Promise<void> {
  try {
    await write(stored, await read(stored), [queued]);
  } catch (error) {
    queued.fail(error);
  }
}

/** Calls whenever a stored value has changed, here or elsewhere. Returns the way to stop. */
export function onStoredChanged(
  { key, area }: Pick<StoredValue<unknown>, "key" | "area">,
  listener: () => void,
): () => void {
  const onChanged = (changes: Record<string, unknown>, where: string): void => {
    if (where === area && key in changes) listener();
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** The keys of all that is stored for this session, views among it. */
export async function sessionKeys(): Promise<string[]> {
  // `getKeys` is younger than the oldest browsers that are supported.
  return Object.keys(await browser.storage.session.get(null));
}

/** Takes away what an earlier version stored under a key that nothing reads any more. */
export async function removeStored(area: StoredValue<unknown>["area"], key: string): Promise<void> {
  await browser.storage[area].remove(key);
}
