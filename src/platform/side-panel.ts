import { browser } from "./browser.ts";

/** What the polyfill's types do not know: Chromium's side panel. Firefox has a sidebar in its place. */
interface WithSidePanel {
  readonly sidePanel?: { open(where: { tabId: number }): Promise<void> };
}

const { sidePanel } = browser as typeof browser & WithSidePanel;

/** Whether this browser has a place beside its pages for a page of ours. */
export const hasSidePanel = sidePanel !== undefined || browser.sidebarAction !== undefined;

/** Opens it beside a tab. Browsers open it within a click alone, so call it without any wait. Rejects otherwise. */
export const openSidePanel = (tabId: number): Promise<void> =>
  sidePanel ? sidePanel.open({ tabId }) : browser.sidebarAction.open();
