import { findBrowser } from "../../../scripts/find-browser.mjs";
import { type Chromium, startChromium } from "../../e2e/support/chromium.ts";
import { startScreen } from "../../e2e/support/xvfb.ts";
import type { Lab } from "../../lab/lab.ts";
import { launchInLab } from "../../lab/launch.ts";
import { figure, table } from "../table.ts";
import { type Batch, batch, type Runner } from "./navigations.ts";
import { median } from "./statistics.ts";

const ROUNDS = 30;
const PAGES = 10;

const runnerOf = (browser: Chromium["browser"], page: Runner["page"]): Runner => {
  const pid = browser.process()?.pid;
  if (pid === undefined) throw new Error("the browser has no process");
  return { page, pid };
};

/** The same browser on a screen of its own, without the extension. */
async function startBare(lab: Lab) {
  const found = findBrowser("chromium");
  if (!found) throw new Error("no Chromium here; scripts/system-parts.mjs installs one");
  const screen = await startScreen();
  const browser = await launchInLab(lab, found, {
    headless: false,
    defaultViewport: null,
    env: { ...process.env, DISPLAY: screen.display },
    args: ["--window-size=1200,900", "--no-first-run"],
  });
  const close = async () => {
    await browser.close();
    screen.stop();
  };
  return { runner: runnerOf(browser, await browser.newPage()), close };
}

/** What Faultline adds to the loads of a healthy page. The same browser without it takes turns with the one that has it. */
export async function healthyPages(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  const bare = await startBare(lab);
  try {
    await chromium.grant();
    const { page } = await chromium.openTab();
    const faultline = runnerOf(chromium.browser, page);
    await page.bringToFront();
    await chromium.killWorker();
    for (const runner of [bare.runner, faultline]) await batch(runner, PAGES);

    const without: Batch[] = [];
    const having: Batch[] = [];
    for (let round = 0; round < ROUNDS; round += 1) {
      const turns = [
        async () => without.push(await batch(bare.runner, PAGES)),
        async () => having.push(await batch(faultline, PAGES)),
      ];
      for (const turn of round % 2 === 0 ? turns : turns.reverse()) await turn();
    }
    return report(without, having);
  } finally {
    await chromium.close();
    await bare.close();
  }
}

function report(without: readonly Batch[], having: readonly Batch[]): string {
  const row = (what: string, values: (batches: readonly Batch[]) => number[], budget: string) => {
    const [bare, ours] = [median(values(without)), median(values(having))];
    return [what, ...[bare, ours, ours - bare].map(figure), (ours / bare).toFixed(3), budget];
  };
  return [
    `A healthy light page, ${ROUNDS * PAGES} loads each, in turns of ${PAGES}; medians, in milliseconds`,
    table(
      ["", "without", "with", "difference", "ratio", "budget"],
      [
        row("load", (batches) => batches.flatMap(({ loads }) => loads), "1.05"),
        row("processor, all processes", (batches) => batches.map(({ processor }) => processor), "+2 ms"),
      ],
    ),
  ].join("\n");
}
