import type { Page } from "puppeteer-core";
import { beforeEach, expect, test } from "vitest";
import { FAILING_PARTS, READY } from "../support/failing-parts.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: true });
beforeEach(() => session.lab.upstream.behave(FAILING_PARTS));

async function load(path: string): Promise<{ page: Page; tab: number }> {
  const page = await session.firefox.browser.newPage();
  await page.goto(`https://shop.example${path}`);
  await page.waitForFunction(READY);
  return { page, tab: await session.firefox.tabId(page) };
}
const press = async (on: Page, action: string): Promise<void> => {
  const button = await on.waitForSelector(`[data-action="${action}"]`, { timeout: 30_000 });
  await button?.evaluate((found) => (found as HTMLElement).click());
};
const markOf = async (tab: number) => (await session.firefox.badge(tab)).text;

test("failing requests are marked live once the user has switched that on, and no more once they have not", async () => {
  const { firefox } = session;
  const first = await load("/app");
  expect(await markOf(first.tab)).toBe("");
  const check = await firefox.openCheck(first.tab);
  await press(check, "parts-watch");
  await check.waitForSelector('[data-action="parts-unwatch"]');
  await until("the mark on the page that stands there", async () => (await markOf(first.tab)) === "!");

  const second = await load("/app");
  await until("the mark on the next page", async () => (await markOf(second.tab)) === "!");
  const once = await load("/once");
  expect(await markOf(once.tab)).toBe("");

  await press(check, "parts-unwatch");
  await check.waitForSelector('[data-action="parts-watch"]');
  const last = await load("/app");
  expect(await markOf(last.tab)).toBe("");
});
