/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { afterAll, afterEach, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Allowance, strays } from "../../lab/traffic/allowance.ts";
import { startTraffic, type Traffic } from "../../lab/traffic/traffic.ts";
import { BROWSERS_OWN, checking, MAKER, SHOP, STATUS_PAGE } from "../support/allowed.ts";
import { findsNothingInAnyColours } from "../support/axe.ts";
import { type Chromium, startChromium, until } from "../support/chromium.ts";
import { failing, healthy } from "../support/orders.ts";

const FRONT = { host: SHOP, path: "/", query: "" } as const;

let lab: Lab;
let traffic: Traffic;
let chromium: Chromium;
let page: Page;
let tabId: number;

beforeAll(async () => {
  lab = await startLab();
  traffic = await startTraffic(lab);
  chromium = await startChromium({ ...lab, chromiumArgs: traffic.chromiumArgs });
});
afterAll(async () => {
  await chromium?.close();
  await traffic?.stop();
  await lab?.stop();
});

const openShop = async (): Promise<void> => {
  ({ page, tabId } = await chromium.openTab());
  await page.goto(`https://${SHOP}/`);
  await page.bringToFront();
};
afterEach(async () => {
  await lab.upstream.behave(healthy());
  for (const open of await chromium.browser.pages()) if (!open.url().includes("/welcome/")) await open.close();
  traffic.take();
});

const ours = async (path: string): Promise<Page> => {
  const target = await chromium.browser.waitForTarget((candidate) => candidate.url().includes(`/src/pages/${path}`));
  return target.asPage();
};
/** Types into the address bar, behind our keyword, with real keys. */
async function down(typed: string): Promise<Page> {
  await chromium.console.bringToFront();
  await chromium.screen.press("ctrl+l");
  await chromium.screen.type(`down ${typed}`);
  await chromium.screen.press("Return");
  return ours("site/");
}
const answered = (site: Page, is: string) => site.waitForSelector(`main[data-answer=${is}]`, { timeout: 30_000 });
const words = (site: Page) => site.$eval("main", (main) => (main as HTMLElement).innerText);
/** Chromium's own search suggestions, which see the letters of the keyword, and nothing of what follows it. */
const KEYWORD: Allowance = {
  what: "Chromium's suggestions for the keyword itself",
  host: "duckduckgo.com",
  path: "/ac/",
  query: /^q=d(o(w(n\+?)?)?)?&type=list$/,
  most: 4,
};
const expectOnly = (...allowed: readonly Allowance[]) =>
  expect(strays(traffic.take(), [...allowed, KEYWORD, ...BROWSERS_OWN.chromium])).toEqual([]);

/** Milliseconds until the tab's plan tries by itself. */
async function nextTryIn(id: number): Promise<number> {
  const key = `view:${id}`;
  const stored = (await chrome.storage.session.get(key))[key] as { value: { plan: { due?: number } } } | undefined;
  return (stored?.value.plan.due ?? 0) - Date.now();
}

describe("before any grant", () => {
  it("a site that is named is asked nothing; a click on the page asks for that one site, and then it is asked", async () => {
    const site = await down(SHOP);
    await answered(site, "needs-grant");
    expectOnly();
    const isGranted = () =>
      chromium.ask((origin) => chrome.permissions.contains({ origins: [origin] }), `*://${SHOP}/*`);
    for (let attempt = 1; attempt <= 5 && !(await isGranted()); attempt++) {
      await site.bringToFront();
      await site.click('[data-action="grant-site"]');
      // The prompt's "Allow" is disabled for its first moments.
      await new Promise((resolve) => setTimeout(resolve, 700 * attempt));
      await chromium.screen.press("Tab", "Return");
      await until(isGranted, 1_000).catch(() => undefined);
    }
    await answered(site, "up");
    expect(await words(site)).toContain(`${SHOP} works from here.`);
    await chromium.ask((origin) => chrome.permissions.remove({ origins: [origin] }), `*://${SHOP}/*`);
  });
});

