import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, test } from "vitest";
import { allPlansOf, endsOf } from "../support/firefox-plans.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";
import { type HeldSite, startHeldSite } from "../support/held-site.ts";

const session = useFirefox({ granted: true });
let site: HeldSite;

beforeAll(async () => {
  site = await startHeldSite();
});
afterEach(() => site.reset());
afterAll(() => site?.stop());

async function fail(path: string): Promise<{ page: Page; tabId: number }> {
  const page = await session.firefox.browser.newPage();
  site.failing = true;
  await page.goto(`${site.origin}${path}`);
  const tabId = await session.firefox.tabId(page);
  await until("the plan", async () => (await allPlansOf(session.firefox)).some((plan) => plan.tabId === tabId));
  return { page, tabId };
}

/** The site works again; resolves with why the plan ended. */
async function endOf(tabId: number): Promise<string> {
  site.failing = false;
  return until(
    "the end of the plan",
    async () => (await endsOf(session.firefox)).find((end) => end.tabId === tabId)?.reason ?? null,
    40_000,
  );
}

describe("what the user has typed on a page that fails is not lost to a reload:", () => {
  test("in a shadow tree that the page has closed", async () => {
    const { page, tabId } = await fail("/shadow");
    await page.click("#host");
    await page.keyboard.type("a long letter");
    await page.click("#away");
    expect(await endOf(tabId)).toBe("site-answers");
    expect(site.loads("/shadow")).toHaveLength(1);
    expect(await page.evaluate(() => (window as unknown as { textNow(): string }).textNow())).toBe("a long letter");
  });

  test("in a frame of another site", async () => {
    const { page, tabId } = await fail("/frame");
    const frame = await page.waitForFrame((candidate) => candidate.url().endsWith("/inner"));
    await frame.type("#note", "a long letter");
    expect(await endOf(tabId)).toBe("site-answers");
    expect(site.loads("/frame")).toHaveLength(1);
    expect(await frame.$eval("#note", (field) => (field as HTMLInputElement).value)).toBe("a long letter");
  });

  test("in an editable part that the focus has left", async () => {
    const { page, tabId } = await fail("/editor");
    await page.click("#editor");
    await page.keyboard.type("a long letter");
    await page.evaluate(() => document.getElementById("editor")?.blur());
    expect(await page.evaluate(() => document.activeElement === document.body)).toBe(true);
    expect(await endOf(tabId)).toBe("site-answers");
    expect(site.loads("/editor")).toHaveLength(1);
    expect(await page.$eval("#editor", (part) => part.textContent)).toBe("a long letter");
  });
});

describe("a page in which nobody has typed comes back:", () => {
  test("what the browser sets by itself is no input, nor is a frame that may not be read", async () => {
    const { tabId } = await fail("/untouched");
    expect(await endOf(tabId)).toBe("recovered");
    expect(site.loads("/untouched")).toHaveLength(2);
  });
});
