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

/** Follows a published view: calls at once with its present value, then on every change. Returns the way to stop. */
export function follow(key: string, listener: (value: unknown) => void): () => void {
  let changed = false;
  const onChanged = (changes: Record<string, { newValue?: unknown }>, area: string) => {
    const change = changes[key];
    if (area !== "session" || !change) return;
    changed = true;
    listener(change.newValue);
  };
  browser.storage.onChanged.addListener(onChanged);
  published(key).then((value) => {
    if (!changed) listener(value);
  });
  return () => {
    changed = true;
    browser.storage.onChanged.removeListener(onChanged);
  };
}
