import type { Told } from "./run-scenario.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import { afterwardsTable } from "./score/afterwards.ts";
import {
  causeMatrix,
  figuresTable,
  goalText,
  leftOpen,
  reliabilityTable,
  sideMatrix,
  untellableTable,
} from "./score/report.ts";
import { outcomeOf } from "./score/run.ts";
import { timesTable, timeText } from "./score/time-to-side.ts";

/** The page with the results, from the root of the repository. */
export const RESULTS_PAGE = "docs/lab-results.md";

const BEGIN = "<!-- lab:begin, written by `npm run lab -- --publish` -->";
const END = "<!-- lab:end -->";

const wrongSideNames = (told: readonly Told[]): string => {
  const wrong = told.filter((run) => outcomeOf(run) === "wrong-side");
  if (wrong.length === 0) return "No verdict named the wrong side.";
  return [
    "Those are:",
    "",
    ...wrong.map(({ id, fault, truth, verdict }) =>
      `- \`${id}\` (${fault}): said ${verdict.side} ${verdict.cause}, is ${truth.side} ${truth.cause ?? ""}`.trimEnd(),
    ),
  ].join("\n");
};

/** What the results page says of a full run, as Markdown. Throws unless every scenario was played, each once. */
export function publishedResults(
  told: readonly Told[],
  { browser, minutes }: { browser: string; minutes: number },
): string {
  const missing = SCENARIOS.filter(({ id }) => !told.some((run) => run.id === id)).map(({ id }) => id);
  if (missing.length > 0 || told.length !== SCENARIOS.length) {
    throw new Error(`the results page takes full runs only; not played: ${missing.join(", ")}`);
  }
  return [
    `${told.length} scenarios in ${browser}, ${minutes.toFixed(0)} minutes on two browsers at once, ${told.filter(({ held }) => held).length} of them held back from choosing weights.`,
    goalText(told),
    timeText(told),
    wrongSideNames(told),
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
    "<details><summary>After asking others</summary>",
    afterwardsTable(told),
    "</details>",
    "<details><summary>How soon the side was final</summary>",
    timesTable(told),
    "</details>",
    "<details><summary>Left open though the evidence would have sufficed</summary>",
    leftOpen(told),
    "</details>",
  ].join("\n\n");
}

/** The text with its part between the two markers replaced. Throws when they are not there exactly once, in order. */
export function replaceResults(text: string, results: string): string {
  const [before, inside, ...rest] = text.split(BEGIN);
  const [, after, ...more] = (inside ?? "").split(END);
  if (before === undefined || after === undefined || rest.length > 0 || more.length > 0) {
    throw new Error(`${RESULTS_PAGE} must hold "${BEGIN}" and "${END}" once each`);
  }
  return `${before}${BEGIN}\n\n${results}\n\n${END}${after}`;
}
