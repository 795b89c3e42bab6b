import type { NavigationError, Unreached } from "../platform/automatic.ts";
import type { Sender } from "../platform/messages.ts";
import { onHiddenFailure, onPageFailed, onPageLeft } from "./on-failure.ts";
import { onUnreached } from "./on-unreached.ts";
import { inTabTurn } from "./tab-turns.ts";

/*
 * What tells of failures by itself. All of it can be provoked by a page as often as it likes, so each tab's words take
 * turns; those of the browser wait apart, since a page that it has replaced is looked into for seconds.
 */

/** The sentinel says that its page failed. */
export async function onFailed(request: { entry: string }, sender: Sender): Promise<undefined> {
  if (sender.from === "page") await inTabTurn(`page ${sender.tabId}`, () => onPageFailed(request, sender));
}

/** The sentinel says that its failing page goes away. */
export async function onLeft(request: unknown, sender: Sender): Promise<undefined> {
  if (sender.from === "page") await inTabTurn(`page ${sender.tabId}`, () => onPageLeft(request, sender));
}

/** Chromium replaced an answer by its own page. */
export const onReplaced = (error: NavigationError): Promise<void> =>
  inTabTurn(`browser ${error.tabId}`, () => onHiddenFailure(error));

/** Firefox reached nobody. */
export const onNobodyReached = (request: Unreached): Promise<void> =>
  inTabTurn(`browser ${request.tabId}`, () => onUnreached(request));
