/**
 * The one way in which the worker shows a tab to the popup: its check, its retry plan and its second opinions, and the
 * one way back to what was shown last, which outlives the worker. Changes of one tab are written in the order in which
 * they are made. Nothing here rejects: where the session has no room a view is lost, and nothing else is.
 */
import type { OpinionsView } from "../core/places/opinions-view.ts";
import { checkKey, opinionsKey, retryKey } from "../core/protocol/protocol.ts";
import type { RetryView } from "../core/retry/view.ts";
import type { CheckView } from "../core/verdict/view.ts";
import { sessionKeys } from "../platform/storage.ts";
import { publish, published } from "../platform/views.ts";

/** What is being written, by tab. */
const writing = new Map<number, Promise<void>>();

function inOrder(tabId: number, write: () => Promise<void>): Promise<void> {
  const written = (writing.get(tabId) ?? Promise.resolve())
    .then(write)
    .catch((error: unknown) => console.warn("Faultline: a view cannot be shown", error))
    .then(() => {
      if (writing.get(tabId) === written) writing.delete(tabId);
    });
  writing.set(tabId, written);
  return written;
}

/** Shows how far a check has come, in the tab that it names. */
export const showCheck = (view: CheckView): Promise<void> =>
  inOrder(view.tabId, () => publish(checkKey(view.tabId), view));

/** The check that was shown last, which may be of a worker that is dead; undefined where none is. */
export async function shownCheck(tabId: number): Promise<CheckView | undefined> {
  await writing.get(tabId);
  return (await published(checkKey(tabId))) as CheckView | undefined;
}

export const takeBackCheck = (tabId: number): Promise<void> =>
  inOrder(tabId, () => publish(checkKey(tabId), undefined));

/** Shows what the retry plan of a tab does now. */
export const showPlan = (tabId: number, view: RetryView): Promise<void> =>
  inOrder(tabId, () => publish(retryKey(tabId), view));

/** Shows what others have said so far. */
export const showOpinions = (tabId: number, view: OpinionsView): Promise<void> =>
  inOrder(tabId, () => publish(opinionsKey(tabId), view));

/** The second opinions that were shown last; undefined where none are. */
export async function shownOpinions(tabId: number): Promise<OpinionsView | undefined> {
  await writing.get(tabId);
  return (await published(opinionsKey(tabId))) as OpinionsView | undefined;
}

export const takeBackOpinions = (tabId: number): Promise<void> =>
  inOrder(tabId, () => publish(opinionsKey(tabId), undefined));

/** Takes back all that is shown of a tab. */
export async function takeBack(tabId: number): Promise<void> {
  for (const key of [checkKey, opinionsKey, retryKey]) await inOrder(tabId, () => publish(key(tabId), undefined));
}

/** Every tab of which anything is shown. */
export async function tabsShown(): Promise<number[]> {
  return (await sessionKeys()).flatMap((key) => {
    const tabId = /^(?:check|opinions|retry):(\d{1,15})$/.exec(key)?.[1];
    return tabId === undefined ? [] : [Number(tabId)];
  });
}
