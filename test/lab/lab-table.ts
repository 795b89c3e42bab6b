import type { Told } from "./run-scenario.ts";
import { FAMILIES } from "./scenarios/families.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { outcomeOf } from "./score/run.ts";

const COLUMNS = [
  ["scenario", 44],
  ["gateway", 11],
  ["verdict", 24],
  ["confidence", 10],
  ["truth", 24],
  ["", 12],
  ["to side", 7],
  ["seconds", 7],
] as const;

const line = (cells: readonly string[]): string =>
  COLUMNS.map(([, width], index) => (cells[index] ?? "").padEnd(width))
    .join(" ")
    .trimEnd();

export const tableHead = (): string =>
  `${line(COLUMNS.map(([name]) => name))}\n${line(COLUMNS.map(([, width]) => "-".repeat(width)))}`;

const words = (side: string, cause: string | null): string => (side === "none" ? "none" : `${side} ${cause ?? ""}`);

/** Right side and cause, right side only, or how it went wrong. */
export function gradeWord(told: Told): string {
  const outcome = outcomeOf(told);
  if (outcome !== "right") return outcome === "wrong-side" ? "WRONG SIDE" : outcome;
  return told.right ? "right" : "other cause";
}

/** A scenario that has been judged. */
export const tableRow = (told: Told): string =>
  line([
    told.id + (told.held ? " *" : ""),
    told.gateway,
    words(told.verdict.side, told.verdict.cause),
    Number.isNaN(told.verdict.confidence) ? "" : told.verdict.confidence.toFixed(2),
    `${words(told.truth.side, told.truth.cause)}${told.truth.needsAnotherBrowser ? " ?" : ""}`,
    gradeWord(told),
    told.secondsToSide.toFixed(1).padStart(7),
    told.seconds.toFixed(1).padStart(7),
  ]);

/** Scenarios family by family, each with what it adds. */
export function listing(scenarios: readonly Scenario[]): string {
  return FAMILIES.flatMap(({ id, about }) => {
    const own = scenarios.filter(({ family }) => family === id);
    if (own.length === 0) return [];
    return [`\n${id}: ${about} (${own.length})`, ...own.map(listed)];
  })
    .join("\n")
    .trimStart();
}

const listed = ({ id, fault, truth, held }: Scenario): string => {
  const marks = `${truth.needsAnotherBrowser ? " ?" : ""}${held ? " *" : ""}`;
  return `  ${id.padEnd(40)} ${`${words(truth.side, truth.cause)}${marks}`.padEnd(28)} ${fault}`;
};

/** A scenario that could not be played. */
export const failureRow = ({ id, gateway, truth }: Scenario, error: string): string =>
  `${line([id, gateway, "NOT PLAYED", "", words(truth.side, truth.cause)])} ${error}`;

/** A scenario that cannot arise in this browser. */
export const notApplicableRow = ({ id, reason }: { id: string; reason: string }): string =>
  `${line([id, "", "not applicable"])}: ${reason}`;
