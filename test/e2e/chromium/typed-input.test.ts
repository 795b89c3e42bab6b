/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { endsOf, plansOf } from "../support/chromium-plans.ts";
import { type HeldSite, startHeldSite } from "../support/held-site.ts";

let lab: Lab;
let chromium: Chromium;
let site: HeldSite;
let page: Page;
let tabId: number;

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
  await chromium.killWorker();
  ({ page, tabId } = await chromium.openTab());
});
afterEach(() => page.close());

const end = async () => (await endsOf(chromium)).find((ended) => ended.tabId === tabId)?.reason;

async function fail(path: string): Promise<void> {
  site.failing = true;
  await page.goto(`${site.origin}${path}`);
  await until(async () => (await plansOf(chromium)).some((plan) => plan.tabId === tabId));
}

/** The site works again: the plan ends, and the tab was left as it is. */
async function expectLeftAlone(path: string): Promise<void> {
  site.failing = false;
  await until(async () => (await end()) !== undefined, 40_000);
  expect(await end()).toBe("site-answers");
  expect(site.loads(path)).toHaveLength(1);
}

describe("what the user has typed on a page that fails is not lost to a reload:", () => {
  it("in a shadow tree that the page has closed", async () => {
    await fail("/shadow");
    await page.click("#host");
    await page.keyboard.type("a long letter");
    await page.click("#away");
    await expectLeftAlone("/shadow");
    expect(await page.evaluate(() => (window as unknown as { textNow(): string }).textNow())).toBe("a long letter");
  });

  it("in a frame of another site", async () => {
    await fail("/frame");
    const frame = await page.waitForFrame((candidate) => candidate.url().endsWith("/inner"));
    await frame.type("#note", "a long letter");
    await expectLeftAlone("/frame");
    expect(await frame.$eval("#note", (field) => (field as HTMLInputElement).value)).toBe("a long letter");
  });

  it("in an editable part that the focus has left", async () => {
    await fail("/editor");
    await page.click("#editor");
    await page.keyboard.type("a long letter");
    await page.click("#away");
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    await expectLeftAlone("/editor");
    expect(await page.$eval("#editor", (part) => part.textContent)).toBe("a long letter");
  });

  it("and erased again: that anything was typed is enough", async () => {
    await fail("/inner?page");
    await page.evaluate(() => document.body.insertAdjacentHTML("beforeend", '<input id="late">'));
    await page.type("#late", "a");
    await page.keyboard.press("Backspace");
    await expectLeftAlone("/inner?page");
  });
});

describe("a page in which nobody has typed comes back:", () => {
  it("sliders, colours, dates and lists that the browser sets by itself are no input, nor is a frame that may not be read", async () => {
    await fail("/untouched");
    site.failing = false;
    await until(async () => (await end()) !== undefined, 40_000);
    expect(await end()).toBe("recovered");
    expect(site.loads("/untouched")).toHaveLength(2);
  });

  it("what the page's own scripts make up is no input", async () => {
    await fail("/editor");
    await page.$eval("#editor", (part) =>
      part.dispatchEvent(new InputEvent("input", { bubbles: true, composed: true })),
    );
    site.failing = false;
    await until(async () => (await end()) !== undefined, 40_000);
    expect(await end()).toBe("recovered");
  });
});
