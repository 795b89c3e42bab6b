import type { Page } from "puppeteer-core";
import { expect, test } from "vitest";
import type { Browser as WebExtension } from "webextension-polyfill";
import { plansOf } from "../support/firefox-plans.ts";
import { useFirefox } from "../support/firefox-session.ts";
import { until } from "../support/firefox-until.ts";
import { makeUpEvents, SHADOWS } from "../support/hostile-page.ts";

declare const browser: WebExtension;

const session = useFirefox({ granted: false });
const CART = "https://shop.example/cart";

/** The shop's cart fails with this page; a new tab shows it. */
async function failingCart(body: string, headers: Record<string, string> = {}): Promise<Page> {
  const answer = { status: 503, headers: { "content-type": "text/html", ...headers }, body };
  await session.lab.upstream.behave({
    listening: true,
    react: ({ path }) => (path === "/cart" ? answer : "serve"),
  });
  const page = await session.firefox.browser.newPage();
  await page.goto(CART);
  return page;
}

async function isBadged(page: Page): Promise<number> {
  const tab = await session.firefox.tabId(page);
  await until("the badge", async () => (await session.firefox.badge(tab)).text === "503");
  return tab;
}

test("a failing page that stood there before the grant is noticed, whatever its elements are called", async () => {
  const page = await failingCart(`<title>down</title>${SHADOWS}`);
  await session.firefox.grantAll();
  const tab = await isBadged(page);
  expect(tab).toBe(await session.firefox.tabId(page));
});

test("a failing page that its site has sandboxed is noticed, and counts as one that may have come from a form", async () => {
  const page = await failingCart("<title>down</title>", { "content-security-policy": "sandbox" });
  const tab = await isBadged(page);
  const plan = await until("the plan", async () => (await plansOf(session.firefox)).find(({ tabId }) => tabId === tab));
  // Whether its worker answered cannot be told.
  expect(plan).toMatchObject({ touchesTab: false });
});

/** Whether a tab's card stands, as the background has written it. */
async function hasCard(tab: number): Promise<boolean> {
  const { cards } = await browser.storage.session.get("cards");
  const all = (cards as { value: Array<[number, { isShown: boolean }]> } | undefined)?.value ?? [];
  return all.some(([id, { isShown }]) => id === tab && isShown);
}

test("a failing page has no word by made-up events: nothing is said or written, and its plan goes on", async () => {
  const { firefox } = session;
  // Beyond the first try the plan has nothing to do for ten minutes.
  const page = await failingCart("<title>down</title>", { "retry-after": "600" });
  const tab = await isBadged(page);
  const plan = async () => (await plansOf(firefox)).find(({ tabId }) => tabId === tab);
  await until("the plan to wait", async () => ((await plan())?.floor ?? 0) > Date.now());
  // What its first try led to is written by then.
  await until("the card to be written down", () => firefox.ask(hasCard, tab));
  const before = await plan();
  await firefox.ask(() => {
    const heard = { writes: 0, words: [] as string[] };
    Object.assign(globalThis, { heard });
    browser.storage.onChanged.addListener(() => void heard.writes++);
    browser.runtime.onMessage.addListener((message: unknown) => {
      heard.words.push((message as { type: string }).type);
      return undefined;
    });
  }, null);
  const heard = () =>
    firefox.ask(() => (globalThis as unknown as { heard: { writes: number; words: string[] } }).heard, null);
  await page.evaluate(makeUpEvents);
  expect(await plan()).toEqual(before);
  expect(await heard()).toEqual({ writes: 0, words: [] });
  // Its own leaving comes after all that, and is the first word of it.
  await page.goto("https://shop.example/news");
  await until("its leaving", async () => (await heard()).words.length > 0);
  expect((await heard()).words).toEqual(["page/left"]);
});
