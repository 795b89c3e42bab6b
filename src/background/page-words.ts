import type { NavigationError, Unreached } from "../platform/automatic.ts";
import type { Sender } from "../platform/messages.ts";
import { onPageFailed, onPageLeft } from "./on-failure.ts";
import { onHiddenFailure } from "./on-hidden-failure.ts";
import { onUnreached } from "./on-unreached.ts";
import { aloneInTab, inTabTurn } from "./tab-turns.ts";

/*
 * What tells of failures by itself. All of it can be provoked by a page as often as it likes, so each tab's words take
 * turns; those of the browser wait apart, since a page that it has replaced is looked into for seconds. Only what is
 * written for a tab is written by one at a time.
 */

/** Failures that wait for their turn, by tab: what their page has said, and what heeds it. */
const waiting = new Map<number, { readonly entry: string; readonly heed: () => Promise<unknown> }>();

const say = (tabId: number, heed: () => Promise<unknown>): Promise<void> =>
  inTabTurn(`page ${tabId}`, () => {
    // What has waited until now is heeded with this word, or of no more use.
    waiting.delete(tabId);
    return aloneInTab(tabId, heed);
  });

/** The sentinel says that its page failed. */
export async function onFailed(request: { entry: string }, sender: Sender): Promise<undefined> {
  if (sender.from !== "page") return;
  const heed = () => onPageFailed(request, sender);
  waiting.set(sender.tabId, { entry: request.entry, heed });
  await say(sender.tabId, heed);
}

/**
 * The sentinel says that its failing page goes away. A page that comes from another process may have said before that it
 * fails as well; that word still waits, and takes its turn behind this one.
 */
export async function onLeft(request: { entry: string }, sender: Sender): Promise<undefined> {
  if (sender.from !== "page") return;
  const next = waiting.get(sender.tabId);
  const leave = () => onPageLeft(request, sender);
  // A page names itself in both of its words by the same text.
  await say(sender.tabId, next && next.entry !== request.entry ? () => leave().finally(next.heed) : leave);
}

/** Chromium replaced an answer by its own page. */
export const onReplaced = (error: NavigationError): Promise<void> =>
  inTabTurn(`browser ${error.tabId}`, () => onHiddenFailure(error));

/** Firefox reached nobody. */
export const onNobodyReached = (request: Unreached): Promise<void> =>
  inTabTurn(`browser ${request.tabId}`, () => onUnreached(request));
