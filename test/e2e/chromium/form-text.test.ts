/// <reference types="chrome" />
import { afterAll, beforeAll, beforeEach, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import {
  FAILING_FORMS,
  type Make,
  postsSeen,
  type Survived,
  survived,
  typeAndSend,
  typeAndSendBehindPost,
} from "../support/typed-forms.ts";

/** What was measured is told in docs/retrying.md; these tests are the measurement. */

let lab: Lab;
let chromium: Chromium;
beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
});
beforeEach(() => lab.upstream.behave(FAILING_FORMS));
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

const ALL: Survived = { sameDocument: true, input: true, textarea: true, editor: true };
const FIELDS: Survived = { sameDocument: false, input: true, textarea: true, editor: false };
const NOTHING: Survived = { sameDocument: false, input: false, textarea: false, editor: false };
const MEASURED: ReadonlyArray<readonly [Make, Survived]> = [
  ["ordinary", ALL],
  ["autocomplete-off", ALL],
  ["by-script", ALL],
  ["no-store", FIELDS],
  ["no-store-by-script", FIELDS],
  ["unload-listener", FIELDS],
  ["no-store-after-load", NOTHING],
];

async function expectSurvived(make: Make, method: "get" | "post", expected: Survived): Promise<void> {
  const { page, tabId } = await chromium.openTab();
  await typeAndSend(page, make, method);
  await chromium.ask((id) => chrome.tabs.goBack(id), tabId);
  let found: Survived | null = null;
  await until(async () => {
    found = await survived(page);
    return found !== null;
  });
  expect(found).toEqual(expected);
  await page.close();
}

describe("what a step back from a form that failed keeps, without any script of ours in the pages", () => {
  it.each(MEASURED)("%s, sent by POST", (make, expected) => expectSurvived(make, "post", expected));
  it.each(MEASURED)("%s, sent by GET", (make, expected) => expectSurvived(make, "get", expected));
});

describe("the same with the sentinel in the pages", () => {
  beforeAll(() => chromium.grant());

  it.each(MEASURED)("%s, sent by POST", (make, expected) => expectSurvived(make, "post", expected));

  /** Presses the popup's button; what it then says, and how often a form was sent meanwhile. */
  async function backToTheForm(tabId: number): Promise<{ found: string | null; sent: number }> {
    const check = await chromium.openCheck(tabId);
    const button = await check.waitForSelector('[data-action="form-back"]');
    expect(await check.$eval(".form-back", (part) => part.textContent)).toContain("Nothing is sent again");
    const before = postsSeen(lab);
    await button?.evaluate((found) => (found as HTMLElement).click());
    const said = await check.waitForSelector("[data-form]", { timeout: 25_000 });
    const found = (await said?.evaluate((part) => part.getAttribute("data-form"))) ?? null;
    await check.close();
    return { found, sent: postsSeen(lab) - before };
  }

  it.each<[Make, string]>([
    ["ordinary", "as-left"],
    ["no-store", "filled"],
    ["no-store-after-load", "empty"],
  ])("the popup leads back to the form and says what is there: %s", async (make, expected) => {
    const { page, tabId } = await chromium.openTab();
    await typeAndSend(page, make, "post");
    expect(await backToTheForm(tabId)).toEqual({ found: expected, sent: 0 });
    expect(new URL(page.url()).pathname).toBe(`/form/${make}/post`);
    await page.close();
  });

  it("behind a page that came from a form itself nothing is sent again, and that is said", async () => {
    const { page, tabId } = await chromium.openTab();
    await typeAndSendBehindPost(page, "no-store");
    expect(await backToTheForm(tabId)).toEqual({ found: "asks-to-send", sent: 0 });
    await chromium.ask((id) => chrome.tabs.remove(id), tabId);
  });

  it("behind a page from a form that the browser has kept, the fields are there", async () => {
    const { page, tabId } = await chromium.openTab();
    await typeAndSendBehindPost(page, "ordinary");
    const { found, sent } = await backToTheForm(tabId);
    expect(["as-left", "filled"]).toContain(found);
    expect(sent).toBe(0);
    await page.close();
  });
});
