import { NAMED_VERSION, type NamedView } from "../../../src/core/protocol/named.ts";
import { type TabView, VIEW_VERSION } from "../../../src/core/protocol/tab-view.ts";
import { current, view } from "../current.ts";

/** The tab's view as the worker would have published it; of a silent worker none is there. No site is watched. */
const storedUnder = (key: string): { version: number; value: TabView | NamedView } | undefined =>
  key.startsWith("named:") && current.named
    ? { version: NAMED_VERSION, value: current.named }
    : key.startsWith("view:") && current.tab !== "silent"
      ? { version: VIEW_VERSION, value: view(current.tab) }
      : undefined;

export const onPublished = (): (() => void) => () => undefined;

export function follow(key: string, listener: (value: unknown) => void): () => void {
  const timer = setTimeout(() => listener(storedUnder(key)));
  return () => clearTimeout(timer);
}

export const published = async (key: string): Promise<unknown> => storedUnder(key);
