import { browser } from "./browser.ts";
import { isPrivate } from "./messages.ts";
import { pause } from "./pause.ts";

/** The parts of a tab that matter here; `url` is null where Faultline may not see it. */
export interface Tab {
  readonly id: number;
  readonly windowId: number | null;
  readonly url: string | null;
  readonly loading: boolean;
  /** Put to sleep by the browser, or not yet loaded since it was started. */
  readonly asleep: boolean;
  readonly private: boolean;
}

/** A tab, or null when it is gone. */
export async function getTab(tabId: number): Promise<Tab | null> {
  try {
    const tab = await browser.tabs.get(tabId);
    return {
      id: tabId,
      windowId: tab.windowId ?? null,
      url: tab.url || null,
      loading: tab.status === "loading",
      asleep: tab.discarded === true || tab.status === "unloaded",
      private: isPrivate(tab),
    };
  } catch {
    return null;
  }
}

/** The tab that the popup speaks of: `?tab=<id>` when it stands in a tab of its own, else the active one. */
export async function popupTab(): Promise<number | null> {
  const asked = new URLSearchParams(location.search).get("tab");
  if (asked !== null) return /^\d+$/.test(asked) ? Number(asked) : null;
  const [active] = await browser.tabs.query({ active: true, currentWindow: true });
  return active?.id ?? null;
}

/** Web pages that are open now. */
export async function openTabs(): Promise<number[]> {
  const tabs = await browser.tabs.query({ url: ["http://*/*", "https://*/*"], discarded: false });
  return tabs.flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Ids of all tabs; needs no leave, for nothing else of them is read. */
export async function allTabs(): Promise<number[]> {
  return (await browser.tabs.query({})).flatMap(({ id }) => (id === undefined ? [] : [id]));
}

/** Tabs that show an address now, asleep or not; private ones are left alone. Needs leave for the site. */
export async function tabsShowing(shows: (url: string) => boolean): Promise<Array<{ id: number; asleep: boolean }>> {
  return (await browser.tabs.query({})).flatMap((tab) => {
    const asleep = tab.discarded === true || tab.status === "unloaded";
    return tab.id !== undefined && tab.url && !isPrivate(tab) && shows(tab.url) ? [{ id: tab.id, asleep }] : [];
  });
}

/** The tabs in front, one a window. */
export async function frontTabs(): Promise<ReadonlySet<number>> {
  return new Set((await browser.tabs.query({ active: true })).flatMap(({ id }) => (id === undefined ? [] : [id])));
}

/** Calls back when a tab is closed, while this worker lives; browsers would wake it for a lasting listener. */
export function onTabClosed(listener: (tabId: number) => void): void {
  browser.tabs.onRemoved.addListener(listener);
}

/** Loads a tab again, as the user would; `pastCache` also goes past the page's service worker. Keeps the focus. */
export async function reloadTab(tabId: number, pastCache = false): Promise<void> {
  await browser.tabs.reload(tabId, { bypassCache: pastCache });
}

/** Opens an address in a tab anew, always by GET: a page that came from a form loses it, and never sends it again. */
export async function openAnew(tabId: number, url: string): Promise<void> {
  await browser.tabs.update(tabId, { url });
}

/** Goes one page back in a tab's history, as the browser's button does; false where there is none before. */
export const goBack = (tabId: number): Promise<boolean> =>
  browser.tabs.goBack(tabId).then(
    () => true,
    () => false,
  );

/** Brings a tab to the front, after a click on a notification. */
export async function showTab(tabId: number): Promise<void> {
  const tab = await browser.tabs.update(tabId, { active: true });
  if (tab?.windowId !== undefined) await browser.windows.update(tab.windowId, { focused: true });
}

/** Opens an address in a new tab in front, after a click on a notification. */
export async function openTab(url: string): Promise<void> {
  await browser.tabs.create({ url });
}

/** What scripts inside a page return; the functions run there, so they must stand alone. */
export type InPage<T> =
  | { readonly state: "ok"; readonly value: T }
  /** Chromium's own error page: no script runs there. */
  | { readonly state: "error-page" }
  /** Nothing came in time. A page that stands in a dialog, or is discarded, never answers; one of megabytes is busy. */
  | { readonly state: "silent" }
  | { readonly state: "refused" };

const IN_PAGE_PATIENCE_MS = 5_000;

/**
 * Runs a self-contained function in the main frame of a tab. Waits for the document unless `atOnce`. In the
 * page's own world (`asPage`) the site's service worker answers requests, and the page's scripts could have
 * changed what is called there: such results prove less.
 */
export async function inPage<T, A extends unknown[]>(
  tabId: number,
  func: (...args: A) => T | Promise<T>,
  {
    args,
    atOnce = true,
    asPage = false,
    patience = IN_PAGE_PATIENCE_MS,
  }: { args: A; atOnce?: boolean; asPage?: boolean; patience?: number },
): Promise<InPage<NonNullable<T>>> {
  try {
    const run = browser.scripting.executeScript({
      target: { tabId },
      func: func as (...args: unknown[]) => unknown,
      args,
      injectImmediately: atOnce,
      world: asPage ? "MAIN" : "ISOLATED",
    });
    const answers = await Promise.race([run, pause(patience)]);
    if (!answers) return { state: "silent" };
    const [frame] = answers;
    if (!frame || frame.result === undefined || frame.result === null) return { state: "refused" };
    return { state: "ok", value: frame.result as NonNullable<T> };
  } catch (error) {
    return { state: /error page/i.test(String(error)) ? "error-page" : "refused" };
  }
}

/** Puts the sentinel into a page that was open before the grant. Pages that refuse scripts are left alone. */
export async function injectFile(tabId: number, file: string): Promise<void> {
  await browser.scripting.executeScript({ target: { tabId }, files: [file] }).catch(() => undefined);
}

/** Whether a tab is the one in front of its window, or was at some time since `since`, in epoch milliseconds. */
export async function wasInFrontSince(tabId: number, since: number): Promise<boolean> {
  try {
    const { active, lastAccessed = 0 } = await browser.tabs.get(tabId);
    return active || lastAccessed >= since;
  } catch {
    return false;
  }
}

/** Whether the user is looking at this tab right now. */
export async function isInFront(tabId: number): Promise<boolean> {
  try {
    const tab = await browser.tabs.get(tabId);
    if (!tab.active || tab.windowId === undefined) return false;
    return (await browser.windows.get(tab.windowId)).focused;
  } catch {
    return false;
  }
}
