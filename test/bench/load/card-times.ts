/// <reference types="chrome" />
import { type Chromium, startChromium, until } from "../../e2e/support/chromium.ts";
import { type CardEyes, cardEyes } from "../../e2e/support/chromium-card.ts";
import type { Lab } from "../../lab/lab.ts";
import { figure, table } from "../table.ts";
import { median, ninetieth } from "./statistics.ts";

const TIMES = 10;
const FAILING = "https://shop.example/cart";
const CARD = "Faultline, about this failing page";

interface CardTimes {
  /** From the moment at which the worker has kept the first verdict to the frame after the card came; milliseconds. */
  readonly paint: number;
  /** What the browser counts as layout shift in the page, from its load to the end of a check (Layout Instability). */
  readonly shift: number;
  /** By how many pixels the card's height changes meanwhile. */
  readonly growth: number;
}

/** How soon the card stands in a failing page once there is a verdict, and what moves while that changes. */
export async function cardTimes(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  const times: CardTimes[] = [];
  try {
    await chromium.grant();
    for (let count = 0; count < TIMES; count += 1) times.push(await timeCard(chromium, lab));
  } finally {
    await chromium.close();
  }
  const row = (what: string, values: readonly number[], budget: string) => [
    what,
    figure(median(values)),
    figure(ninetieth(values)),
    budget,
  ];
  const rows = [
    row(
      "the worker's verdict to the card's first frame, ms",
      times.map(({ paint }) => paint),
      "100",
    ),
    row(
      "layout shift until a check is done",
      times.map(({ shift }) => shift),
      "0",
    ),
    row(
      "change of the card's height meanwhile, px",
      times.map(({ growth }) => growth),
      "0",
    ),
  ];
  return [
    "The card in a failing page; the worker is ended before each",
    table(["", "median", "90th percentile", "budget"], rows),
  ].join("\n");
}

async function timeCard(chromium: Chromium, lab: Lab): Promise<CardTimes> {
  await lab.set("recover");
  await chromium.killWorker();
  const { page, tabId } = await chromium.openTab();
  await page.evaluateOnNewDocument(watchPage);
  await chromium.ask(watchVerdict, tabId);
  await lab.set("kill-upstream");
  await page.goto(FAILING);
  const card = await cardEyes(page);
  await card.appears();
  const heights = [await heightOf(card)];
  const popup = await chromium.openCheck(tabId);
  await until(async () => {
    heights.push(await heightOf(card));
    return (await popup.$("main[data-phase=done]")) !== null;
  }, 40_000);
  const kept = await chromium.ask(
    (id) => (globalThis as unknown as Record<string, number>)[`kept${id}`] ?? Number.NaN,
    tabId,
  );
  const { paintedAt, shift } = await page.evaluate(
    () => (globalThis as unknown as { faultline: { paintedAt: number; shift: number } }).faultline,
  );
  await popup.close();
  await page.close();
  return { paint: paintedAt - kept, shift, growth: Math.max(...heights) - Math.min(...heights) };
}

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
