import type { Page } from "puppeteer-core";
import { expect } from "vitest";

/** From the failure to the page that is back, with the check's 9 s and two tries. */
const LONGEST_MS = 60_000;

async function press(page: Page, action: string): Promise<void> {
  await page.waitForSelector(`.popup [data-action="${action}"]`);
  await page.focus(`.popup [data-action="${action}"]`);
  await page.keyboard.press("Enter");
}

/** Plays the rehearsal from its button to its end, and holds it to what it shows on the way. */
export async function rehearse(page: Page): Promise<void> {
  // Browsers hold back the timers of a tab that is out of sight, for up to a minute each.
  await page.bringToFront();
  await page.waitForSelector('main[data-act="before"]');
  await page.focus('[data-action="rehearsal-start"]');
  await page.keyboard.press("Enter");
  await page.waitForSelector('.mock[data-page="failing"]');
  expect(await page.$eval(".mock-page", (drawn) => drawn.textContent)).toContain("502 Bad Gateway");
  await press(page, "retry-stop");
  await page.waitForSelector('.popup [data-action="retry-keep"]');
  await page.waitForSelector('.popup[data-phase="done"][data-side="server"]', { timeout: LONGEST_MS });
  // Of a real page Faultline offers here to set that for good.
  expect(await page.$$('[data-action="retry-off-here"]')).toEqual([]);
  await press(page, "retry-keep");
  const open = '[data-check][data-outcome="running"], [data-check][data-outcome="pending"]';
  expect(await page.$$(open)).toEqual([]);
  expect((await page.$$("[data-check]")).length).toBeGreaterThan(5);
  // On a busy machine the countdown may be over before anybody looks.
  const counts = 'main[data-act="tries"] .popup .countdown, main[data-act="back"]';
  await page.waitForSelector(counts, { timeout: LONGEST_MS });
  await page.waitForSelector('main[data-act="back"] .mock[data-page="back"]', { timeout: LONGEST_MS });
  expect(await page.$eval(".popup h1", (headline) => headline.textContent)).toBe("shop.example is back.");
  expect(await page.$eval(".mark-rehearsal", (mark) => mark.textContent)).toBe("Rehearsal");
}
