/**
 * Views that the worker publishes and pages follow, in session storage: a popup that is closed and opened
 * again finds its progress there. Apart from `storage.ts`, so that the popup's first paint needs no schemas.
 */
import { browser } from "./browser.ts";

/** Publishes a view for pages that are open now; memory only. `undefined` takes it back. */
export async function publish(key: string, view: unknown): Promise<void> {
  if (view === undefined) await browser.storage.session.remove(key);
  else await browser.storage.session.set({ [key]: view });
}

/** A view published earlier, or undefined. */
export async function published(key: string): Promise<unknown> {
  return (await browser.storage.session.get(key))[key];
}

/** Calls with every new value of a published view, undefined for one that is taken back. Returns the way to stop. */
export function onPublished(key: string, listener: (value: unknown) => void): () => void {
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[key];
    if (area === "session" && change) listener(change.newValue);
  };
  browser.storage.onChanged.addListener(onChanged);
  return () => browser.storage.onChanged.removeListener(onChanged);
}

/** Follows a published view: calls with its present value, then on every change. Returns the way to stop. */
export function follow(key: string, listener: (value: unknown) => void): () => void {
  let isOver = false;
  const stop = onPublished(key, (value) => {
    isOver = true;
    listener(value);
  });
  published(key).then((value) => {
    if (!isOver) listener(value);
  });
  return () => {
    isOver = true;
    stop();
  };
}
