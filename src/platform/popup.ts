import { browser } from "./browser.ts";

/** Opens the popup over the tab in front. Firefox refuses while another panel is open: then nothing happens. */
export async function openPopup(): Promise<void> {
  await browser.action.openPopup().catch(() => undefined);
}
