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
