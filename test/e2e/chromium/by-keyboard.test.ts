/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { openFault } from "../../lab/open-fault.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { isSomewhere } from "../support/options-flow.ts";
import { FAILING_FORMS, survived, typeAndSend } from "../support/typed-forms.ts";

const CART = "https://shop.example/cart";
/** Nobody is to press a key more often to come to what they want next. */
const MOST_PRESSES = 12;

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

/** What has the focus, if it is the one: whether all of it is in sight, and has a ring around it. */
const focused = (shown: Page, selector: string) =>
  shown.evaluate((wanted) => {
    const active = document.activeElement;
    if (!active?.matches(wanted)) return null;
    const { top, right, bottom, left } = active.getBoundingClientRect();
    return {
      isInSight: top >= 0 && left >= 0 && bottom <= innerHeight && right <= innerWidth,
      hasRing: active.matches(":focus-visible") && getComputedStyle(active).outlineStyle !== "none",
    };
  }, selector);

/** Goes on with Tab until this has the focus. */
async function tabTo(shown: Page, selector: string): Promise<void> {
  await shown.bringToFront();
  for (let presses = 1; presses <= MOST_PRESSES; presses++) {
    await shown.keyboard.press("Tab");
    const found = await focused(shown, selector);
    if (found)
      return void expect(found, `${selector} after ${presses} presses`).toEqual({ isInSight: true, hasRing: true });
  }
  throw new Error(`${selector} is not reached with ${MOST_PRESSES} presses`);
}

async function press(shown: Page, selector: string): Promise<void> {
  await tabTo(shown, selector);
  await shown.keyboard.press("Enter");
}

const headline = (shown: Page) => shown.$eval("h1", ({ textContent }) => textContent);

describe.each([1, 2])("only by keyboard, at a zoom of %i", (zoom) => {
  /** The popup's page in a tab, and its text that size. */
  async function openCheck(): Promise<Page> {
    const check = await chromium.openCheck(tabId);
    await chromium.ask(async (factor) => {
      const [active] = await chrome.tabs.query({ active: true });
      if (active?.id !== undefined) await chrome.tabs.setZoom(active.id, factor);
    }, zoom);
    return check;
  }
  const judged = (check: Page, side: string) =>
    check.waitForSelector(`main[data-phase="done"][data-side="${side}"]`, { timeout: 45_000 });

  it("whose fault it is can be read, and what that rests on", async () => {
    await lab.set("kill-upstream");
    await page.goto(CART);
    const check = await openCheck();
    await judged(check, "server");
    expect(await headline(check)).toBe("It’s not you. shop.example is down.");
    const checks = ".fold:has([data-check]) > details";
    await press(check, `${checks} > summary`);
    await check.waitForSelector(`${checks}[open] [data-check="retry"]`, { visible: true });
    await check.close();
  });

  it("the page is had back, and the keyboard is lost nowhere", async () => {
    await lab.set("kill-upstream");
    await page.goto(CART);
    const check = await openCheck();
    await judged(check, "server");
    // Also while a try is under way: the button is off then, and keeps its place.
    await tabTo(check, '[data-action="retry-now"]');
    await check.waitForFunction(() =>
      /[1-9]:|0:(?:0[5-9]|[1-5])/.test(document.querySelector(".next .countdown")?.textContent ?? ""),
    );
    // Not before: the plan would bring it back by itself.
    await lab.set("recover");
    await check.keyboard.press("Enter");
    await until(async () => (await page.title().catch(() => "")).startsWith("Your cart"));
    await check.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("is back"));
    expect(await isSomewhere(check)).toBe(true);
    await check.close();
  });

  it("a bad cookie is cured", async () => {
    await openFault(page, await lab.set("oversized-cookie"));
    const check = await openCheck();
    await check.waitForSelector('main[data-phase="done"] .step [data-action]', { timeout: 45_000 });
    if (await check.$('.step [data-action="reload"]')) await press(check, '.step [data-action="reload"]');
    await judged(check, "you");
    await press(check, '[data-action="repair-delete-cookies"]');
    await check.waitForSelector('.repair[data-state="counted"]');
    await press(check, '[data-action="repair-finish"]');
    await check.waitForSelector('.repair[data-state="done"]', { timeout: 30_000 });
    expect(await page.title()).toMatch(/^Your cart/);
    expect(await isSomewhere(check)).toBe(true);
    await check.close();
  });

  it("what was typed into a form is had back", async () => {
    await lab.upstream.behave(FAILING_FORMS);
    await typeAndSend(page, "ordinary", "post");
    const check = await openCheck();
    // Until then what is said above the button takes more room with each answer.
    await check.waitForSelector('main[data-phase="done"]', { timeout: 45_000 });
    await press(check, '[data-action="form-back"]');
    await check.waitForSelector('[data-form="as-left"]', { timeout: 25_000 });
    expect(await survived(page)).toMatchObject({ input: true, textarea: true });
    expect(await isSomewhere(check)).toBe(true);
    await check.close();
  });

  it("support is told", async () => {
    await lab.set("kill-upstream");
    await page.goto(CART);
    const check = await openCheck();
    await judged(check, "server");
    await press(check, '[data-action="copy-report"]');
    await check.waitForFunction(() => document.querySelector(".copied")?.textContent === "Copied.");
    await check.close();
  });

  it("a site is watched no more, beside a page that works", async () => {
    await lab.set("kill-upstream");
    await page.goto(CART);
    const failing = await openCheck();
    await judged(failing, "server");
    await press(failing, '[data-action="retry-watch"]');
    await failing.waitForSelector('[data-action="retry-watch"]', { hidden: true });
    await failing.close();
    await page.goto("about:blank");
    const check = await openCheck();
    await check.waitForSelector('main[data-standing="unreadable"]');
    await press(check, '[data-action="unwatch"]');
    await check.waitForSelector('[data-action="unwatch"]', { hidden: true });
    await check.waitForFunction(() => document.querySelector("main")?.textContent?.includes("is watched no more"));
    expect(await isSomewhere(check)).toBe(true);
    await check.close();
  });

  it("it is turned off for one site", async () => {
    await lab.set("kill-upstream");
    await page.goto(CART);
    const check = await openCheck();
    await judged(check, "server");
    await press(check, '[data-action="retry-stop"]');
    await check.waitForSelector('[data-action="retry-off-here"]');
    await press(check, '[data-action="retry-off-here"]');
    await check.waitForSelector('[data-off-by="user"]');
    expect(await isSomewhere(check)).toBe(true);
    await check.close();
  });
});
