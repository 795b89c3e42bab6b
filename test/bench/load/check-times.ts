import type { Page } from "puppeteer-core";
import type { Chromium } from "../../e2e/support/chromium.ts";
import type { Lab } from "../../lab/lab.ts";

const FAILING = "https://shop.example/cart";

/** One check, as the user lives it. All in milliseconds. */
export interface CheckTimes {
  /** From the site's answer to the first verdict. */
  readonly provisional: number;
  /** From the click until nothing outstanding could change the side. */
  readonly sideFinal: number;
  /** From the click to the last word. */
  readonly final: number;
  /** What the browser counts as layout shift while answers come in (Layout Instability); no unit. */
  readonly shift: number;
  /** The same once all are there and their list is folded. */
  readonly foldShift: number;
}

interface Watched {
  readonly firstSide: number | null;
  readonly sideFinal: number | null;
  readonly done: number | null;
  readonly shift: number;
  readonly foldShift: number;
}

/**
 * Inside the popup: the moments of its first verdict, of its final side and of its last word, as epoch milliseconds, and
 * what has shifted.
 */
function watch(): void {
  const moments: Record<"firstSide" | "sideFinal" | "done", number | null> & {
    shift: number;
    foldShift: number;
  } = {
    firstSide: null,
    sideFinal: null,
    done: null,
    shift: 0,
    foldShift: 0,
  };
  new MutationObserver(() => {
    const { side = "none", sideFinal, phase } = document.querySelector("main")?.dataset ?? {};
    if (side !== "none") moments.firstSide ??= Date.now();
    if (sideFinal === "true") moments.sideFinal ??= Date.now();
    if (phase === "done") moments.done ??= Date.now();
  }).observe(document, { subtree: true, childList: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      const isFold = moments.done !== null && performance.timeOrigin + entry.startTime >= moments.done;
      moments[isFold ? "foldShift" : "shift"] += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ type: "layout-shift", buffered: true });
  Object.assign(globalThis, { faultlineTimes: moments });
}

const watched = (popup: Page): Promise<Watched> =>
  popup.evaluate(() => (globalThis as unknown as { faultlineTimes: Watched }).faultlineTimes);

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
  const { firstSide, sideFinal, done, shift, foldShift } = await watched(popup);
  await popup.close();
  await page.close();
  if (firstSide === null || sideFinal === null || done === null) {
    throw new Error("the popup never came to a verdict");
  }
  const provisional = firstSide - answered;
  return { provisional, sideFinal: sideFinal - click, final: done - click, shift, foldShift };
}
