/// <reference types="chrome" />
import type { Page } from "puppeteer-core";
import { pause } from "../../../src/platform/pause.ts";
import { type Chromium, startChromium, until } from "../../e2e/support/chromium.ts";
import { type CardEyes, cardEyes } from "../../e2e/support/chromium-card.ts";
import type { Lab } from "../../lab/lab.ts";
import { figure, table } from "../table.ts";
import { median, ninetieth } from "./statistics.ts";

const CARDS = 10;
/** A check takes seconds; what moves does so in each of them alike. */
const CHECKS = 3;
/** How often the card's height is looked at. */
const LOOKS_EVERY_MS = 200;
const FAILING = "https://shop.example/cart";
const CARD = "Faultline, about this failing page";

/** What moves while a check goes on beside the card. */
interface Moves {
  /** What the browser counts as layout shift in the page, from its load to the end of a check (Layout Instability). */
  readonly shift: number;
  /** By how many pixels the card's height changes meanwhile. */
  readonly growth: number;
}

/** How soon the card stands in a failing page once there is a verdict, and what moves while that changes. */
export async function cardTimes(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  /** From the moment at which the worker has kept the first verdict to the frame after the card came; milliseconds. */
  const paints: number[] = [];
  const moves: Moves[] = [];
  try {
    await chromium.grant();
    for (let count = 0; count < CARDS; count += 1) {
      const { page, tabId, card } = await openFailing(chromium, lab);
      if (count < CHECKS) moves.push(await movesOf(chromium, page, tabId, card));
      await until(async () => Number.isFinite((await seenIn(page)).paintedAt));
      paints.push((await seenIn(page)).paintedAt - (await keptAt(chromium, tabId)));
      await page.close();
      process.stderr.write(`\rcard ${count + 1} of ${CARDS} `);
    }
  } finally {
    process.stderr.write("\n");
    await chromium.close();
  }
  const shift = Math.max(...moves.map((move) => move.shift));
  const growth = Math.max(...moves.map((move) => move.growth));
  return [
    "The card in a failing page; the worker is ended before each",
    table(
      ["", "median", "90th percentile", "budget"],
      [
        [
          `the worker's verdict to the card's first frame, ms, ${CARDS} cards`,
          figure(median(paints)),
          figure(ninetieth(paints)),
          "100",
        ],
      ],
    ),
    "",
    `Until a check is done, the most of ${CHECKS}: layout shift ${shift.toFixed(3)}, change of the card's height ${growth.toFixed(0)} px; budget 0.`,
  ].join("\n");
}

async function openFailing(chromium: Chromium, lab: Lab) {
  await lab.set("recover");
  await chromium.killWorker();
  const { page, tabId } = await chromium.openTab();
  await page.evaluateOnNewDocument(watchPage);
  await chromium.ask(watchVerdict, tabId);
  await lab.set("kill-upstream");
  await page.goto(FAILING);
  const card = await cardEyes(page);
  await card.appears();
  return { page, tabId, card };
}

async function movesOf(chromium: Chromium, page: Page, tabId: number, card: CardEyes): Promise<Moves> {
  const heights = [await heightOf(card)];
  const popup = await chromium.openCheck(tabId);
  await until(async () => {
    heights.push(await heightOf(card));
    await pause(LOOKS_EVERY_MS);
    return (await popup.$("main[data-phase=done]")) !== null;
  }, 40_000);
  await popup.close();
  return { shift: (await seenIn(page)).shift, growth: Math.max(...heights) - Math.min(...heights) };
}

const seenIn = (page: Page) =>
  page.evaluate(() => (globalThis as unknown as { faultline: { paintedAt: number; shift: number } }).faultline);

const keptAt = (chromium: Chromium, tabId: number): Promise<number> =>
  chromium.ask((id) => (globalThis as unknown as Record<string, number>)[`kept${id}`] ?? Number.NaN, tabId);

async function heightOf(card: CardEyes): Promise<number> {
  const { top, bottom } = (await card.box(CARD)) ?? { top: 0, bottom: 0 };
  return bottom - top;
}

/** Inside the failing page: the frame after the card came, and what has shifted. */
function watchPage(): void {
  const seen = { paintedAt: Number.NaN, shift: 0 };
  Object.assign(globalThis, { faultline: seen });
  new MutationObserver(() => {
    if (!Number.isNaN(seen.paintedAt) || !document.querySelector("[popover]")) return;
    requestAnimationFrame(() => setTimeout(() => (seen.paintedAt = Date.now())));
    seen.paintedAt = Number.POSITIVE_INFINITY;
  }).observe(document, { subtree: true, childList: true });
  new PerformanceObserver((list) => {
    for (const entry of list.getEntries()) seen.shift += (entry as PerformanceEntry & { value: number }).value;
  }).observe({ type: "layout-shift", buffered: true });
}

/** Inside a page of the extension: notes when the worker has kept the first verdict on a tab. */
function watchVerdict(tabId: number): void {
  const seen = globalThis as unknown as Record<string, number>;
  chrome.storage.session.onChanged.addListener(({ cards }) => {
    const kept = (cards?.newValue as { value: ReadonlyArray<readonly [number, object]> } | undefined)?.value ?? [];
    if (kept.some(([id]) => id === tabId)) seen[`kept${tabId}`] ??= Date.now();
  });
}
