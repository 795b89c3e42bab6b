import { browser } from "./browser.ts";

/** Opens the settings in a tab, or comes back to where they are open. */
export const openOptions = (): Promise<void> => browser.runtime.openOptionsPage();
