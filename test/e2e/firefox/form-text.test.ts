import { beforeAll, beforeEach, describe, expect, it } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";
import {
  FAILING_FORMS,
  type Make,
  postsSeen,
  type Survived,
  survived,
  typeAndSend,
  typeAndSendBehindPost,
} from "../support/typed-forms.ts";

declare const browser: WebExtension;

/** What was measured is told in docs/retrying.md; these tests are the measurement. */

const session = useFirefox({ granted: false });
beforeEach(() => session.lab.upstream.behave(FAILING_FORMS));

const ALL: Survived = { sameDocument: true, input: true, textarea: true, editor: true };
const FIELDS: Survived = { sameDocument: false, input: true, textarea: true, editor: false };
const NOTHING: Survived = { sameDocument: false, input: false, textarea: false, editor: false };
const MEASURED: ReadonlyArray<readonly [Make, Survived]> = [
  ["ordinary", ALL],
  ["autocomplete-off", ALL],
  ["by-script", ALL],
  ["no-store", NOTHING],
  ["no-store-by-script", NOTHING],
  ["unload-listener", FIELDS],
  ["no-store-after-load", NOTHING],
];

async function expectSurvived(make: Make, method: "get" | "post", expected: Survived): Promise<void> {
  const { firefox } = session;
  const page = await firefox.browser.newPage();
  await typeAndSend(page, make, method);
  await firefox.ask((id) => browser.tabs.goBack(id), await firefox.tabId(page));
  expect(await until("the form", () => survived(page))).toEqual(expected);
}

describe("what a step back from a form that failed keeps, without any script of ours in the pages", () => {
  it.each(MEASURED)("%s, sent by POST", (make, expected) => expectSurvived(make, "post", expected));
  it.each(MEASURED)("%s, sent by GET", (make, expected) => expectSurvived(make, "get", expected));
});

describe("the same with the sentinel in the pages", () => {
  beforeAll(() => session.firefox.grantAll());

  it.each(MEASURED)("%s, sent by POST", (make, expected) => expectSurvived(make, "post", expected));

  /** Presses the popup's button; what it then says, and how often a form was sent meanwhile. */
  async function backToTheForm(tabId: number): Promise<{ found: string | null; sent: number }> {
    const check = await session.firefox.openCheck(tabId);
    const button = await check.waitForSelector('[data-action="form-back"]');
    const before = postsSeen(session.lab);
    await button?.evaluate((found) => (found as HTMLElement).click());
    const said = await check.waitForSelector("[data-form]", { timeout: 25_000 });
    const found = (await said?.evaluate((part) => part.getAttribute("data-form"))) ?? null;
    return { found, sent: postsSeen(session.lab) - before };
  }

  it.each<[Make, string]>([
    ["ordinary", "as-left"],
    ["unload-listener", "filled"],
    ["no-store", "empty"],
  ])("the popup leads back to the form and says what is there: %s", async (make, expected) => {
    const page = await session.firefox.browser.newPage();
    await typeAndSend(page, make, "post");
    expect(await backToTheForm(await session.firefox.tabId(page))).toEqual({ found: expected, sent: 0 });
  });

  it.each<[Make, string]>([
    ["no-store", "not-shown"],
    ["ordinary", "as-left"],
  ])("behind a page that came from a form itself nothing is sent again: %s", async (make, expected) => {
    const page = await session.firefox.browser.newPage();
    await typeAndSendBehindPost(page, make);
    expect(await backToTheForm(await session.firefox.tabId(page))).toEqual({ found: expected, sent: 0 });
  });
});
