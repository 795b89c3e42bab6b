/**
 * Only this file writes and reads the view of a tab that the popup shows; it outlives the worker. Whoever changes a
 * part changes what is stored, so a fresh worker goes on where a dead one ended; changes of one tab are made one after
 * another. Nothing here rejects: where the session has no room a view is lost, and nothing else is.
 */
import type { OpinionsView } from "../core/places/opinions-view.ts";
import { compose } from "../core/protocol/compose.ts";
import { EMPTY_VIEW, type TabView, VIEW_VERSION, viewKey } from "../core/protocol/tab-view.ts";
import type { RepairView } from "../core/repair/view.ts";
import type { RetryView } from "../core/retry/view.ts";
import type { CheckView } from "../core/verdict/view.ts";
import { type StoredValue, sessionKeys, update, updateWith } from "../platform/storage.ts";

/** The view of one tab; memory only. Its version is guard enough, for the worker alone writes it. */
const storedView = (tabId: number): StoredValue<TabView> => ({
  key: viewKey(tabId),
  area: "session",
  version: VIEW_VERSION,
  isOurs: true,
  initial: EMPTY_VIEW,
  parse: (raw) => raw as TabView,
});

/** A tab with nothing to show is not stored. */
const asStored = (view: TabView): TabView =>
  view.standing === null && view.plan.state === "none" && view.repair === null ? EMPTY_VIEW : view;

let follow: (tabId: number) => unknown = () => undefined;

/** Calls whenever something else is shown of a tab. One may listen; call it in the worker's first turn. */
export function onShown(listener: (tabId: number) => unknown): void {
  follow = listener;
}

let onDropped: (tabId: number, repair: RepairView) => unknown = () => undefined;

/** Calls when a repair is taken off a tab by what else is shown there. One may listen; call it in the worker's first turn. */
export function onRepairDropped(listener: (tabId: number, repair: RepairView) => unknown): void {
  onDropped = listener;
}

/** Shows a tab with some of its parts changed; resolves with what is shown from then on. */
export async function showTab(tabId: number, change: Partial<TabView>): Promise<TabView> {
  let shown = compose(EMPTY_VIEW, change);
  const dropped = await updateWith(storedView(tabId), (before) => {
    shown = compose(before, change);
    const result = change.repair === undefined && shown.repair === null ? before.repair : null;
    return { value: asStored(shown), result };
  }).catch((error: unknown) => {
    // What could not be written is not dropped either.
    console.warn("Faultline: a view cannot be shown", error);
    return null;
  });
  if (dropped) onDropped(tabId, dropped);
  follow(tabId);
  return shown;
}

/** Shows how far a check has come, in the tab that it names. */
export async function showCheck(check: CheckView): Promise<void> {
  await showTab(check.tabId, { check });
}

/** Shows what the retry plan of a tab does now. */
export async function showPlan(tabId: number, plan: RetryView): Promise<void> {
  await showTab(tabId, { plan });
}

/** Shows what others have said so far. */
export async function showOpinions(tabId: number, opinions: OpinionsView): Promise<void> {
  await showTab(tabId, { opinions });
}

/** Shows how far a repair has come; null takes it away. */
export async function showRepair(tabId: number, repair: RepairView | null): Promise<void> {
  await showTab(tabId, { repair });
}

/** What was shown last of a tab, also by an earlier worker. Waits for the changes that were made before. */
export async function shownIn(tabId: number): Promise<TabView> {
  return update(storedView(tabId), (view) => view).catch(() => EMPTY_VIEW);
}

/** What stood in a tab has gone, and its check with it: a popup that is open asks anew. */
export async function takeBack(tabId: number): Promise<void> {
  await showTab(tabId, { standing: null });
}

/** Forgets all that is shown of a tab. */
export async function forgetView(tabId: number): Promise<void> {
  await showTab(tabId, EMPTY_VIEW);
}

/** Every tab of which anything is shown. */
export async function tabsShown(): Promise<number[]> {
  return (await sessionKeys()).flatMap((key) => {
    const tabId = /^view:(\d{1,15})$/.exec(key)?.[1];
    return tabId === undefined ? [] : [Number(tabId)];
  });
}
