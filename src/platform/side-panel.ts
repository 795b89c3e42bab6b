import { browser } from "./browser.ts";

/** What the polyfill's types do not know: Chromium's side panel. Firefox has a sidebar in its place. */
interface WithSidePanel {
  readonly sidePanel?: { open(where: { tabId: number }): Promise<void> };
}

/** Asked for when it is used: the browser builds each part of its API at the first look at it. */
const sidePanel = (): WithSidePanel["sidePanel"] => (browser as typeof browser & WithSidePanel).sidePanel;

/** Whether this browser has a place beside its pages for a page of ours. */
export const hasSidePanel = (): boolean => sidePanel() !== undefined || browser.sidebarAction !== undefined;

/** Whether it stands open in the window in front. Chromium does not say; there a key opens the popup. Never rejects. */
export const isSidebarOpen = async (): Promise<boolean> =>
  (await browser.sidebarAction?.isOpen({}).catch(() => false)) ?? false;

/** Opens it beside a tab. Browsers open it within a click alone, so call it without any wait. Rejects otherwise. */
export const openSidePanel = (tabId: number): Promise<void> =>
  sidePanel()?.open({ tabId }) ?? browser.sidebarAction.open();
