import { gradeWord, tableHead, tableRow } from "./lab-table.ts";
import type { Told } from "./run-scenario.ts";
import { FAMILIES } from "./scenarios/families.ts";
import { afterwardsTable } from "./score/afterwards.ts";
import {
  causeMatrix,
  familiesTable,
  figuresTable,
  goalText,
  reliabilityTable,
  sideMatrix,
  untellableTable,
} from "./score/report.ts";
import { outcomeOf, suffices } from "./score/run.ts";
import { timesTable, timeText } from "./score/time-to-side.ts";

/** Verdicts that name a side which is not the true one, though one browser can know it: the worst that can happen. */
export const wrongSides = (told: readonly Told[]): readonly Told[] =>
  told.filter((run) => suffices(run) && outcomeOf(run) === "wrong-side");

const explained = (run: Told): string =>
  [
    `### ${run.id} (${gradeWord(run)})`,
    "",
    `${run.gateway}: ${run.fault}. Truth: ${run.truth.side} ${run.truth.cause ?? ""}. Said: ${run.verdict.side} ${run.verdict.cause} ${run.verdict.confidence.toFixed(2)}${run.alternatives.length > 0 ? `, beside ${run.alternatives.join(", ")}` : ""}${run.beforeReload === null ? "" : `, after the reload that it asked for (before: ${run.beforeReload})`}.`,
    "",
    `> ${run.headline}`,
    "",
    ...run.evidence.map(({ check, outcome, says }) => `- ${check}: ${outcome}. ${says}`),
  ].join("\n");

/** The whole report, for people. */
export function markdownOf(
  told: readonly Told[],
  failed: ReadonlyArray<{ id: string; error: string }>,
  minutes: number,
): string {
  const others = told.filter((run) => !run.right && !run.held);
  const heldOthers = told.filter((run) => !run.right && run.held);
  return [
    "# The fault lab",
    `${told.length} scenarios in ${minutes.toFixed(1)} minutes; ${wrongSides(told).length} verdicts for the wrong side where one browser can know; ${failed.length} scenarios could not be played.`,
    goalText(told),
    timeText(told),
    "## By family",
    familiesTable(told, FAMILIES),
    "## By side\n\nWhere one browser cannot tell, the truth is `unsure`.",
    sideMatrix(told),
    "## By cause",
    causeMatrix(told),
    "## Figures",
    figuresTable(told),
    "## Reliability\n\nOf the verdicts that name a side.",
    reliabilityTable(told),
    "## Cannot be told by one browser",
    untellableTable(told),
    "## After asking others\n\nThe popup's own buttons, pressed once the verdict stood.",
    afterwardsTable(told),
    ...(others.length > 0 ? ["## Not right", ...others.map(explained)] : []),
    ...(heldOthers.length > 0
      ? [
          // Explained, they would choose weights after all.
          "## Not right, held back",
          heldOthers.map((run) => `- ${run.id} (${run.gateway}: ${run.fault}): ${gradeWord(run)}`).join("\n"),
        ]
      : []),
    ...(failed.length > 0 ? ["## Not played", failed.map(({ id, error }) => `- ${id}: ${error}`).join("\n")] : []),
    "## How soon the side was final",
    timesTable(told),
    `## Every scenario\n\n\`*\` held back, \`?\` one browser cannot tell.`,
    `\`\`\`\n${[tableHead(), ...told.map(tableRow)].join("\n")}\n\`\`\``,
    "",
  ].join("\n\n");
}
