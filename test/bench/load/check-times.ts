import type { Page } from "puppeteer-core";
import type { Chromium } from "../../e2e/support/chromium.ts";
import type { Lab } from "../../lab/lab.ts";

const FAILING = "https://shop.example/cart";

/** One check, as the user lives it. All in milliseconds. */
export interface CheckTimes {
  /** From the click on the icon to the first words of the popup. */
  readonly paint: number;
  /** From the site's answer to the first verdict. */
  readonly provisional: number;
  /** From the click until nothing outstanding could change the side. */
  readonly sideFinal: number;
  /** From the click to the last word. */
  readonly final: number;
}

interface Watched {
  readonly firstSide: number | null;
  readonly sideFinal: number | null;
  readonly done: number | null;
  readonly paint: number | null;
}

/** Inside the popup: the moments of its first verdict, of its final side and of its last word, as epoch milliseconds. */
function watch(): void {
  const moments: Record<"firstSide" | "sideFinal" | "done", number | null> = {
    firstSide: null,
    sideFinal: null,
    done: null,
  };
  new MutationObserver(() => {
    const { side = "none", sideFinal, phase } = document.querySelector("main")?.dataset ?? {};
    if (side !== "none") moments.firstSide ??= Date.now();
    if (sideFinal === "true") moments.sideFinal ??= Date.now();
    if (phase === "done") moments.done ??= Date.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
  Object.assign(globalThis, { faultlineTimes: moments });
}

async function watched(popup: Page): Promise<Watched> {
  return popup.evaluate(() => {
    const { faultlineTimes } = globalThis as unknown as { faultlineTimes: Omit<Watched, "paint"> };
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return { ...faultlineTimes, paint: paint ? performance.timeOrigin + paint.startTime : null };
  });
}

/** A page that has just failed, its worker ended, and the popup opened on it as a page of its own. */
export async function timeCheck(chromium: Chromium, lab: Lab): Promise<CheckTimes> {
  await lab.set("recover");
  await chromium.killWorker();
  const { page, tabId } = await chromium.openTab();
  await lab.set("kill-upstream");
  await page.goto(FAILING);
  lab.clearRequests();
  const popup = await chromium.browser.newPage();
  await popup.evaluateOnNewDocument(watch);
  const asked = lab.nextRequest(({ by, mode }) => by === "gateway" && mode === "cors");
  const click = Date.now();
  await popup.goto(`chrome-extension://${chromium.extensionId}/src/pages/popup/index.html?tab=${tabId}`);
  await popup.waitForSelector('main[data-phase="done"]', { timeout: 40_000 });
  const { at: answered } = await asked;
  const { firstSide, sideFinal, done, paint } = await watched(popup);
  await popup.close();
  await page.close();
  if (firstSide === null || sideFinal === null || done === null || paint === null) {
    throw new Error("the popup never came to a verdict");
  }
  const provisional = firstSide - answered;
  return { paint: paint - click, provisional, sideFinal: sideFinal - click, final: done - click };
}

/** The first words of a popup, milliseconds. */
export interface PopupTimes {
  /** Since the click. */
  readonly paint: number;
  /** Since the browser began to load the popup's page: Faultline's own part of it. */
  readonly own: number;
}

/** A click on the icon at a page that works, and the real popup that it opens; the worker is ended before. */
export async function timeClick(chromium: Chromium, page: Page): Promise<PopupTimes> {
  await page.goto("https://shop.example/news");
  await chromium.killWorker();
  const click = Date.now();
  const popup = await chromium.clickIcon(page);
  const paints = await popup.waitForFunction(() => {
    const paint = performance.getEntriesByName("first-contentful-paint")[0];
    return paint && { at: performance.timeOrigin + paint.startTime, own: paint.startTime };
  });
  const { at, own } = (await paints.jsonValue()) ?? { at: Number.NaN, own: Number.NaN };
  await popup.close();
  return { paint: at - click, own };
}
