/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, plansOf } from "../support/chromium-plans.ts";
import { type HeldSite, startHeldSite } from "../support/held-site.ts";

let lab: Lab;
let chromium: Chromium;
let site: HeldSite;

beforeAll(async () => {
  lab = await startLab();
  site = await startHeldSite();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await site?.stop();
  await lab?.stop();
});
beforeEach(async () => {
  site.reset();
  await chromium.ask(async () => {
    for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
    await chrome.storage.session.remove("notices");
  }, null);
});

const shown = () => chromium.ask(async () => Object.keys(await chrome.notifications.getAll()), null);

/** A tab behind the console's, which says its address by itself and so needs no look at it. */
async function openBehind(path: string): Promise<{ page: Page; tabId: number }> {
  await chromium.console.bringToFront();
  const url = `${site.origin}${path}`;
  const opened = chromium.browser.waitForTarget((target) => target.url() === url);
  const tabId = await chromium.ask(async (to) => (await chrome.tabs.create({ url: to, active: false })).id ?? -1, url);
  const page = await (await opened).page();
  if (!page) throw new Error("the tab has no page");
  return { page, tabId };
}

/** The page at this address has failed, and come back by a plan that has said its last word. */
async function comesBack(tabId: number, path: string): Promise<void> {
  const url = `${site.origin}${path}`;
  const planHere = async () => (await plansOf(chromium)).find((plan) => plan.tabId === tabId && plan.url === url);
  await until(async () => (await planHere()) !== undefined);
  site.failing = false;
  await until(async () => (await planHere()) === undefined, 40_000);
  expect((await endsOf(chromium)).find((end) => end.tabId === tabId)?.reason).toBe("recovered");
}

describe("notifications", () => {
  it("are not for a background tab that fails, comes back, and fails again under new addresses", async () => {
    site.failing = true;
    const { page, tabId } = await openBehind("/doors?0");
    await comesBack(tabId, "/doors?0");
    for (const path of ["/doors?1", "/doors?2"]) {
      site.failing = true;
      await page.evaluate((to) => void setTimeout(() => location.assign(to)), path);
      await comesBack(tabId, path);
    }
    expect(await shown()).toEqual([]);
    await page.close();
  });

  it("are for a tab that was in front while it failed, one for its site", async () => {
    const { page, tabId } = await chromium.openTab();
    const said = () => chromium.ask(async () => (await chrome.storage.session.get("notices")).notices, null);
    /** The user sees it fail, and only then turns to something else. */
    const failsInFront = async (path: string) => {
      site.failing = true;
      await page.bringToFront();
      await page.goto(`${site.origin}${path}`);
      await until(async () => (await plansOf(chromium)).some((plan) => plan.tabId === tabId && plan.inFront));
      await chromium.console.bringToFront();
      await comesBack(tabId, path);
    };
    await failsInFront("/doors?3");
    expect(await shown()).toEqual([`tab:${tabId}`]);
    const first = await said();
    expect(first).toMatchObject({ value: [["site 127.0.0.1", expect.any(Number)]] });
    // The browser takes a notification away by itself after some seconds; what was said, and when, stays the same.
    await failsInFront("/doors?4");
    expect(await said()).toEqual(first);
    await chromium.ask((id) => chrome.notifications.clear(`tab:${id}`), tabId);
    await failsInFront("/doors?5");
    expect(await shown()).toEqual([]);
    await page.close();
  });

  it("are for a tab that came to the front while it failed, and went again", async () => {
    site.failing = true;
    const { page, tabId } = await openBehind("/doors?6");
    await until(async () => (await plansOf(chromium)).some((plan) => plan.tabId === tabId));
    await page.bringToFront();
    await chromium.console.bringToFront();
    await comesBack(tabId, "/doors?6");
    expect(await shown()).toEqual([`tab:${tabId}`]);
    await page.close();
  });
});
