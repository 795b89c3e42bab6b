import { replaceBetween } from "../between-marks.ts";
import { wrongSides } from "./lab-report.ts";
import type { Told } from "./run-scenario.ts";
import { FAMILIES } from "./scenarios/families.ts";
import { IN_FIREFOX } from "./scenarios/in-firefox.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { afterwardsTable } from "./score/afterwards.ts";
import {
  causeMatrix,
  familiesTable,
  figuresTable,
  goalText,
  leftOpen,
  reliabilityTable,
  sideMatrix,
  untellableTable,
} from "./score/report.ts";
import { timesTable, timeText } from "./score/time-to-side.ts";

/** The page with the results, from the root of the repository. */
export const RESULTS_PAGE = "docs/lab-results.md";

/** Which browser's results: each has a part of the page. */
export type Engine = "chromium" | "firefox";

/** What a run plays whose results may be published. */
export const PUBLISHED: Record<Engine, readonly Scenario[]> = { chromium: SCENARIOS, firefox: IN_FIREFOX };

const MARKS: Record<Engine, readonly [begin: string, end: string]> = {
  chromium: ["<!-- lab:begin, written by `npm run lab -- --publish` -->", "<!-- lab:end -->"],
  firefox: ["<!-- lab-firefox:begin, written by `npm run lab -- --firefox --publish` -->", "<!-- lab-firefox:end -->"],
};

/** How a run was made. */
export interface RunFacts {
  readonly engine: Engine;
  readonly browser: string;
  readonly minutes: number;
  readonly browsersAtOnce: number;
}

const wrongSideNames = (told: readonly Told[]): string => {
  const wrong = wrongSides(told);
  if (wrong.length === 0) return "No verdict named the wrong side where one browser can know.";
  return [
    "Those for the wrong side are:",
    "",
    ...wrong.map(({ id, fault, truth, verdict }) =>
      `- \`${id}\` (${fault}): said ${verdict.side} ${verdict.cause}, is ${truth.side} ${truth.cause ?? ""}`.trimEnd(),
    ),
  ].join("\n");
};

/** What every browser's part begins with. */
const common = (told: readonly Told[], { browser, minutes, browsersAtOnce }: RunFacts): readonly string[] => [
  `${told.length} scenarios in ${browser}, ${minutes.toFixed(0)} minutes with ${browsersAtOnce} browsers at once, ${told.filter(({ held }) => held).length} of them held back from choosing weights.`,
  goalText(told),
  timeText(told),
  wrongSideNames(told),
  "By family:",
  familiesTable(told, FAMILIES),
  "By side; where one browser cannot tell, the truth is `unsure`:",
  sideMatrix(told),
  "Beside two rules of thumb, for the lab's mix and weighted by the prior. Intervals are Wilson's, 95 %:",
  figuresTable(told),
  "<details><summary>By cause</summary>",
  causeMatrix(told),
  "</details>",
  "<details><summary>Reliability of the confidence</summary>",
  reliabilityTable(told),
  "</details>",
  "<details><summary>What one browser cannot tell, and what was said</summary>",
  untellableTable(told),
  "</details>",
  "<details><summary>How soon the side was final</summary>",
  timesTable(told),
  "</details>",
  "<details><summary>Left open though the evidence would have sufficed</summary>",
  leftOpen(told),
  "</details>",
];

/** What the results page says of a browser's full run, as Markdown. Throws unless every scenario was played, each once. */
export function publishedResults(told: readonly Told[], facts: RunFacts): string {
  const wanted = PUBLISHED[facts.engine];
  const missing = wanted.filter(({ id }) => !told.some((run) => run.id === id)).map(({ id }) => id);
  if (missing.length > 0 || told.length !== wanted.length) {
    throw new Error(`the results page takes full runs only; not played: ${missing.join(", ")}`);
  }
  // In Firefox others are asked nothing.
  const asked = ["<details><summary>After asking others</summary>", afterwardsTable(told), "</details>"];
  return [...common(told, facts), ...(facts.engine === "chromium" ? asked : [])].join("\n\n");
}

/** The text with a browser's part between its two markers replaced. Throws when they are not there exactly once, in order. */
export const replaceResults = (text: string, results: string, engine: Engine): string =>
  replaceBetween(text, MARKS[engine], results, RESULTS_PAGE);
