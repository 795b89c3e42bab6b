import { median } from "../../bench/load/statistics.ts";
import type { Run } from "./run.ts";

/** How soon a run knew whose fault it is. */
export interface SideTime {
  /** From the click until nothing could change the side that was named in the end; in seconds, as `seconds`. */
  readonly secondsToSide: number;
  /** From the click until everything was asked and said. */
  readonly seconds: number;
  /** The side that was called final and the other one at the end of the check; null where they are the same, as they must be. */
  readonly tookBack: string | null;
}

type Timed = SideTime & Pick<Run, "id" | "truth" | "verdict">;

/** The promise for faults on the site's side, in seconds. */
const MEDIAN_S = 2.5;

/** Runs that called a side final and named another one in the end: whatever the truth is, an error of the product. */
export const takenBack = <R extends SideTime>(runs: readonly R[]): readonly R[] =>
  runs.filter(({ tookBack }) => tookBack !== null);

const isOfSite = ({ truth }: Timed): boolean => truth.side === "server" && !truth.needsAnotherBrowser;
const inSeconds = (value: number): string => (Number.isNaN(value) ? "–" : `${value.toFixed(1)} s`);

/** How soon the side was final, in sentences. */
export function timeText(runs: readonly Timed[]): string {
  const ofSite = runs.filter(isOfSite);
  const middle = median(ofSite.map(({ secondsToSide }) => secondsToSide));
  const done = median(ofSite.map(({ seconds }) => seconds));
  const back = takenBack(runs);
  return [
    `Time to the final side, faults on the site's side: median ${inSeconds(middle)} after the click, of ${ofSite.length} (until all was asked: ${inSeconds(done)}). Promised are ${inSeconds(MEDIAN_S)} or less: ${middle <= MEDIAN_S ? "kept" : "not kept"}.`,
    back.length === 0
      ? "No side that was called final was another in the end."
      : `Called final, and another in the end: ${back.map(({ id, tookBack }) => `${id} (${tookBack})`).join(", ")}.`,
  ].join("\n\n");
}

/** Every run with its times, the slowest to name its side first. */
export const timesTable = (runs: readonly Timed[]): string =>
  [
    "| scenario | said | side final | all asked |",
    "|---|---|--:|--:|",
    ...[...runs]
      .sort((a, b) => b.secondsToSide - a.secondsToSide)
      .map(
        ({ id, verdict, secondsToSide, seconds }) =>
          `| ${id} | ${verdict.side} | ${inSeconds(secondsToSide)} | ${inSeconds(seconds)} |`,
      ),
  ].join("\n");
