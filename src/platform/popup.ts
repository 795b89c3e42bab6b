import { browser } from "./browser.ts";

/**
 * Opens the popup over the tab in front, and says whether it did. Chrome knows no such call before version 127, Firefox
 * wants a click of the user's right before it until version 149, and refuses while another panel is open.
 */
export async function openPopup(): Promise<boolean> {
  try {
    await browser.action.openPopup();
    return true;
  } catch {
    return false;
  }
}
