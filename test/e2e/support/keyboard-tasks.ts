import type { Page } from "puppeteer-core";
import { expect } from "vitest";
import type { Lab } from "../../lab/lab.ts";
import { openFault } from "../../lab/open-fault.ts";
import { isSomewhere } from "./options-flow.ts";
import { FAILING_FORMS, survived, typeAndSend } from "./typed-forms.ts";

/** A browser with a tab in it for the site, and the way its keys are pressed. */
export interface Desk {
  readonly lab: Lab;
  /** The site's tab. */
  readonly page: Page;
  /** The popup's page for that tab, in a tab in front of it; its text is as large as it is to be. */
  openCheck(): Promise<Page>;
  /** Presses a key over a page, and resolves when the page has heard of it. */
  press(shown: Page, key: "Tab" | "Enter"): Promise<void>;
}

type Task = (desk: Desk) => Promise<void>;

const CART = "https://shop.example/cart";
/** Nobody is to press a key more often to come to what they want next. */
const MOST_PRESSES = 12;

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
async function tabTo(desk: Desk, shown: Page, selector: string): Promise<void> {
  await shown.bringToFront();
  for (let presses = 1; presses <= MOST_PRESSES; presses++) {
    await desk.press(shown, "Tab");
    const found = await focused(shown, selector);
    if (found)
      return void expect(found, `${selector} after ${presses} presses`).toEqual({ isInSight: true, hasRing: true });
  }
  throw new Error(`${selector} is not reached with ${MOST_PRESSES} presses`);
}

async function enter(desk: Desk, shown: Page, selector: string): Promise<void> {
  await tabTo(desk, shown, selector);
  await desk.press(shown, "Enter");
}

const headline = (shown: Page) => shown.$eval("h1", ({ textContent }) => textContent);

const judged = (check: Page, side: string) =>
  check.waitForSelector(`main[data-phase="done"][data-side="${side}"]`, { timeout: 45_000 });

/** The check of a site that is down, once it is done. */
async function checkOfOutage(desk: Desk): Promise<Page> {
  await desk.lab.set("kill-upstream");
  await desk.page.goto(CART);
  const check = await desk.openCheck();
  await judged(check, "server");
  return check;
}

async function understand(desk: Desk): Promise<void> {
  const check = await checkOfOutage(desk);
  expect(await headline(check)).toBe("It’s not\u00a0you. shop.example is down.");
  const checks = ".fold:has([data-check]) > details";
  await enter(desk, check, `${checks} > summary`);
  await check.waitForSelector(`${checks}[open] [data-check="retry"]`, { visible: true });
  await check.close();
}

async function getPageBack(desk: Desk): Promise<void> {
  const check = await checkOfOutage(desk);
  // Also while a try is under way: the button is off then, and keeps its place.
  await tabTo(desk, check, '[data-action="retry-now"]');
  await check.waitForFunction(() =>
    /[1-9]:|0:(?:0[5-9]|[1-5])/.test(document.querySelector(".next .countdown")?.textContent ?? ""),
  );
  // Not before: the plan would bring it back by itself.
  await desk.lab.set("recover");
  await desk.press(check, "Enter");
  await desk.page.waitForFunction(() => document.title.startsWith("Your cart"));
  await check.waitForFunction(() => document.querySelector("h1")?.textContent?.includes("is back"));
  expect(await isSomewhere(check)).toBe(true);
  await check.close();
}

async function cureCookie(desk: Desk): Promise<void> {
  await openFault(desk.page, await desk.lab.set("oversized-cookie"));
  const check = await desk.openCheck();
  await check.waitForSelector('main[data-phase="done"] .step [data-action]', { timeout: 45_000 });
  if (await check.$('.step [data-action="reload"]')) await enter(desk, check, '.step [data-action="reload"]');
  await judged(check, "you");
  await enter(desk, check, '[data-action="repair-delete-cookies"]');
  await check.waitForSelector('.repair[data-state="counted"]');
  await enter(desk, check, '[data-action="repair-finish"]');
  await check.waitForSelector('.repair[data-state="done"]', { timeout: 30_000 });
  expect(await desk.page.title()).toMatch(/^Your cart/);
  expect(await isSomewhere(check)).toBe(true);
  await check.close();
}

async function getTextBack(desk: Desk): Promise<void> {
  await desk.lab.upstream.behave(FAILING_FORMS);
  await typeAndSend(desk.page, "ordinary", "post");
  const check = await desk.openCheck();
  // Until then what is said above the button takes more room with each answer.
  await check.waitForSelector('main[data-phase="done"]', { timeout: 45_000 });
  await enter(desk, check, '[data-action="form-back"]');
  await check.waitForSelector('[data-form="as-left"]', { timeout: 25_000 });
  expect(await survived(desk.page)).toMatchObject({ input: true, textarea: true });
  expect(await isSomewhere(check)).toBe(true);
  await check.close();
}

async function tellSupport(desk: Desk): Promise<void> {
  const check = await checkOfOutage(desk);
  await enter(desk, check, '[data-action="copy-report"]');
  await check.waitForFunction(() => document.querySelector(".copied")?.textContent === "Copied.");
  await check.close();
}

async function unwatch(desk: Desk): Promise<void> {
  const failing = await checkOfOutage(desk);
  await enter(desk, failing, '[data-action="retry-watch"]');
  await failing.waitForSelector('[data-action="retry-watch"]', { hidden: true });
  await failing.close();
  await desk.page.goto("about:blank");
  const check = await desk.openCheck();
  await check.waitForSelector('main[data-standing="unreadable"]');
  await enter(desk, check, '[data-action="unwatch"]');
  await check.waitForSelector('[data-action="unwatch"]', { hidden: true });
  await check.waitForFunction(() => document.querySelector("main")?.textContent?.includes("is watched no more"));
  expect(await isSomewhere(check)).toBe(true);
  await check.close();
}

async function turnOffHere(desk: Desk): Promise<void> {
  const check = await checkOfOutage(desk);
  await enter(desk, check, '[data-action="retry-stop"]');
  await check.waitForSelector('[data-action="retry-off-here"]');
  await enter(desk, check, '[data-action="retry-off-here"]');
  await check.waitForSelector('[data-off-by="user"]');
  expect(await isSomewhere(check)).toBe(true);
  await check.close();
}

/** What people come for, each done by keys alone from where its page has opened. */
export const KEYBOARD_TASKS: ReadonlyArray<readonly [what: string, task: Task]> = [
  ["whose fault it is can be read, and what that rests on", understand],
  ["the page is had back, and the keyboard is lost nowhere", getPageBack],
  ["a bad cookie is cured", cureCookie],
  ["what was typed into a form is had back", getTextBack],
  ["support is told", tellSupport],
  ["a site is watched no more, beside a page that works", unwatch],
  ["it is turned off for one site", turnOffHere],
];
