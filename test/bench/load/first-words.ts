import { startChromium } from "../../e2e/support/chromium.ts";
import type { Lab } from "../../lab/lab.ts";
import { figure, table } from "../table.ts";
import { type CheckTimes, type PopupTimes, timeCheck, timeClick } from "./check-times.ts";
import { median, ninetieth } from "./statistics.ts";

const TIMES = 10;

/** How soon the popup speaks. */
export async function firstWords(lab: Lab): Promise<string> {
  const chromium = await startChromium(lab);
  const clicks: PopupTimes[] = [];
  const checks: CheckTimes[] = [];
  try {
    await chromium.grant();
    const { page } = await chromium.openTab();
    for (let count = 0; count < TIMES; count += 1) clicks.push(await timeClick(chromium, page));
    for (let count = 0; count < TIMES; count += 1) checks.push(await timeCheck(chromium, lab));
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
      "opening the check to its final side",
      checks.map(({ sideFinal }) => sideFinal),
      "2500",
    ),
    row(
      "opening the check to its last word",
      checks.map(({ final }) => final),
      "8000",
    ),
  ];
  return [
    "How soon it speaks, milliseconds; the worker is ended before each",
    table(["", "median", "90th percentile", "budget"], rows),
  ].join("\n");
}
