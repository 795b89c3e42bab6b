import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import { isSomewhere, savedBy } from "./options-flow.ts";

const textOf = (page: Page, selector: string): Promise<string> =>
  page.$eval(selector, (found) => found.textContent ?? "");

/** The history page after one real outage of the shop: what it shows, saves, finds and forgets. */
export async function readsSavesAndForgets(page: Page): Promise<void> {
  await page.waitForSelector('main[data-ready=true] .entry[data-ended="back"][data-side="server"]');
  expect(await page.$$(".entry")).toHaveLength(1);
  expect(await textOf(page, ".entry-host")).toContain("shop.example");
  expect(await textOf(page, ".entry")).toContain("Error 502");

  await page.$eval(".entry summary", (summary) => (summary as HTMLElement).click());
  await page.waitForSelector(".entry .timeline svg[role=img]");
  const rows = await page.$$eval(".timeline tbody tr", (found) => found.map((row) => row.textContent ?? ""));
  expect(rows[0]).toContain("It began to fail");
  expect(rows.at(-1)).toContain("The page was back");

  const csv = await savedBy(page, "history-csv");
  expect(csv.split("\r\n")[0]).toBe("site,status,from,to,seconds,ended,side,cause,says,tries");
  expect(csv.split("\r\n")[1]).toMatch(/^shop\.example,502,\d{4}-.*Z,\d{4}-.*Z,\d+,back,server,origin-down,/);
  expect(csv).not.toContain("/cart");

  const press = (action: string): Promise<void> =>
    page.$eval(`[data-action="${action}"]`, (button) => {
      (button as HTMLElement).focus();
      (button as HTMLElement).click();
    });
  await press("site-forget");
  await page.waitForSelector("[data-confirm=site-forget]");
  expect(await textOf(page, "[data-confirm=site-forget]")).toContain("All failures of shop.example");
  await press("site-forget-leave");
  await page.waitForFunction(() => document.activeElement?.getAttribute("data-action") === "site-forget");
  expect(await page.$$(".entry")).toHaveLength(1);

  await page.type("#search", "nowhere");
  await page.waitForFunction(() => document.querySelector(".entry") === null);
  expect(await textOf(page, ".history-says")).toBe("Found: 0");
  await page.$eval("#search", (search) => (search as HTMLInputElement).select());
  await page.type("#search", "shop");
  await page.waitForSelector(".entry");

  await press("history-clear");
  await page.waitForSelector(".confirm");
  expect(await page.$$(".entry")).toHaveLength(1);
  await press("history-clear-all");
  await page.waitForFunction(() => document.querySelector(".entry") === null);
  await page.waitForFunction(
    () =>
      document.querySelector(".history-says")?.textContent ===
      "The history is empty. What still fails in a tab goes on.",
  );
  expect(await isSomewhere(page)).toBe(true);
  await page.type("#search", ".");
  await page.waitForFunction(() => document.querySelector(".history-says")?.textContent === "Found: 0");
}
