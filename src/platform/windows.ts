import { browser } from "./browser.ts";

/**
 * Opens an address in a new private window, and says whether that went. Chromium opens it for every extension
 * and shows it none of the window; Firefox refuses unless the user has allowed the extension in private windows;
 * either may be forbidden by policy.
 */
export async function openPrivateWindow(url: string): Promise<boolean> {
  try {
    await browser.windows.create({ incognito: true, url });
    return true;
  } catch {
    return false;
  }
}

/** As wide as the popup, and as high as most screens have room for. */
const FULL_VIEW = { width: 440, height: 720 } as const;

/** Opens all that is known of a tab in a window of its own; in a tab where the browser has no such windows (Android). */
export async function openFullView(tabId: number): Promise<void> {
  const url = browser.runtime.getURL(`src/pages/popup/index.html?tab=${tabId}`);
  try {
    await browser.windows.create({ url, type: "popup", ...FULL_VIEW });
  } catch {
    await browser.tabs.create({ url });
  }
}
