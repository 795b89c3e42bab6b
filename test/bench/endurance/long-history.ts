/// <reference types="chrome" />
import { startChromium } from "../../e2e/support/chromium.ts";
import type { Lab } from "../../lab/lab.ts";
import { figure, table } from "../table.ts";
import { cells, FOOTPRINT_HEAD, footprint } from "./footprint.ts";

const ENTRIES = 10_000;
const TIMES = 5;

/** Writes so many failures of a hundred hosts, of which one a day is not judged; runs in a page of the extension. */
async function writeHistory(count: number): Promise<void> {
  const now = Date.now();
  const value = Array.from({ length: count }, (_, index) => {
    const since = now - (count - index) * 60 * 60_000 * 0.8;
    return {
      id: crypto.randomUUID(),
      host: `site-${index % 100}.example`,
      status: 502,
      since,
      until: since + 120_000,
      ended: "back",
      side: "server",
      cause: "origin-down",
      says: "The site is down, and not only for you",
      marks: [
        [since + 5_000, "fails"],
        [since + 60_000, "works"],
      ],
    };
  });
  await chrome.storage.local.set({ history: { version: 1, value } });
}

/** How the page of the history opens on as many failures as are kept, and what one failure more costs. */
export async function longHistory(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  try {
    await chromium.grant();
    const rows: string[][] = [];
    for (const count of [0, 100, ENTRIES]) {
      await chromium.killWorker();
      await chromium.ask(writeHistory, count);
      const opened: number[] = [];
      const worked: number[] = [];
      for (let time = 0; time < TIMES; time += 1) {
        const page = await chromium.browser.newPage();
        const began = performance.now();
        await page.goto(`chrome-extension://${chromium.extensionId}/src/pages/history/index.html`);
        await page.waitForSelector('main[data-ready="true"]');
        opened.push(performance.now() - began);
        worked.push(((await page.metrics()).TaskDuration ?? 0) * 1_000);
        await page.close();
      }
      // One failure more, and its end.
      const { page, tabId } = await chromium.openTab();
      await lab.set("kill-upstream");
      await page.goto("https://shop.example/cart");
      for (;;) if ((await chromium.badge(tabId)).text === "502") break;
      const size = await footprint(chromium);
      await page.close();
      await lab.set("recover");
      rows.push([String(count), figure(Math.min(...opened)), figure(Math.min(...worked)), ...cells(size)]);
    }
    const head = ["failures kept", "page stands after, ms", "of which it works, ms", ...FOOTPRINT_HEAD];
    return [`The page of the history, the best of ${TIMES} openings`, table(head, rows)].join("\n");
  } finally {
    await chromium.close();
  }
}
