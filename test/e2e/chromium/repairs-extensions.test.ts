/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, expect, it } from "vitest";
import { reacting } from "../../lab/faults.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { SHOP } from "../../lab/names.ts";
import { HEAVY_HEADER_BYTES, writeExtension } from "../../lab/other-extensions.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { allow } from "../support/chromium-prompt.ts";

const CART = `https://${SHOP}/cart`;
const other = writeExtension("heavy-header");

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;
let otherId: string;

beforeAll(async () => {
  lab = await startLab();
});
beforeEach(async () => {
  // What was granted once is granted again without a prompt, so each test begins with a fresh profile.
  chromium = await startChromium(lab);
  await chromium.grant();
  otherId = await chromium.browser.installExtension(other.folder);
  ({ page, tabId } = await chromium.openTab());
  // The app breaks over headers of this size, which the other extension adds to every page.
  await lab.upstream.behave(reacting(({ headerBytes }) => (headerBytes > HEAVY_HEADER_BYTES ? "drop" : "serve")));
});
afterEach(() => chromium?.close());
afterAll(async () => {
  other.remove();
  await lab?.stop();
});

/** The region stands before its words. */
const said = async (popup: Page) =>
  (await popup.waitForSelector(".repair [role=status]:not(:empty)"))?.evaluate(({ textContent }) => textContent ?? "");
const cartIsShown = () => page.evaluate(() => document.body.innerText.includes("Your cart"));
const isGranted = () => chromium.ask(() => chrome.permissions.contains({ permissions: ["management"] }), null);

/** Waits for something in the popup, and clicks the reload meanwhile where that is what it asks for. */
const settle = (popup: Page, selector: string) =>
  until(async () => {
    if (await popup.$(selector)) return true;
    await popup
      .$eval('.step [data-action="reload"]', (button) => (button as HTMLElement).click())
      .catch(() => undefined);
    return false;
  }, 45_000);

/** Opens the page in a private window, where the other extension is off, and says how it went there. */
async function answerFromPrivateWindow(popup: Page, answer: "works" | "works-signed-out"): Promise<void> {
  await settle(popup, 'main[data-phase="done"] [data-action="open-private-window"]');
  const opened = chromium.browser.waitForTarget((target) => target.url() === CART && target !== page.target());
  await popup.click('[data-action="open-private-window"]');
  const fresh = await (await opened).asPage();
  await until(async () => (await fresh.content().catch(() => "")).includes("Your cart"));
  await fresh.close();
  await popup.bringToFront();
  await (await popup.waitForSelector(`[data-answer="${answer}"]`))?.click();
}

/** The browser's own switch, on its page of extensions. */
async function switchOff(id: string): Promise<void> {
  const extensions = await chromium.browser.newPage();
  await extensions.goto("chrome://extensions");
  await extensions.evaluate((one) => chrome.management.setEnabled(one, false), id);
  await extensions.close();
}

/** From the offer to the cure: the suspect is named, the user switches it off, and the page is loaded again. */
async function expectCured(popup: Page): Promise<void> {
  await allow(chromium, "repair-name-extensions", {
    shown: async () => popup,
    isThere: async () => (await popup.$('.repair[data-state="extensions"]')) !== null,
  });
  expect(await said(popup)).toBe("These extensions may change what you see of shop.example:");
  expect(await popup.$$eval(".suspects > li", (names) => names.map(({ textContent }) => textContent))).toEqual([
    "heavy-header",
  ]);
  await until(async () => !(await isGranted()));
  // Naming it has changed nothing.
  expect(await cartIsShown()).toBe(false);
  await switchOff(otherId);
  // A page behind others never scrolls to what is clicked.
  await popup.bringToFront();
  await (await popup.waitForSelector('[data-action="repair-load"]'))?.click();
  await popup.waitForSelector('.repair[data-state="done"]', { timeout: 30_000 });
  expect(await said(popup)).toBe("shop.example works again.");
  expect(await cartIsShown()).toBe(true);
  await popup.waitForSelector('main[data-standing="answered"]');
}

it("an extension that breaks a page is named where a private window gets it, and the page is back once it is off", async () => {
  await page.goto(CART);
  const popup = await chromium.openCheck(tabId);
  await answerFromPrivateWindow(popup, "works-signed-out");
  await settle(popup, '[data-action="repair-name-extensions"]');
  // Nothing shows more than that it is something here or the site's accounts.
  expect(await popup.$eval("main", ({ dataset }) => dataset.side)).toBe("unsure");
  await expectCured(popup);
}, 120_000);

it("it is named as well where deleting the cookies did not help", async () => {
  await chromium.browser.setCookie({ name: "session", value: "1", domain: SHOP, path: "/", secure: true });
  await page.goto(CART);
  const popup = await chromium.openCheck(tabId);
  await answerFromPrivateWindow(popup, "works");
  await settle(popup, '[data-action="repair-delete-cookies"]');
  await popup.click('[data-action="repair-delete-cookies"]');
  await (await popup.waitForSelector('[data-action="repair-finish"]'))?.click();
  await popup.waitForSelector('.repair[data-state="done"]', { timeout: 30_000 });
  expect(await said(popup)).toMatch(/^That didn’t help: shop\.example fails without the deleted cookies \(1\) too\./);
  await settle(popup, '[data-action="repair-name-extensions"]');
  await expectCured(popup);
}, 120_000);
