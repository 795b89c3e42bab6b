import { browser } from "./browser.ts";

/** An entry of the context menu: on the icon, or on a link. */
export interface MenuEntry<Id extends string> {
  readonly id: Id;
  readonly title: string;
  readonly on: "icon" | "link";
}

/** Makes these the only entries, whatever stood there; browsers keep them while the worker sleeps. */
export async function setMenu<Id extends string>(entries: ReadonlyArray<MenuEntry<Id>>): Promise<void> {
  await browser.contextMenus.removeAll();
  for (const { id, title, on } of entries) {
    const contexts = [on === "icon" ? "action" : "link"] as const;
    browser.contextMenus.create({
      id,
      title,
      contexts: [...contexts],
      ...(on === "link" && { targetUrlPatterns: ["http://*/*", "https://*/*"] }),
    });
  }
}

/** A click on an entry; `linkUrl` for one on a link, `tabId` where it was made in a tab. */
export interface MenuClick {
  readonly id: string;
  readonly linkUrl: string | null;
  readonly tabId: number | null;
}

/** Registers for clicks. Call it synchronously at start. */
export function onMenuClicked(listener: (click: MenuClick) => void): void {
  browser.contextMenus.onClicked.addListener(({ menuItemId, linkUrl }, tab) =>
    listener({ id: String(menuItemId), linkUrl: linkUrl ?? null, tabId: tab?.id ?? null }),
  );
}
