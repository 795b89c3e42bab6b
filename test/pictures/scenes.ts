/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { type Chromium, until } from "../e2e/support/chromium.ts";
import { cardEyes } from "../e2e/support/chromium-card.ts";
import type { Lab } from "../lab/lab.ts";
import { openFault } from "../lab/open-fault.ts";
import { pastFailures } from "./past-failures.ts";

const SCHEMES = ["light", "dark"] as const;
export type Scheme = (typeof SCHEMES)[number];
/** One thing as it looks in both schemes, each a PNG at twice its size. */
export type Shot = Readonly<Record<Scheme, Buffer>>;

/** What the pictures are made of: the production build over the lab's real failing gateway. */
export interface Scenes {
  /** The gateway's error page as it loads. */
  readonly failing: Shot;
  /** The same page with the card in it. */
  readonly card: Shot;
  readonly popup: Shot;
  /** The popup once the page is back. */
  readonly back: Shot;
  readonly history: Shot;
  readonly cookiesPage: Shot;
  /** The popup of a page that the browser's own cookies break. */
  readonly cookies: Shot;
  readonly settings: Shot;
}

/** Of the pages within the drawn windows, in pixels of CSS; small, so that words are large in the picture. */
const WINDOW = { width: 928, height: 448 } as const;
const POPUP_WIDTH = 400;
/** Browsers make no popup taller. */
const POPUP_HEIGHT = 600;

async function shoot(page: Page, size: { readonly width: number; readonly height?: number }): Promise<Shot> {
  const shots: { -readonly [S in Scheme]?: Buffer } = {};
  await (await page.createCDPSession()).send("Emulation.setScrollbarsHidden", { hidden: true });
  for (const scheme of SCHEMES) {
    await page.bringToFront();
    await page.emulateMediaFeatures([
      { name: "prefers-color-scheme", value: scheme },
      { name: "prefers-reduced-motion", value: "reduce" },
    ]);
    await page.setViewport({ width: size.width, height: size.height ?? 100, deviceScaleFactor: 2 });
    const height =
      size.height ?? Math.min(POPUP_HEIGHT, await page.evaluate(() => document.documentElement.scrollHeight));
    await page.setViewport({ width: size.width, height, deviceScaleFactor: 2 });
    // What turns into what is pictured comes to its end first; what spins has none.
    await page.evaluate(() => {
      for (const animation of document.getAnimations()) if (animation instanceof CSSTransition) animation.finish();
    });
    shots[scheme] = Buffer.from(await page.screenshot({ captureBeyondViewport: false }));
  }
  const { light, dark } = shots;
  if (!light || !dark) throw new Error("a scheme was not shot");
  return { light, dark };
}
const windowOf = (page: Page): Promise<Shot> => shoot(page, WINDOW);
const popupOf = (page: Page): Promise<Shot> => shoot(page, { width: POPUP_WIDTH });

const isDone = (popup: Page) => popup.waitForSelector("main[data-phase=done]", { timeout: 45_000 });

/** An outage of the shop: the card, the popup, and the popup once the page is back. */
async function outage(chromium: Chromium, lab: Lab) {
  const { page, tabId } = await chromium.openTab();
  const { url } = await lab.set("kill-upstream");
  await page.goto(url);
  const failing = await windowOf(page);
  const eyes = await cardEyes(page);
  await until(async () => /It’s not\syou/.test(await eyes.text()));
  const card = await windowOf(page);

  const check = await chromium.openCheck(tabId);
  await isDone(check);
  const popup = await popupOf(check);

  await lab.set("recover");
  await check.$eval("[data-action=retry-now]", (button) => (button as HTMLElement).click());
  await check.waitForFunction(() => /\bis back\b/.test(document.querySelector("h1")?.textContent ?? ""), {
    timeout: 60_000,
  });
  const back = await popupOf(check);
  await check.close();
  await page.close();
  return { failing, card, popup, back };
}

/** A page that the browser's own cookies break, and the repair that the popup offers. */
async function brokenByCookies(chromium: Chromium, lab: Lab) {
  const { page, tabId } = await chromium.openTab();
  await openFault(page, await lab.set("oversized-cookie"));
  const cookiesPage = await windowOf(page);
  const check = await chromium.openCheck(tabId);
  await check.waitForSelector('main[data-side="you"][data-cause="cookies"]', { timeout: 45_000 });
  await isDone(check);
  const cookies = await popupOf(check);
  await check.close();
  await page.close();
  return { cookies, cookiesPage };
}

async function ownPage(chromium: Chromium, path: string, ready: string, prepare?: (page: Page) => Promise<void>) {
  const { page } = await chromium.openTab();
  await page.goto(`chrome-extension://${chromium.extensionId}/src/pages/${path}/index.html`);
  await page.waitForSelector(ready);
  await prepare?.(page);
  const shot = await windowOf(page);
  await page.close();
  return shot;
}

/** A browser that is as old as the lab has seen one outage; somebody's own has seen more. */
const rememberMore = (chromium: Chromium): Promise<void> =>
  chromium.ask(async (entries) => {
    const { history } = await chrome.storage.local.get("history");
    const { version, value } = history as { version: number; value: unknown[] };
    await chrome.storage.local.set({ history: { version, value: [...entries, ...value] } });
  }, pastFailures(Date.now()));

/** How the last but one of them went, with all that stands on its line, in sight below the search. */
const openSecond = (page: Page): Promise<void> =>
  page.$$eval(".entry", ([first, second]) => {
    second?.querySelector("summary")?.click();
    if (first) document.documentElement.style.marginTop = `${100 - first.getBoundingClientRect().top}px`;
  });

/** Plays everything that the pictures show. */
export async function playScenes(chromium: Chromium, lab: Lab): Promise<Scenes> {
  const ofOutage = await outage(chromium, lab);
  await rememberMore(chromium);
  const history = await ownPage(chromium, "history", "main[data-ready=true] .entry", openSecond);
  const ofCookies = await brokenByCookies(chromium, lab);
  const settings = await ownPage(chromium, "options", "main section");
  return { ...ofOutage, history, ...ofCookies, settings };
}
