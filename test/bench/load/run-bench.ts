// npm run bench:load: what Faultline costs while nothing is broken, and how soon it speaks when something is. Chromium,
// Linux, the production build; about four minutes. The same browser without Faultline takes turns with the one that has it.
import { findBrowser } from "../../../scripts/find-browser.mjs";
import { type Chromium, startChromium } from "../../e2e/support/chromium.ts";
import { startScreen } from "../../e2e/support/xvfb.ts";
import { type Lab, startLab } from "../../lab/lab.ts";
import { launchInLab } from "../../lab/launch.ts";
import { figure, table } from "../table.ts";
import { type PopupTimes, timeCheck, timeClick, timeStart } from "./check-times.ts";
import { type Batch, batch, EVENTS, type Runner, wakes } from "./navigations.ts";
import { median, ninetieth } from "./statistics.ts";

const ROUNDS = 30;
const PAGES = 10;
const CHECKS = 10;
const TIMES = 10;

const say = (...lines: readonly string[]): void => console.log(lines.join("\n"));
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

const lab = await startLab();
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
  const loads = (batches: readonly Batch[]) => batches.flatMap((each) => each.loads);
  const processor = (batches: readonly Batch[]) => batches.map((each) => each.processor);
  const [bareLoad, ourLoad] = [median(loads(without)), median(loads(having))];
  const [bareProcessor, ourProcessor] = [median(processor(without)), median(processor(having))];
  say(
    `1. A healthy light page, ${ROUNDS * PAGES} loads each, in turns of ${PAGES}; medians, in milliseconds`,
    table(
      ["", "without", "with", "difference", "ratio", "budget"],
      [
        ["load", ...[bareLoad, ourLoad, ourLoad - bareLoad].map(figure), (ourLoad / bareLoad).toFixed(3), "1.05"],
        [
          "processor, all processes",
          ...[bareProcessor, ourProcessor, ourProcessor - bareProcessor].map(figure),
          (ourProcessor / bareProcessor).toFixed(3),
          "+2 ms",
        ],
      ],
    ),
  );

  const rows: string[][] = [];
  for (const [name, happen] of Object.entries(EVENTS)) {
    rows.push([name, `${await wakes(chromium, page, happen, TIMES)} of ${TIMES}`]);
  }
  say("", "2. Starts of the worker, which is ended before each", table(["event", "starts"], rows));

  const starts = [];
  for (let count = 0; count < TIMES; count += 1) starts.push(await timeStart(chromium));
  const clicks: PopupTimes[] = [];
  for (let count = 0; count < TIMES; count += 1) clicks.push(await timeClick(chromium, page));
  const checks = [];
  for (let count = 0; count < CHECKS; count += 1) checks.push(await timeCheck(chromium, lab));
  const row = (what: string, values: readonly number[], budget: string) => [
    what,
    figure(median(values)),
    figure(ninetieth(values)),
    budget,
  ];
  say(
    "",
    "3. How soon it speaks, milliseconds; the worker is ended before each",
    table(
      ["", "median", "90th percentile", "budget"],
      [
        row(
          "answer of a worker that must start",
          starts.map(({ cold }) => cold),
          "-",
        ),
        row(
          "answer of a worker that runs",
          starts.map(({ warm }) => warm),
          "-",
        ),
        row(
          "click on the icon to first words",
          clicks.map(({ paint }) => paint),
          "100",
        ),
        row(
          "of this, since the browser has opened the popup",
          clicks.map(({ own }) => own),
          "-",
        ),
        row(
          "the site's answer to the first verdict",
          checks.map(({ provisional }) => provisional),
          "1000",
        ),
        row(
          "opening the check to its last word",
          checks.map(({ final }) => final),
          "8000",
        ),
      ],
    ),
  );
} finally {
  await chromium.close();
  await bare.close();
  await lab.stop();
}
