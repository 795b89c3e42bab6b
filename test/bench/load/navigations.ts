import type { Page } from "puppeteer-core";
import { type Chromium, until } from "../../e2e/support/chromium.ts";

const SHOP = "https://shop.example";

/** Things that happen to healthy pages, of which some may wake the worker. */
export const EVENTS: Readonly<Record<string, (page: Page) => Promise<unknown>>> = {
  "healthy page": (page) => page.goto(`${SHOP}/news`),
  "failing frame in it": (page) => page.goto(`${SHOP}/frame`),
  "requests of it that fail": async (page) => {
    await page.goto(`${SHOP}/app`);
    await page.waitForFunction(() => document.getElementById("state")?.textContent === "The app got 502");
  },
  download: (page) => page.goto(`${SHOP}/download`).catch(() => undefined),
  "answer without content (204)": (page) => page.goto(`${SHOP}/nothing`).catch(() => undefined),
};

/** How often the worker was started by so many of one event; it is ended before each. */
export async function wakes(
  chromium: Chromium,
  page: Page,
  happen: (page: Page) => Promise<unknown>,
  times: number,
): Promise<number> {
  let woken = 0;
  for (let count = 0; count < times; count += 1) {
    await chromium.killWorker();
    await happen(page);
    // The console's own page answers after whatever the event has set going in the browser.
    await chromium.ask(() => new Promise((resolve) => setTimeout(resolve, 200)), null);
    if (await chromium.isAwake()) woken += 1;
  }
  await until(async () => {
    await chromium.killWorker();
    return !(await chromium.isAwake());
  });
  return woken;
}
