/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { behindProxy } from "../../lab/browser-settings.ts";
import { ORIGIN } from "../../lab/faults.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { SHOP } from "../../lab/names.ts";
import { openFault } from "../../lab/open-fault.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { allow } from "../support/chromium-prompt.ts";

let lab: Lab;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
});
afterEach(async () => {
  await chromium?.close();
});
afterAll(() => lab?.stop());

/** The region stands before its words. */
const said = async (popup: Page) =>
  (await popup.waitForSelector(".repair [role=status]:not(:empty)"))?.evaluate(({ textContent }) => textContent ?? "");
const granted = () => chromium.ask(() => chrome.permissions.getAll(), null);
const stateIn = (popup: Page) =>
  popup.$eval(".repair", (slot) => (slot as HTMLElement).dataset.state).catch(() => undefined);

describe("without any grant", () => {
  it("cookies are counted by the worker once the prompt, which closes the popup, is accepted; what was granted is given back", async () => {
    chromium = await startChromium(lab);
    const { page, tabId } = await chromium.openTab();
    await openFault(page, await lab.set("oversized-cookie"));
    await chromium.browser.setCookie({ name: "sso", value: "1", domain: `.${SHOP}`, path: "/", secure: true });
    const popup = await chromium.clickIcon(page);
    await until(async () => {
      if (await popup.$('main[data-side="you"][data-cause="cookies"]')) return true;
      await popup
        .$eval('.step [data-action="reload"]', (button) => (button as HTMLElement).click())
        .catch(() => undefined);
      return false;
    }, 45_000);
    const before = await granted();
    const closed = new Promise((resolve) => popup.once("close", resolve));

    /** What the worker has counted by itself: no popup is open by then. */
    const isCounted = () =>
      chromium.ask(async (id) => {
        const key = `view:${id}`;
        const stored = (await chrome.storage.session.get(key))[key] as { value?: { repair?: { state: string } } };
        return stored?.value?.repair?.state === "counted";
      }, tabId);
    await allow(chromium, "repair-delete-cookies", {
      shown: (attempt) => (attempt === 1 ? Promise.resolve(popup) : chromium.clickIcon(page)),
      isThere: isCounted,
    });
    await closed;
    await until(async () => JSON.stringify(await granted()) === JSON.stringify(before));

    const later = await chromium.clickIcon(page);
    await later.waitForSelector('.repair[data-state="counted"]');
    expect(await said(later)).toMatch(/^6 cookies go: /);
    await (await later.waitForSelector('[data-action="repair-finish"]'))?.click();
    await later.waitForSelector('.repair[data-state="done"]', { timeout: 30_000 });
    expect(await said(later)).toContain("It works without the deleted cookies (6).");
    expect(await page.evaluate(() => document.body.innerText)).toContain("Your cart");
    await until(async () => JSON.stringify(await granted()) === JSON.stringify(before));
  });
});

describe("a proxy in the browser's settings that is dead", () => {
  it("is named where the browser reached nobody", async () => {
    const dead = { ...lab, chromiumArgs: behindProxy(lab.chromiumArgs, 9, []) };
    chromium = await startChromium(dead);
    await chromium.grant();
    const { page, tabId } = await chromium.openTab();
    await page.goto(`${ORIGIN}/cart`).catch(() => undefined);
    const popup = await chromium.openCheck(tabId);
    await popup.waitForSelector('main[data-standing="no-answer"]', { timeout: 45_000 });
    await allow(chromium, "repair-name-proxy", {
      shown: async () => popup,
      isThere: async () => (await stateIn(popup)) === "proxy",
    });
    expect(await popup.$eval("h1", (headline) => headline.textContent)).toBe(
      "The proxy of your browser doesn’t answer.",
    );
    expect(await said(popup)).toContain("No extension that is turned on here can set a proxy.");
    expect((await granted()).permissions).not.toContain("management");
  });
});

describe("a refused prompt", () => {
  it("is taken well, and the place in the browser is named where the user finds it themselves", async () => {
    chromium = await startChromium(lab);
    await chromium.grant();
    const { page, tabId } = await chromium.openTab();
    lab.world.connectivity = "no-internet";
    await page.goto("https://gone.example/").catch(() => undefined);
    const popup = await chromium.openCheck(tabId);
    const button = await popup.waitForSelector('[data-action="repair-name-proxy"]');
    void button?.click().catch(() => undefined);
    await popup.waitForSelector('.repair[data-state="asking"]');
    await until(async () => {
      await chromium.screen.press("Escape");
      return (await stateIn(popup)) === "by-hand";
    });
    expect(await said(popup)).toBe("That’s fine. You can do it yourself:");
    expect(await popup.$('[data-action="repair-open-place"]')).not.toBeNull();
  });
});
