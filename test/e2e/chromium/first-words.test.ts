import type { Page } from "puppeteer-core";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { type Lab, startLab } from "../../lab/lab.ts";
import { type Chromium, startChromium } from "../support/chromium.ts";

const LOOKING = "Looking at this page…";

let lab: Lab;
let chromium: Chromium;

beforeAll(async () => {
  lab = await startLab();
  chromium = await startChromium(lab);
  await chromium.grant();
});
afterAll(async () => {
  await chromium?.close();
  await lab?.stop();
});

const address = (tabId: number) => `chrome-extension://${chromium.extensionId}/src/pages/popup/index.html?tab=${tabId}`;

interface Look {
  /** The heading's text, or else what the style sheet writes in its place. */
  readonly words: string;
  /** Where the heading and the mark beside it stand. */
  readonly boxes: readonly unknown[];
}

/** Inside the popup: how it looks now. */
function look(): Look {
  const heading = document.querySelector("h1") ?? document.body;
  const words = heading.textContent || JSON.parse(getComputedStyle(heading, "::before").content);
  const boxes = [heading, document.querySelector(".side-icon svg")].map((part) => part?.getBoundingClientRect());
  return { words, boxes: JSON.parse(JSON.stringify(boxes)) };
}

/** Inside the popup, before it loads: how it looks when a script has first drawn it, and what shifts in it. */
function watch(): void {
  const seen: { first: Look | null; shift: number } = { first: null, shift: 0 };
  Object.assign(globalThis, { faultline: seen });
  const drawn = new MutationObserver(() => {
    if (!document.querySelector("h1")?.textContent) return;
    seen.first = look();
    drawn.disconnect();
  });
  drawn.observe(document, { subtree: true, childList: true, characterData: true });
  // Once all is there the list of answers is folded: that is meant to move what stands below.
  let end = Number.POSITIVE_INFINITY;
  new MutationObserver(() => {
    if (document.querySelector("main")?.dataset.phase === "done") end = Math.min(end, performance.now());
  }).observe(document, { subtree: true, attributes: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) {
      if (entry.startTime < end) seen.shift += (entry as PerformanceEntry & { value: number }).value;
    }
  }).observe({ type: "layout-shift", buffered: true });
}

const seenIn = (popup: Page) =>
  popup.evaluate(() => (globalThis as unknown as { faultline: { first: Look | null; shift: number } }).faultline);

describe("the popup's first words", () => {
  it("stand there before any script has run, where the scripts then draw them", async () => {
    const { tabId } = await chromium.openTab();
    const silent = await chromium.browser.newPage();
    await silent.setJavaScriptEnabled(false);
    await silent.goto(address(tabId));
    const before = await silent.evaluate(look);
    expect(before.words).toBe(LOOKING);
    await silent.close();

    const popup = await chromium.browser.newPage();
    await popup.evaluateOnNewDocument(`${look}; (${watch})()`);
    await popup.goto(address(tabId));
    await popup.waitForSelector('main:not([data-standing="looking"])');
    expect((await seenIn(popup)).first).toEqual(before);
    await popup.close();
  });

  it("are followed by answers that move nothing as they come in", async () => {
    const { page, tabId } = await chromium.openTab();
    await lab.set("kill-upstream");
    await page.goto("https://shop.example/cart");
    const popup = await chromium.browser.newPage();
    await popup.evaluateOnNewDocument(`${look}; (${watch})()`);
    await popup.goto(address(tabId));
    await popup.waitForSelector('main[data-phase="done"]', { timeout: 40_000 });
    // Rows that grew and a line that came between them were 0.019.
    expect((await seenIn(popup)).shift).toBe(0);
    await popup.close();
  });
});
