/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, openPlans } from "../support/chromium-plans.ts";
import { type ChromiumProfile, makeChromiumProfile } from "../support/chromium-profile.ts";

const SHOP = "https://shop.example";
const ORDER = `${SHOP}/order?direct`;

let lab: Lab;
let profile: ChromiumProfile;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
  profile = await makeChromiumProfile();
  chromium = await startChromium(lab, { profile });
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await profile?.remove();
  await lab?.stop();
});

// A test that failed leaves its order in a tab, which the browser's next start would bring back beside the next test's.
afterEach(async () => {
  for (const page of await chromium.browser.pages()) if (page.url() === ORDER) await page.close();
});

const posts = () => lab.requests.filter(({ by, method }) => by === "gateway" && method === "POST").length;
const loads = () =>
  lab.requests.filter(({ by, mode, path }) => by === "gateway" && mode === "navigate" && path === "/order?direct");

/** A new tab in which an order was sent and failed. */
async function failingOrder(): Promise<{ page: Page; tabId: number }> {
  const tab = await chromium.openTab();
  await lab.set("recover");
  await tab.page.goto(`${SHOP}/order`);
  await lab.set("kill-upstream");
  lab.clearRequests();
  await Promise.all([tab.page.waitForNavigation(), tab.page.click("#direct")]);
  await until(async () => (await openPlans(chromium)).some(({ tabId }) => tabId === tab.tabId));
  await chromium.console.bringToFront();
  return tab;
}

/**
 * The browser's own question whether to send the form again belongs to no page, but brings its tab to the front and
 * stops it: the page gets to its end, and the tab in front is still the test's.
 */
async function expectNothingAsked(page: Page): Promise<void> {
  await page.waitForFunction(() => document.readyState === "complete");
  expect(await chromium.ask(async () => (await chrome.tabs.getCurrent())?.active, null)).toBe(true);
}

const ended = (tabId: number) => until(async () => (await endsOf(chromium)).some((end) => end.tabId === tabId), 40_000);

it("Chromium asks before it sends a form again: the switch that takes the question away is not set", () => {
  expect(chromium.browser.process()?.spawnargs).not.toContain("--disable-prompt-on-repost");
});

it("a form that failed is sent once, through notice, check, plan and recovery, and nothing is asked", async () => {
  const { page, tabId } = await failingOrder();
  await page.evaluate(() => document.body.setAttribute("data-first", ""));
  const check = await chromium.openCheck(tabId);
  await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
  await check.close();
  await chromium.console.bringToFront();
  await lab.set("recover");
  await ended(tabId);
  await expectNothingAsked(page);
  expect(await page.$("[data-first]")).not.toBeNull();
  expect([posts(), loads().length]).toEqual([1, 1]);
  await page.close();
});

it("the user's own reload in the popup opens the page anew by GET, without a question", async () => {
  const { page, tabId } = await failingOrder();
  const check = await chromium.openCheck(tabId);
  await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
  await lab.set("recover");
  await ended(tabId);
  await chromium.console.bringToFront();
  const button = await check.waitForSelector('[data-action="reload"]');
  await button?.evaluate((found) => (found as HTMLElement).click());
  await until(() => loads().length === 2);
  await expectNothingAsked(page);
  expect(loads().map(({ method }) => method)).toEqual(["POST", "GET"]);
  await check.close();
  await page.close();
});

it("a browser that starts again neither sends the form nor asks, and ends with a word all the same", async () => {
  await failingOrder();
  await chromium.close();
  lab.clearRequests();
  chromium = await startChromium(lab, { profile });
  const page = await (await chromium.browser.waitForTarget((target) => target.url() === ORDER)).asPage();
  const plan = async () =>
    (await openPlans(chromium)).find(({ url, searching }) => url === ORDER && searching === null);
  await until(async () => (await plan()) !== undefined, 40_000);
  const found = await plan();
  expect(found).toMatchObject({ touchesTab: false, target: `${SHOP}/` });
  const tabId = found?.tabId ?? -1;
  const check = await chromium.openCheck(tabId);
  await check.waitForSelector("main[data-phase=done]", { timeout: 45_000 });
  await chromium.console.bringToFront();
  expect(await check.$('[data-check="cookies"][data-outcome="not-applicable"]')).not.toBeNull();
  await lab.set("recover");
  await ended(tabId);
  await expectNothingAsked(page);
  // The browser shows its own copy; nobody has asked for the page in any way.
  expect([posts(), loads().length]).toEqual([0, 0]);
});
