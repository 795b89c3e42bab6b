/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Fault, ORIGIN } from "../../lab/faults.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { NAS, OTHER, SHOP, STATUS_PAGE } from "../../lab/names.ts";
import { openFault } from "../../lab/open-fault.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});
beforeEach(async () => {
  ({ page, tabId } = await chromium.openTab());
});
afterEach(async () => {
  await page.close();
});

/** Opens the fault's page, and the check of it; the popup asks for a reload where that is what settles it. */
async function check(fault: Fault, cause: string): Promise<Page> {
  await openFault(page, fault);
  const popup = await chromium.openCheck(tabId);
  await until(async () => {
    if (await popup.$(`main[data-side="you"][data-cause="${cause}"]`)) return true;
    await popup
      .$eval('.step [data-action^="reload"]', (button) => (button as HTMLElement).click())
      .catch(() => undefined);
    return false;
  }, 45_000);
  return popup;
}

async function press(popup: Page, action: string): Promise<void> {
  const button = await popup.waitForSelector(`[data-action="${action}"]`);
  await popup.bringToFront();
  await button?.focus();
  await popup.keyboard.press("Enter");
}

/** The region stands before its words. */
const said = async (popup: Page) =>
  (await popup.waitForSelector(".repair [role=status]:not(:empty)"))?.evaluate(({ textContent }) => textContent ?? "");
const done = (popup: Page) => popup.waitForSelector('.repair[data-state="done"]', { timeout: 30_000 });
const isGranted = (permission: string) =>
  chromium.ask((name) => chrome.permissions.contains({ permissions: [name as "cookies"] }), permission);

/** Every cookie of the profile as `domain path name`, with the site that it is partitioned by. */
async function jar(): Promise<string[]> {
  const cookies = await chromium.browser.cookies();
  return cookies.map(({ domain, path, name, partitionKey }) => {
    const site = typeof partitionKey === "object" ? ` in ${partitionKey.sourceOrigin}` : "";
    return `${domain} ${path} ${name}${site}`;
  });
}

describe("cookies that break a page", () => {
  it("are deleted after a word on how many go, and nothing else of the profile is", async () => {
    const fault = await lab.set("oversized-cookie");
    const popup = await check(fault, "cookies");
    const cookie = { value: "1", path: "/", secure: true, httpOnly: true };
    await chromium.browser.setCookie(
      { ...cookie, name: "session", domain: SHOP },
      { ...cookie, name: "sso", domain: `.${SHOP}` },
      { ...cookie, name: "__Host-csrf", domain: SHOP },
      { ...cookie, name: "chip", domain: SHOP, partitionKey: { sourceOrigin: ORIGIN, hasCrossSiteAncestor: false } },
      // Not sent with the page: of another path, of the same names elsewhere, of the shop as a frame of others.
      { ...cookie, name: "session", domain: SHOP, path: "/account" },
      { ...cookie, name: "session", domain: STATUS_PAGE },
      { ...cookie, name: "session", domain: OTHER },
      {
        ...cookie,
        name: "chip",
        domain: SHOP,
        sameSite: "None",
        partitionKey: { sourceOrigin: `https://${OTHER}`, hasCrossSiteAncestor: true },
      },
    );
    await page.evaluate(() => localStorage.setItem("basket", "full"));
    const before = await jar();

    await press(popup, "repair-delete-cookies");
    await popup.waitForSelector('.repair[data-state="counted"]');
    expect(await said(popup)).toMatch(
      /^9 cookies go: .*You’ll be signed out there\. Other sites of shop\.example share some/,
    );
    expect(await jar()).toEqual(before);
    expect(await isGranted("cookies")).toBe(false);
    // The button that had the focus is gone: the keyboard goes on where its answer stands.
    await popup.waitForSelector(".repair:focus");
    await popup.keyboard.press("Tab");
    expect(await popup.evaluate(() => document.activeElement?.getAttribute("data-action"))).toBe("repair-finish");
    lab.clearRequests();
    await press(popup, "repair-finish");
    await done(popup);

    expect(await said(popup)).toBe("It works without the deleted cookies (9). Sign in again where you need to.");
    await popup.waitForSelector('main[data-standing="answered"]');
    expect(
      await page.evaluate(() => [document.body.innerText.includes("Your cart"), localStorage.getItem("basket")]),
    ).toEqual([true, "full"]);
    expect(lab.requests.filter(({ by, mode }) => by === "gateway" && mode === "navigate")).toHaveLength(1);
    expect((await jar()).sort()).toEqual(
      [
        `${SHOP} /account session`,
        `${STATUS_PAGE} / session`,
        `${OTHER} / session`,
        `${SHOP} / chip in https://${OTHER}`,
      ].sort(),
    );
    expect(await isGranted("cookies")).toBe(false);
  });
});

describe("a repair that does not help", () => {
  it("says so after the page was judged anew, and suspects nobody here where the site is at fault", async () => {
    const fault = await lab.set("oversized-cookie");
    const popup = await check(fault, "cookies");
    await press(popup, "repair-delete-cookies");
    await popup.waitForSelector('.repair[data-state="counted"]');
    await lab.upstream.behave({ listening: true, react: () => "drop" });
    await press(popup, "repair-finish");
    await done(popup);
    expect(await said(popup)).toMatch(/^That didn’t help: shop\.example fails without the deleted cookies \(5\) too\./);
    await popup.waitForSelector('main[data-phase="done"][data-side="server"]', { timeout: 45_000 });
    expect(await popup.$('[data-action="repair-name-extensions"]')).toBeNull();
  });
});

describe("a site's own worker that keeps an error", () => {
  it("is removed with its caches, and the workers and caches of others stay", async () => {
    const fault = await lab.set("page-worker");
    const neighbour = await chromium.browser.newPage();
    await neighbour.goto(`https://${NAS}/-/prepare/page-worker`);
    await neighbour.waitForSelector("html[data-ready=true]");
    const popup = await check(fault, "page-worker");
    await page.evaluate(() => localStorage.setItem("basket", "full"));
    const workers = (one: Page) =>
      one.evaluate(async () => [
        (await navigator.serviceWorker.getRegistrations()).length,
        (await caches.keys()).length,
      ]);
    expect(await workers(page)).toEqual([1, 1]);

    await press(popup, "repair-remove-page-worker");
    await done(popup);

    expect(await said(popup)).toBe("shop.example works without its old helper.");
    expect(await page.evaluate(() => document.body.innerText)).toContain("We have opened a second shop");
    expect(await workers(page)).toEqual([0, 0]);
    expect(await page.evaluate(() => localStorage.getItem("basket"))).toBe("full");
    expect(await workers(neighbour)).toEqual([1, 1]);
    // The cure lasts: an ordinary load works as well.
    await page.goto(fault.url);
    expect(await page.evaluate(() => document.body.innerText)).toContain("We have opened a second shop");
  });
});