describe("with automatic mode", () => {
  beforeAll(() => chromium.grant());

  it("the address bar's keyword asks that site once and nobody else, before and after it was entered", async () => {
    const site = await down(SHOP);
    await answered(site, "up");
    expect(await words(site)).toContain(`${SHOP} works from here.`);
    expect(site.url()).not.toContain(SHOP);
    expect(await site.title()).toBe("Check a site");
    expectOnly({ what: "the question", ...FRONT, least: 1, most: 1 });
  });

  it("a site that fails is judged, and only that site and its status page hear of it", async () => {
    await lab.upstream.behave(failing());
    const site = await down(SHOP);
    await answered(site, "failing");
    await site.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
    expect(await site.$eval("main", (main) => ({ ...main.dataset }))).toMatchObject({ side: "server" });
    expect(await site.$$("[data-action=reload], [data-action^=retry-]")).toEqual([]);
    await findsNothingInAnyColours(site);
    await site.waitForSelector("[data-check=status-page]:not([data-outcome=pending], [data-outcome=running])");
    expectOnly(...checking(FRONT, 2), { ...STATUS_PAGE, least: 0 }, { ...MAKER.chromium, least: 0 });
  });

  it("what is no address is said to be none, and is sent nowhere", async () => {
    const site = await down("is it down");
    await answered(site, "no-address");
    expect(await site.$eval("#site", (input) => input.getAttribute("aria-invalid"))).toBe("true");
    expectOnly();
    await site.click("#site", { count: 3 });
    await site.type("#site", SHOP);
    await site.keyboard.press("Enter");
    await answered(site, "up");
    // Whoever asks about several sites types the next one where they are.
    expect(await site.evaluate(() => document.activeElement?.id)).toBe("site");
  });

  it("a key opens the popup over a page, and another one has its plan try at once", async () => {
    await lab.upstream.behave(failing());
    await openShop();
    await until(async () => (await chromium.badge(tabId)).text === "502");
    await chromium.screen.press("alt+shift+g");
    const popup = await ours("popup/");
    await popup.waitForSelector("main[data-phase=done]", { timeout: 40_000 });
    await page.bringToFront();
    // So late that what comes sooner comes of the key. Until then it fails, or a try of its own would end the plan.
    await until(async () => (await chromium.ask(nextTryIn, tabId)) > 6_000);
    await lab.upstream.behave(healthy());
    await chromium.screen.press("alt+shift+j");
    await page.waitForFunction(() => document.title === "Your orders", { timeout: 5_000 });
    expect(page.url()).toBe(`https://${SHOP}/`);
  });

  it("the popup leads to the same view in a tab, which stays", async () => {
    await lab.upstream.behave(failing());
    await openShop();
    const popup = await chromium.clickIcon(page);
    await (await popup.waitForSelector("[data-action=open-full]"))?.click();
    const full = await ours(`full/index.html?tab=${tabId}`);
    await full.waitForSelector("main[data-phase=done][data-side=server]", { timeout: 40_000 });
    expect(await full.$("[data-action=open-full]")).toBeNull();
  });

  it("a right click on a link asks whether its site is up, by its front page alone", async () => {
    const { page: links } = await chromium.openTab();
    await links.goto("data:text/html,<a href='https://shop.example/news/today' style='font-size:60px'>news</a>");
    await links.bringToFront();
    traffic.take();
    await links.click("a", { button: "right" });
    // The extension's entry stands last but one, before "Inspect".
    await new Promise((resolve) => setTimeout(resolve, 700));
    await chromium.screen.press("Up", "Up", "Return");
    const site = await ours("site/");
    await answered(site, "up");
    expectOnly({ what: "the question", ...FRONT, least: 1, most: 1 });
  });

  // The last, for what it opens stays open.
  it("the side panel shows the tab in front, follows to the next one, and fits its room", async () => {
    await openShop();
    const popup = await chromium.clickIcon(page);
    await (await popup.waitForSelector("[data-action=open-panel]"))?.click();
    const panel = await ours("full/");
    await panel.waitForSelector("main[data-standing=answered]");
    await lab.upstream.behave(failing());
    await page.goto(`https://${SHOP}/cart`);
    await panel.waitForSelector("main[data-phase=done][data-side=server]", { timeout: 40_000 });
    // All at once: what opens moves what stands below it.
    await panel.$$eval("summary", (all) => {
      for (const summary of all) summary.click();
    });
    expect(await panel.evaluate(() => document.documentElement.scrollWidth - innerWidth)).toBeLessThanOrEqual(0);
    await chromium.console.bringToFront();
    await panel.waitForSelector("main[data-standing=unreadable]");
  });
});
