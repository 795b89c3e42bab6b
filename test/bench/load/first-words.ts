import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { startChromium } from "../../e2e/support/chromium.ts";
import type { Lab } from "../../lab/lab.ts";
import { figure, table } from "../table.ts";
import { type CheckTimes, timeCheck } from "./check-times.ts";
import { type ClickTimes, timeClick } from "./click-times.ts";
import { writeExtension } from "./small-extension.ts";
import { median, ninetieth } from "./statistics.ts";
import { unwatch } from "./unwatched.ts";

const CLICKS = 12;
const CHECKS = 4;
const POPUP = "src/pages/popup/index.html";
const PLAIN = "popup of one line";

const cells = (values: readonly number[]): string[] => [figure(median(values)), figure(ninetieth(values))];

/** How soon the popup speaks, and what moves in it until the last word. `before` is the folder of an older build. */
export async function firstWords(lab: Lab, before: string | null): Promise<string> {
  return [await clicks(lab, before), "", await checks(lab)].join("\n");
}

/** The popups in turns, beside that of an extension which has nothing to do: what the browser itself takes. */
async function clicks(lab: Lab, before: string | null): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "faultline-words-"));
  const chromium = await startChromium(lab);
  try {
    const { browser, extensionId } = chromium;
    await chromium.grant();
    const plain = await writeExtension(
      root,
      PLAIN,
      { action: { default_popup: "popup.html" } },
      { "popup.html": `<!doctype html><meta charset="utf-8"><h1 style="width: 360px">Looking at this page</h1>` },
    );
    const entrants = [
      { name: PLAIN, id: await browser.installExtension(plain), popup: "popup.html" },
      ...(before === null
        ? []
        : [{ name: "Faultline before", id: await browser.installExtension(before), popup: POPUP }]),
      { name: "Faultline", id: extensionId, popup: POPUP },
    ].map((entrant) => ({ ...entrant, times: [] as ClickTimes[] }));
    const unwatched = await unwatch(browser);
    await unwatched.openAlone("https://shop.example/news");
    for (let round = -1; round < CLICKS; round += 1) {
      for (const { id, popup, times } of round % 2 === 0 ? entrants : entrants.toReversed()) {
        const time = await timeClick(unwatched, id, popup);
        if (round >= 0) times.push(time);
      }
    }
    return [
      `From a click on the icon to the first words, ${CLICKS} clicks each, in turns; no worker runs, milliseconds`,
      table(
        ["", "median", "90th percentile", "since the browser has opened it", "90th percentile"],
        entrants.map(({ name, times }) => [
          name,
          ...cells(times.map(({ paint }) => paint)),
          ...cells(times.map(({ own }) => own)),
        ]),
      ),
    ].join("\n");
  } finally {
    await chromium.close();
    await rm(root, { recursive: true, force: true });
  }
}

async function checks(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  const times: CheckTimes[] = [];
  try {
    await chromium.grant();
    for (let count = 0; count < CHECKS; count += 1) times.push(await timeCheck(chromium, lab));
  } finally {
    await chromium.close();
  }
  const row = (what: string, take: (check: CheckTimes) => number, budget: string) => [
    what,
    ...cells(times.map(take)),
    budget,
  ];
  const rows = [
    row("the site's answer to the first verdict", ({ provisional }) => provisional, "1000"),
    row("opening the check to its final side", ({ sideFinal }) => sideFinal, "2500"),
    row("opening the check to its last word", ({ final }) => final, "8000"),
  ];
  const most = (take: (check: CheckTimes) => number) => Math.max(...times.map(take)).toFixed(3);
  return [
    `How soon a check speaks, ${CHECKS} checks, milliseconds; the worker is ended before each`,
    table(["", "median", "90th percentile", "budget"], rows),
    "",
    `Layout shift of the popup, the most of them: ${most(({ shift }) => shift)} while answers come in, budget 0; ${most(({ foldShift }) => foldShift)} once, when their list is folded at the end.`,
  ].join("\n");
}
