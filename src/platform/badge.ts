import { browser } from "./browser.ts";

/** What the toolbar icon says about one tab. `title` is what a screen reader reads; the badge is not read. */
interface Badge {
  readonly text: string;
  readonly title: string;
  readonly color: "failing" | "back";
}

const COLORS = {
  failing: { background: "#b45309", text: "#ffffff" },
  back: { background: "#15803d", text: "#ffffff" },
};

/** Shows the badge on one tab. The browser resets it at the tab's next navigation. A tab that is gone is ignored. */
export async function showBadge(tabId: number, badge: Badge): Promise<void> {
  const { background, text } = COLORS[badge.color];
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: badge.text }),
    browser.action.setTitle({ tabId, title: badge.title }),
    browser.action.setBadgeBackgroundColor({ tabId, color: background }),
    browser.action.setBadgeTextColor?.({ tabId, color: text }),
  ]);
}

/** Takes the badge back. */
export async function clearBadge(tabId: number, title: string): Promise<void> {
  await Promise.allSettled([
    browser.action.setBadgeText({ tabId, text: "" }),
    browser.action.setTitle({ tabId, title }),
  ]);
}

/** What stands on a tab's badge; "" for a tab that is gone. */
export const badgeText = (tabId: number): Promise<string> => browser.action.getBadgeText({ tabId }).catch(() => "");
