/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { beforeEach, describe, expect, it } from "vitest";
import { until } from "../support/chromium.ts";
import { endsOf, plansOf } from "../support/chromium-plans.ts";
import { useHeldSite } from "../support/held-session.ts";

const session = useHeldSite();

beforeEach(() =>
  session.chromium.ask(async () => {
    for (const id of Object.keys(await chrome.notifications.getAll())) await chrome.notifications.clear(id);
    await chrome.storage.session.remove("notices");
  }, null),
);

const shown = () => session.chromium.ask(async () => Object.keys(await chrome.notifications.getAll()), null);

/** A tab behind the console's, which says its address by itself and so needs no look at it. */
async function openBehind(path: string): Promise<{ page: Page; tabId: number }> {
  await session.chromium.console.bringToFront();
  const url = `${session.site.origin}${path}`;
  const opened = session.chromium.browser.waitForTarget((target) => target.url() === url);
  const tabId = await session.chromium.ask(
    async (to) => (await chrome.tabs.create({ url: to, active: false })).id ?? -1,
    url,
  );
  const page = await (await opened).page();
  if (!page) throw new Error("the tab has no page");
  return { page, tabId };
}

/** The page at this address has failed, and come back by a plan that has said its last word. */
async function comesBack(tabId: number, path: string): Promise<void> {
  const url = `${session.site.origin}${path}`;
  const planHere = async () =>
    (await plansOf(session.chromium)).find((plan) => plan.tabId === tabId && plan.url === url);
  await until(async () => (await planHere()) !== undefined);
  session.site.failing = false;
  await until(async () => (await planHere()) === undefined, 40_000);
  expect((await endsOf(session.chromium)).find((end) => end.tabId === tabId)?.reason).toBe("recovered");
}

describe("notifications", () => {
  it("are not for a background tab that fails, comes back, and fails again under new addresses", async () => {
    session.site.failing = true;
    const { page, tabId } = await openBehind("/doors?0");
    await comesBack(tabId, "/doors?0");
    for (const path of ["/doors?1", "/doors?2"]) {
      session.site.failing = true;
      await page.evaluate((to) => void setTimeout(() => location.assign(to)), path);
      await comesBack(tabId, path);
    }
    expect(await shown()).toEqual([]);
    await page.close();
  });

  it("are for a tab that was in front while it failed, one for its site", async () => {
    const { page, tabId } = await session.chromium.openTab();
    const said = () => session.chromium.ask(async () => (await chrome.storage.session.get("notices")).notices, null);
    /** The user sees it fail, and only then turns to something else. */
    const failsInFront = async (path: string) => {
      session.site.failing = true;
      await page.bringToFront();
      await page.goto(`${session.site.origin}${path}`);
      await until(async () => (await plansOf(session.chromium)).some((plan) => plan.tabId === tabId && plan.inFront));
      await session.chromium.console.bringToFront();
      await comesBack(tabId, path);
    };
    await failsInFront("/doors?3");
    expect(await shown()).toEqual([`tab:${tabId}`]);
    const first = await said();
    expect(first).toMatchObject({ value: [["site 127.0.0.1", expect.any(Number)]] });
    // The browser takes a notification away by itself after some seconds; what was said, and when, stays the same.
    await failsInFront("/doors?4");
    expect(await said()).toEqual(first);
    await session.chromium.ask((id) => chrome.notifications.clear(`tab:${id}`), tabId);
    await failsInFront("/doors?5");
    expect(await shown()).toEqual([]);
    await page.close();
  });

  it("are for a tab that came to the front while it failed, and went again", async () => {
    session.site.failing = true;
    const { page, tabId } = await openBehind("/doors?6");
    await until(async () => (await plansOf(session.chromium)).some((plan) => plan.tabId === tabId));
    await page.bringToFront();
    await session.chromium.console.bringToFront();
    await comesBack(tabId, "/doors?6");
    expect(await shown()).toEqual([`tab:${tabId}`]);
    await page.close();
  });
});
