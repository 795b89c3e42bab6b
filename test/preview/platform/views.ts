import { NAMED_VERSION } from "../../../src/core/protocol/named.ts";
import { WATCHED_KEY, watchId } from "../../../src/core/protocol/protocol.ts";
import { VIEW_VERSION } from "../../../src/core/protocol/tab-view.ts";
import type { WatchedView } from "../../../src/core/retry/view.ts";
import { current, view } from "../current.ts";

/** A site that is watched without a tab; the failing one by its page. */
function watchedSite(host: string): WatchedView {
  const { check } = current;
  const page = check?.host === host ? check.url : `https://${host}/`;
  return { id: watchId(page), host, since: 0, until: 0 };
}

/** The tab's view as the worker would have published it; of a silent worker none is there. */
function storedUnder(key: string): unknown {
  if (key.startsWith("form-return:")) return current.formReturn && { found: current.formReturn, beganAt: null };
  if (key.startsWith("saved-copy:"))
    return current.copy === undefined ? undefined : { incidentId: current.check?.incidentId, answer: current.copy };
  if (key.startsWith("named:") && current.named) return { version: NAMED_VERSION, value: current.named };
  if (key === WATCHED_KEY) return current.watched?.map(watchedSite);
  if (!key.startsWith("view:") || current.tab === "silent") return undefined;
  return { version: VIEW_VERSION, value: view(current.tab) };
}

export const onPublished = (): (() => void) => () => undefined;

export function follow(key: string, listener: (value: unknown) => void): () => void {
  const timer = setTimeout(() => listener(storedUnder(key)));
  return () => clearTimeout(timer);
}

export const published = async (key: string): Promise<unknown> => storedUnder(key);
