/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium } from "../support/chromium.ts";
import { type Desk, KEYBOARD_TASKS } from "../support/keyboard-tasks.ts";

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
  ({ page, tabId } = await chromium.openTab());
});
afterEach(async () => {
  await lab.set("recover");
  await page.close();
  await chromium.ask(() => chrome.storage.local.remove("settings"), null);
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

const deskAt = (zoom: number): Desk => ({
  lab,
  page,
  async openCheck() {
    const check = await chromium.openCheck(tabId);
    await chromium.ask(async (factor) => {
      const [active] = await chrome.tabs.query({ active: true });
      if (active?.id !== undefined) await chrome.tabs.setZoom(active.id, factor);
    }, zoom);
    await check.waitForFunction((factor) => devicePixelRatio === factor, {}, zoom);
    return check;
  },
  press: (shown, key) => shown.keyboard.press(key),
});

describe.each([1, 2])("only by keyboard, at a zoom of %i", (zoom) => {
  it.each(KEYBOARD_TASKS)("%s", (_what, task) => task(deskAt(zoom)));
});
