import type { Page } from "puppeteer-core";

/** Everything that the extension holds in memory only; read in one of its own pages, which wakes nothing. */
export const sessionStorageOf = (extensionPage: Page): Promise<Record<string, unknown>> =>
  extensionPage.evaluate(() => chrome.storage.session.get(null));
