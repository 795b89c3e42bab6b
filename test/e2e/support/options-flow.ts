import type { Page } from "puppeteer-core";
import { expect } from "vitest";

/** As by keyboard: the button has the focus when it is pressed. */
const click = async (page: Page, action: string): Promise<void> => {
  const button = await page.waitForSelector(`[data-action="${action}"]:not(:disabled)`);
  await button?.evaluate((found) => {
    (found as HTMLElement).focus();
    (found as HTMLElement).click();
  });
};

/** Nothing that the keyboard stood on has gone without something else taking its place. */
export const isSomewhere = (page: Page): Promise<boolean> =>
  page.evaluate(() => document.activeElement !== document.body);

const sitesIn = (page: Page): Promise<string[]> =>
  page.$$eval('[data-list="retry-off-sites"] bdi', (sites) => sites.map((site) => site.textContent ?? ""));

/** Leaves a site alone, by the settings page; resolves once that is said to be kept. */
export async function leaveAlone(page: Page, site: string): Promise<void> {
  await page.type("#retry-off-site", site);
  await click(page, "retry-off-sites-add");
  await page.waitForSelector('[data-list="retry-off-sites"] li');
  await page.waitForFunction(() => document.querySelector(".saved [role=status]")?.textContent === "Saved.");
}

/** Takes the site out, changes one's mind, sets all back and changes one's mind again: nothing is lost without a way back. */
export async function undoesWhatLoses(page: Page, site: string): Promise<void> {
  // Firefox tells a page that is out of sight of no focus.
  await page.bringToFront();
  await click(page, "retry-off-sites-remove");
  await page.waitForFunction(() => document.querySelector('[data-list="retry-off-sites"] li') === null);
  expect(await isSomewhere(page)).toBe(true);
  await click(page, "undo");
  await page.waitForFunction(() => document.querySelector("[data-action=undo]") === null);
  expect(await sitesIn(page)).toEqual([site]);
  expect(await isSomewhere(page)).toBe(true);
  await click(page, "reset");
  expect(await page.$eval("[data-confirm=reset]", (box) => box.textContent)).toContain("your status pages");
  expect(await sitesIn(page)).toEqual([site]);
  await click(page, "reset-leave");
  // The keyboard is back where the question was asked.
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-action") === "reset");
  await page.keyboard.press("Enter");
  await page.waitForSelector("[data-confirm=reset]");
  await click(page, "reset-all");
  await page.waitForFunction(() => document.querySelector('[data-list="retry-off-sites"] li') === null);
  // There is nothing left to set back.
  await page.waitForFunction(() => document.querySelector("[data-action=reset]") === null);
  expect(await isSomewhere(page)).toBe(true);
  await click(page, "undo");
  await page.waitForSelector('[data-list="retry-off-sites"] li');
  expect(await sitesIn(page)).toEqual([site]);
}

/** What a click on a button hands the browser to be saved as a file, byte by byte. */
export async function savedBy(page: Page, action: string): Promise<string> {
  await page.evaluate(() => {
    const make = URL.createObjectURL.bind(URL);
    URL.createObjectURL = (saved: Blob) => {
      void saved.text().then((content) => {
        document.body.dataset.saved = content;
      });
      return make(saved);
    };
  });
  await click(page, action);
  await page.waitForSelector("body[data-saved]");
  return page.$eval("body", (body) => body.dataset.saved ?? "");
}
