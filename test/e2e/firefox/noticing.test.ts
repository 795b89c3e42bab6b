import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import { plansOf } from "../support/firefox-plans.ts";
import { navigations, ofExtensionToShop } from "../support/firefox-requests.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";

const session = useFirefox({ granted: true });
const SHOP = "https://shop.example";

const badgeSays = (tab: number, text: string): Promise<true> =>
  until(`the badge to say "${text}"`, async () => (await session.firefox.badge(tab)).text === text);

test("a 502 without a body is noticed: Firefox shows a blank page, and the sentinel runs in it", async () => {
  const { lab, firefox } = session;
  await lab.upstream.behave({ listening: true, react: () => ({ status: 502, headers: {}, body: "" }) });
  const page = await firefox.browser.newPage();
  await page.goto(`${SHOP}/cart`);
  expect(await page.evaluate(() => document.body.textContent)).toBe("");
  await badgeSays(await firefox.tabId(page), "502");
});

test("going back to a failing page raises the alarm again, though nothing is asked for", async () => {
  const { lab, firefox } = session;
  const { url } = await lab.set("page-only");
  const page = await firefox.browser.newPage();
  await page.goto(url);
  const tab = await firefox.tabId(page);
  await badgeSays(tab, "502");
  await page.goto(`${SHOP}/`);
  await badgeSays(tab, "");

  // Not puppeteer's goBack, which waits for a load that does not happen.
  await page.evaluate(() => history.back());
  await badgeSays(tab, "502");
  expect(await page.evaluate(() => location.pathname)).toBe("/search");
  // One load for two alarms: the page came back from memory.
  expect(navigations(lab, "/search")).toHaveLength(1);
});

test("closing the tab ends its plan, and nothing more is asked for it", async () => {
  const { lab, firefox } = session;
  const { url } = await lab.set("kill-upstream");
  const page = await firefox.browser.newPage();
  await page.goto(url);
  const tab = await firefox.tabId(page);
  const planStands = async () => (await plansOf(firefox)).some(({ tabId }) => tabId === tab);
  await until("the plan", planStands);
  await page.close();
  lab.clearRequests();
  await until("the plan to end", async () => !(await planStands()));
  expect(ofExtensionToShop(lab)).toEqual([]);
});

test("nothing that works raises an alarm or wakes the background, nor does what only looks like a failure", async () => {
  const { lab, firefox } = session;
  const { background } = firefox;
  const page = await firefox.browser.newPage();
  const tab = await firefox.tabId(page);
  await background.stop();
  const quiet = async (what: string): Promise<void> => {
    // A message would have set the state to "starting" before the page that sent it was loaded.
    expect(`${what}: ${await background.state()}`).toBe(`${what}: stopped`);
    expect(`${what}: ${(await firefox.badge(tab)).text}`).toBe(`${what}: `);
  };

  for (let round = 0; round < 4; round++) {
    for (const path of ["/", "/cart", "/sale", "/no-such-page"]) await page.goto(SHOP + path);
  }
  await quiet("healthy pages and a 404");

  await page.goto(`${SHOP}/frame`);
  await page.waitForFrame((frame) => frame.url().includes("status=503"));
  await quiet("a failing frame");

  await page.goto(`${SHOP}/app`);
  await page.waitForFunction(() => document.getElementById("state")?.textContent === "The app got 502");
  await quiet("a failing request of a page");

  // Firefox speaks of a load that brings no page as it does of one that reached nobody: it may wake the background, no more.
  const silent = async (path: string): Promise<void> => {
    expect(`${path}: ${(await firefox.badge(tab)).text}`).toBe(`${path}: `);
    expect((await plansOf(firefox)).filter(({ url }) => url.endsWith(path))).toEqual([]);
    await background.stop();
  };
  for (const path of ["/download", "/answer?status=503&type=application/zip", "/nothing"]) {
    await leaveFor(await openFrontPage(), path, "gateway");
    await page.goto(`${SHOP}/sale`);
    await silent(path);
  }

  const stopped = await openFrontPage();
  await lab.set("hang");
  await leaveFor(stopped, "/cart", "upstream");
  await stopped.evaluate(() => window.stop());
  await lab.set("recover");
  await page.goto(`${SHOP}/sale`);
  await silent("/cart");

  // All of the above would also be quiet if nobody listened.
  await lab.set("kill-upstream");
  await page.goto(`${SHOP}/cart`);
  await badgeSays(tab, "502");
  expect(await background.state()).toBe("running");
});

/** A tab of its own for a load that brings no page: puppeteer loses its way there. */
async function openFrontPage(): Promise<Page> {
  const page = await session.firefox.browser.newPage();
  await page.goto(`${SHOP}/`);
  return page;
}

/** Follows a link; resolves when the shop has been asked. */
async function leaveFor(page: Page, path: string, by: "gateway" | "upstream"): Promise<void> {
  const asked = session.lab.nextRequest((request) => request.by === by && request.path === path);
  await page.evaluate((to) => void location.assign(to), path);
  await asked;
}
