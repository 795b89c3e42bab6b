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

const say = (tabId: number, word: () => Promise<unknown>): Promise<void> =>
  inTabTurn(`page ${tabId}`, () => aloneInTab(tabId, word));

/** The sentinel says that its page failed. */
export async function onFailed(request: { entry: string }, sender: Sender): Promise<undefined> {
  if (sender.from === "page") await say(sender.tabId, () => onPageFailed(request, sender));
}

/** The sentinel says that its failing page goes away. */
export async function onLeft(request: { entry: string }, sender: Sender): Promise<undefined> {
  if (sender.from === "page") await say(sender.tabId, () => onPageLeft(request, sender));
}

/** Chromium replaced an answer by its own page. */
export const onReplaced = (error: NavigationError): Promise<void> =>
  inTabTurn(`browser ${error.tabId}`, () => onHiddenFailure(error));

/** Firefox reached nobody. */
export const onNobodyReached = (request: Unreached): Promise<void> =>
  inTabTurn(`browser ${request.tabId}`, () => onUnreached(request));
