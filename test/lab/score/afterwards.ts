import type { OpinionKind } from "../../../src/core/places/opinions-view.ts";
import type { Run } from "./run.ts";

/** What was said once others had been asked, for a fault whose truth then shows. */
export interface Afterwards {
  /** The questions that the popup offered and that were asked, in order. */
  readonly asked: readonly OpinionKind[];
  readonly truth: Pick<Run["truth"], "side" | "cause">;
  readonly verdict: Run["verdict"];
  /** The cause counts as right as well. */
  readonly causeRight: boolean;
}

/** A run that went on to ask others. */
export interface AskedRun extends Pick<Run, "id" | "fault" | "verdict"> {
  readonly afterwards: Afterwards | null;
}

type Played = AskedRun & { readonly afterwards: Afterwards };
const isPlayed = (run: AskedRun): run is Played => run.afterwards !== null;

const outcomeOf = ({ afterwards: { truth, verdict, causeRight } }: Played): string => {
  if (verdict.side === "unsure") return truth.side === "unsure" ? "right" : "unsure";
  if (verdict.side !== truth.side) return "WRONG SIDE";
  return causeRight ? "right" : "other cause";
};

/** Runs whose verdict named the wrong side after others had been asked. */
export const misled = (runs: readonly AskedRun[]): readonly AskedRun[] =>
  runs.filter((run) => isPlayed(run) && outcomeOf(run) === "WRONG SIDE");

const said = ({ side, cause, confidence }: Run["verdict"]): string => `${side} ${cause} ${confidence.toFixed(2)}`;

/** The figures and each row of the scenarios that asked others, as Markdown; a sentence where there are none. */
export function afterwardsTable(runs: readonly AskedRun[]): string {
  const played = runs.filter(isPlayed);
  if (played.length === 0) return "Nobody was asked.";
  const outcomes = played.map(outcomeOf);
  const number = (...wanted: string[]) => outcomes.filter((outcome) => wanted.includes(outcome)).length;
  return [
    "| scenarios | right side | right cause | unsure | wrong side |",
    "|--:|--:|--:|--:|--:|",
    `| ${played.length} | ${number("right", "other cause")} | ${number("right")} | ${number("unsure")} | ${number("WRONG SIDE")} |`,
    "",
    "| scenario | truth | said first | asked | said then | |",
    "|---|---|---|---|---|---|",
    ...played.map(
      (run) =>
        `| ${run.id} | ${run.afterwards.truth.side} ${run.afterwards.truth.cause ?? ""} | ${said(run.verdict)} | ${run.afterwards.asked.join(", ") || "nothing was offered"} | ${said(run.afterwards.verdict)} | ${outcomeOf(run)} |`,
    ),
  ].join("\n");
}
