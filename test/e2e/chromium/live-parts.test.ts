/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { FAILING_PARTS, READY } from "../support/failing-parts.ts";

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;
beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
beforeEach(async () => {
  await lab.upstream.behave(FAILING_PARTS);
  await page?.close();
  ({ page, tabId } = await chromium.openTab());
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

const load = async (path: string): Promise<void> => {
  await page.goto(`https://shop.example${path}`);
  await page.waitForFunction(READY);
};
const mark = () => chromium.badge(tabId);
/** Whatever the last page had to say has been said once the worker has answered to another. */
const settled = () =>
  chromium.ask(async (id) => chrome.runtime.sendMessage({ type: "tab/open", request: { tabId: id } }), tabId);
const press = async (on: Page, action: string): Promise<void> => {
  const button = await on.waitForSelector(`[data-action="${action}"]`, { timeout: 30_000 });
  await button?.evaluate((found) => (found as HTMLElement).click());
};

it("says nothing on a site where nobody has switched it on, and wakes no worker there", async () => {
  await load("/well");
  await chromium.killWorker();
  await load("/app");
  expect(await chromium.isAwake()).toBe(false);
  expect((await mark()).text).toBe("");
});

it("is switched on where the failed requests are told, and marks the page that stands there", async () => {
  await load("/app");
  const check = await chromium.openCheck(tabId);
  await press(check, "parts-watch");
  await check.waitForSelector('[data-action="parts-unwatch"]');
  await until(async () => (await mark()).text === "!");
  expect((await mark()).title).toContain("requests to shop.example fail (502)");
  await check.close();
});

it("from then on marks such a page as it fails", async () => {
  await load("/app");
  await until(async () => (await mark()).text === "!");
  expect(
    await chromium.ask(async () => (await chrome.storage.local.get("retry-plans"))["retry-plans"], null),
  ).toBeUndefined();
});

it.each(["/well", "/once", "/others"])(
  "gives no mark to %s: none failed, one did, or those of another site",
  async (path) => {
    await load(path);
    await settled();
    expect((await mark()).text).toBe("");
  },
);

it("wakes no worker on such a site while nothing fails", async () => {
  await load("/well");
  await chromium.killWorker();
  await load("/well");
  expect(await chromium.isAwake()).toBe(false);
});

it("is switched off in the settings", async () => {
  const options = await chromium.browser.newPage();
  await options.goto(`chrome-extension://${chromium.extensionId}/src/pages/options/index.html`);
  await press(options, "parts-unwatch");
  await until(async () => (await options.$('[data-list="live-parts"]')) === null);
  await until(() =>
    chromium.ask(async () => (await chrome.scripting.getRegisteredContentScripts()).length === 1, null),
  );
  await options.close();
  await load("/app");
  await settled();
  expect((await mark()).text).toBe("");
});
