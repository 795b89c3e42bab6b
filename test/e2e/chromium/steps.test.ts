/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { reacting } from "../../lab/faults.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { signedInOutage } from "../../lab/scenarios/behaviours.ts";
import { SCENARIOS } from "../../lab/scenarios/index.ts";
import type { Behaviour } from "../../lab/upstream.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";

const ACCOUNT = "https://shop.example/account";

let lab: Lab;
let chromium: Chromium;
let page: Page;
let tabId: number;
let privatePage: Page | null = null;

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
  await lab.set("recover");
  await chromium.killWorker();
  ({ page, tabId } = await chromium.openTab());
});
afterEach(async () => {
  await privatePage?.close();
  privatePage = null;
  await page.close();
});

/** The lab plays the first of the twins with any session; here a new one works, as the truth of a bad cookie has it. */
const badCookie = (): Behaviour => reacting(({ cookie }) => (/\bsession=s3cret\b/.test(cookie) ? "drop" : "serve"));

const TWINS = [
  ["bad-cookie-small", badCookie, "you cookies"],
  ["signed-in-visitors-served", signedInOutage("serve"), "server signed-in"],
] as const;

/** Brings the tab to the failure and the check to its first verdict. */
async function checkFailing(id: string, behaviour: () => Behaviour): Promise<Page> {
  const staging = SCENARIOS.find((scenario) => scenario.id === id)?.staging;
  await page.goto(staging?.prepareUrl ?? "");
  await page.waitForSelector("html[data-ready=true]");
  await lab.upstream.behave(behaviour());
  await page.goto(ACCOUNT);
  const check = await chromium.openCheck(tabId);
  // A running plan does the reload by itself; where it does not, the popup offers it.
  await settle(check, 'main[data-phase="done"] [data-action="open-private-window"]');
  return check;
}

/** A verdict that names a side. */
const NAMED = 'main[data-phase="done"]:not([data-side="unsure"])';

/** Waits for something in the popup, and clicks the reload meanwhile where that is what it asks for. */
async function settle(check: Page, selector: string): Promise<void> {
  await until(async () => {
    if (await check.$(selector)) return true;
    await check
      .$eval('.step [data-action="reload"]', (button) => (button as HTMLElement).click())
      .catch(() => undefined);
    return false;
  }, 45_000);
}

/** What the popup opens when it is asked to: a window that shares nothing with the tab's. */
async function openedWindow(check: Page): Promise<Page> {
  const opened = chromium.browser.waitForTarget((target) => target.url() === ACCOUNT && target !== page.target());
  await check.click('[data-action="open-private-window"]');
  const fresh = await (await opened).asPage();
  privatePage = fresh;
  await until(async () => (await fresh.content().catch(() => "")).includes("Your orders"));
  return fresh;
}

/** A sign-in there: the site gives out a new session. True when the page works with it. */
async function signInAfresh(fresh: Page): Promise<boolean> {
  await fresh.evaluate(() => {
    // biome-ignore lint/suspicious/noDocumentCookie: as a site's own script would set it.
    document.cookie = "session=new; path=/";
  });
  await fresh.reload();
  return (await fresh.content()).includes("Your orders");
}

const verdictOf = (check: Page) => check.$eval("main", ({ dataset }) => `${dataset.side} ${dataset.cause}`);
const outcomeOf = (check: Page) =>
  check.$eval('[data-check="private-window"]', (row) => row.getAttribute("data-outcome"));

describe.each(TWINS)("%s", (id, behaviour, verdict) => {
  it.each([
    ["in one go", false],
    ["also after the worker was killed and the popup closed in between", true],
  ])(`is told from its twin by a private window: ${verdict}, %s`, async (_how, isKilled) => {
    let check = await checkFailing(id, behaviour);
    expect(await verdictOf(check)).toMatch(/^unsure /);
    const fresh = await openedWindow(check);
    expect(await fresh.evaluate(() => document.cookie)).toBe("");
    const works = await signInAfresh(fresh);
    if (isKilled) {
      await check.close();
      await chromium.killWorker();
      check = await chromium.openCheck(tabId);
    }
    await check.waitForSelector('[data-step="private-window"][data-state="begun"]');
    await check.click(`[data-answer="${works ? "works" : "fails"}"]`);
    await settle(check, NAMED);
    expect(await verdictOf(check)).toBe(verdict);
    expect(await outcomeOf(check)).toBe(works ? "fail" : "pass");
    await check.close();
  });
});

describe("a step that was begun", () => {
  it("is offered again when the user has not tried it, and asks for another device when the answer settles nothing", async () => {
    const check = await checkFailing("signed-in-visitors-served", signedInOutage("serve"));
    await openedWindow(check);
    await check.waitForSelector('[data-answer="not-tried"]');
    await check.click('[data-answer="not-tried"]');
    await check.waitForSelector('[data-action="open-private-window"]');
    await openedWindowAgain(check);
    await check.click('[data-answer="works-signed-out"]');
    await check.waitForSelector('[data-action="show-other-device"]');
    await check.click('[data-action="show-other-device"]');
    await check.waitForSelector("svg.code path");
    expect(await check.$eval(".address", (address) => address.textContent)).toContain(ACCOUNT);
    await check.click('[data-answer="fails"]');
    await settle(check, NAMED);
    expect(await verdictOf(check)).toBe("server signed-in");
    await check.close();
  });
});

async function openedWindowAgain(check: Page): Promise<void> {
  await privatePage?.close();
  await openedWindow(check);
  await check.waitForSelector('[data-answer="works-signed-out"]');
}
