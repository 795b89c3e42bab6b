import {
  causeMatrix,
  figuresTable,
  goalText,
  reliabilityTable,
  sideMatrix,
  untellableTable,
} from "../lab/score/report.ts";
import { outcomeOf, type Run } from "../lab/score/run.ts";
import type { Replayed, Witness } from "./replay.ts";

const percent = (value: number): string => `${(100 * value).toFixed(1)} %`;
const signed = (value: number): string => (value > 0 ? `+${value}` : String(value));

const figures = (title: string, runs: readonly Run[]): string[] =>
  runs.length === 0
    ? [`# ${title}: none`]
    : [
        `# ${title}: ${runs.length}`,
        goalText(runs),
        "## By side",
        sideMatrix(runs),
        "## By cause",
        causeMatrix(runs),
        "## Figures",
        figuresTable(runs),
        "## Reliability",
        reliabilityTable(runs),
      ];

/** What decided one verdict that is not right: the likeliest causes, and each witness for the truth and for what was said. */
function explained({ run, candidates, evidence, differs }: Replayed): string {
  const { id, fault, truth, verdict } = run;
  const speaks = ({ forTruth, forSaid }: Witness) => forTruth !== 0 || forSaid !== 0;
  const others = evidence.filter((witness) => !speaks(witness));
  return [
    `### ${id} (${outcomeOf(run) === "right" ? "other cause" : outcomeOf(run)})`,
    "",
    `${fault}. Truth: ${truth.side} ${truth.cause ?? ""}. Said: ${verdict.side} ${verdict.cause} ${verdict.confidence.toFixed(2)}.${differs ? " The run itself said something else." : ""}`,
    "",
    `Likeliest: ${candidates.map(({ cause, probability }) => `${cause} ${percent(probability)}`).join(", ") || "nothing"}`,
    "",
    ...evidence
      .filter(speaks)
      .map(
        ({ id: witness, forTruth, forSaid }) =>
          `- ${witness}: ${signed(forTruth)} dB for the truth, ${signed(forSaid)} dB for what was said`,
      ),
    `- of neither speak: ${others.map(({ id: witness }) => witness).join(", ") || "none"}`,
  ].join("\n");
}

/**
 * The calibration report. Of the scenarios that are held back it gives the sums alone, never a row, so that
 * nobody can choose weights by them.
 */
export function calibrationReport(replayed: readonly Replayed[]): string {
  const open = replayed.filter(({ run }) => !run.held);
  const held = replayed.filter(({ run }) => run.held).map(({ run }) => run);
  const amiss = open.filter(({ run }) => outcomeOf(run) !== "right" || !run.causeRight);
  return [
    ...figures(
      "Not held back",
      open.map(({ run }) => run),
    ),
    "## Cannot be told by one browser",
    untellableTable(open.map(({ run }) => run)),
    "## Not right",
    ...(amiss.length > 0 ? amiss.map(explained) : ["None."]),
    ...figures("Held back, sums only", held),
    "",
  ].join("\n\n");
}
