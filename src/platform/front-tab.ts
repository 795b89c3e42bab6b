import { browser } from "./browser.ts";
import { isPrivate } from "./messages.ts";

/** The tab in front of the window in which a side panel stands. */
export interface FrontTab {
  readonly id: number;
  /** Which load of it this is, as far as this panel has seen: each is another page. */
  readonly load: number;
  /** The address of what it shows; empty where Faultline may not know it. */
  readonly url: string;
  /** Faultline may know its address: by a grant, or by a click on the icon. */
  readonly isVisible: boolean;
  readonly private: boolean;
}

/**
 * Follows the tab in front of this page's window: calls with it now, whenever another one, or another page, comes, and when
 * a key of ours has let Faultline see what was hidden from it.
 */
export function followFrontTab(listener: (tab: FrontTab | null) => void): () => void {
  let load = 0;
  let front: number | undefined;
  let isHidden = false;
  const look = async (): Promise<void> => {
    const [tab] = await browser.tabs.query({ active: true, currentWindow: true });
    front = tab?.id;
    load += 1;
    const url = tab?.url ?? "";
    isHidden = url === "";
    listener(tab?.id === undefined ? null : { id: tab.id, load, url, isVisible: url !== "", private: isPrivate(tab) });
  };
  const onActivated = () => void look();
  const onUpdated = (tabId: number, { status }: { status?: string }) => {
    if (tabId === front && status === "complete") void look();
  };
  const onCommand = () => {
    if (isHidden) void look();
  };
  browser.tabs.onActivated.addListener(onActivated);
  browser.tabs.onUpdated.addListener(onUpdated);
  browser.commands.onCommand.addListener(onCommand);
  void look();
  return () => {
    browser.tabs.onActivated.removeListener(onActivated);
    browser.tabs.onUpdated.removeListener(onUpdated);
    browser.commands.onCommand.removeListener(onCommand);
  };
}
