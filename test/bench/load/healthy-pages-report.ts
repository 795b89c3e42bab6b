import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { figure, table } from "../table.ts";
import type { PageTimes, Visit } from "./bench-site.ts";
import { type Measured, nameOf, type Rest, type Round, type Turn, VISITS } from "./healthy-pages-measures.ts";
import { AUTOMATIC, EMPTY, NONE } from "./runners.ts";
import { type Estimate, estimate, median } from "./statistics.ts";

const MEGABYTE = 1024 * 1024;

type FigureOf = (turns: readonly Turn[]) => number;

const ofPages =
  (take: (page: PageTimes) => number): FigureOf =>
  (turns) =>
    median(turns.flatMap(({ pages }) => pages.map(take)));
const load = ofPages(({ load }) => load);
const firstPaint = ofPages(({ firstPaint }) => firstPaint);
const longTasks: FigureOf = (turns) =>
  turns.flatMap(({ pages }) => pages).reduce((sum, page, _, { length }) => sum + page.longTasks / length, 0);
const processor: FigureOf = (turns) => median(turns.map((turn) => turn.processor));

const turnsOf = (rounds: readonly Round[], name: string): Turn[] => rounds.flatMap((round) => round.get(name) ?? []);
const compared = (
  rounds: readonly Round[],
  figureOf: FigureOf,
  [ours, theirs]: readonly [string, string],
  compare: (ours: number, theirs: number) => number,
): Estimate =>
  estimate(rounds, (sample) => compare(figureOf(turnsOf(sample, ours)), figureOf(turnsOf(sample, theirs))));

const ratio = (ours: number, theirs: number): number => ours / theirs;
const difference = (ours: number, theirs: number): number => ours - theirs;

const ratioText = ({ value, low, high }: Estimate): string =>
  `${value.toFixed(3)} (${low.toFixed(3)} - ${high.toFixed(3)})`;
const moreText = ({ value, low, high }: Estimate): string => `${signed(value)} (${signed(low)} to ${signed(high)})`;
const signed = (value: number): string => `${value < 0 ? "-" : "+"}${Math.abs(value).toFixed(1)}`;

const HEAD = ["", "load", "ratio to none", "ratio to empty", "processor", "more than none", "more than empty"];
const PAINTS = ["", "first paint", "later than none", "later than empty", "long tasks", "worker starts"];

/** All tables, with the intervals that 95 of 100 repetitions fall into. */
export function pagesReport({ contestants, rounds, rests }: Measured): string {
  const names = contestants.map(({ name }) => name);
  return [
    ...VISITS.map((visit) => visitTables(visit, names, rounds.get(visit) ?? [])),
    "At rest, with a page open and no worker running; on disk",
    table(
      ["", "memory, MB", "of this more than none", "background, ms of processor a minute", "size on disk, KB"],
      contestants.map(({ name, folder }) => restRow(name, folder, rests)),
    ),
    "",
    conclusion(rounds),
  ].join("\n");
}

function visitTables(visit: Visit, names: readonly string[], rounds: readonly Round[]): string {
  const loads = turnsOf(rounds, NONE).reduce((sum, { pages }) => sum + pages.length, 0);
  return [
    `A ${nameOf(visit)}, ${loads} loads each, in milliseconds`,
    table(
      HEAD,
      names.map((name) => costRow(name, rounds)),
    ),
    "",
    table(
      PAINTS,
      names.map((name) => paintRow(name, rounds)),
    ),
    "",
  ].join("\n");
}

/** A comparison with the browser that has none, and with the extension that does nothing, where it is not one with itself. */
const besideBoth = (name: string, textBeside: (other: string) => string): string[] =>
  [NONE, EMPTY].map((other) => (name === NONE || name === other ? "-" : textBeside(other)));

function costRow(name: string, rounds: readonly Round[]): string[] {
  const turns = turnsOf(rounds, name);
  return [
    name,
    figure(load(turns)),
    ...besideBoth(name, (other) => ratioText(compared(rounds, load, [name, other], ratio))),
    figure(processor(turns)),
    ...besideBoth(name, (other) => moreText(compared(rounds, processor, [name, other], difference))),
  ];
}

function paintRow(name: string, rounds: readonly Round[]): string[] {
  const turns = turnsOf(rounds, name);
  return [
    name,
    figure(firstPaint(turns)),
    ...besideBoth(name, (other) => moreText(compared(rounds, firstPaint, [name, other], difference))),
    figure(longTasks(turns)),
    `${turns.reduce((sum, { awake }) => sum + awake, 0)} in ${turns.length} turns`,
  ];
}

function restRow(name: string, folder: string | null, rests: Measured["rests"]): string[] {
  const own = rests.get(name) ?? [];
  const bare = rests.get(NONE) ?? [];
  const more = own.map((rest, sitting) => (rest.memory - (bare[sitting]?.memory ?? Number.NaN)) / MEGABYTE);
  const of = (take: (rest: Rest) => number): string => figure(median(own.map(take)));
  return [
    name,
    of((rest) => rest.memory / MEGABYTE),
    name === NONE ? "-" : `${signed(median(more))} (${signed(Math.min(...more))} to ${signed(Math.max(...more))})`,
    of((rest) => rest.processor),
    folder === null ? "-" : (sizeOf(folder) / 1024).toFixed(0),
  ];
}

const sizeOf = (folder: string): number =>
  readdirSync(folder, { recursive: true, withFileTypes: true }).reduce(
    (sum, entry) => sum + (entry.isFile() ? statSync(join(entry.parentPath, entry.name)).size : 0),
    0,
  );

/** The goal: no more than an extension that does nothing, within the interval. */
function conclusion(rounds: Measured["rounds"]): string {
  const missed = VISITS.flatMap((visit) => {
    const all = rounds.get(visit) ?? [];
    const beside = [AUTOMATIC, EMPTY] as const;
    const over = [
      ["load", compared(all, load, beside, difference)],
      ["processor", compared(all, processor, beside, difference)],
      ["first paint", compared(all, firstPaint, beside, difference)],
    ] as const;
    return over
      .filter(([, { low }]) => low > 0)
      .map(([what, more]) => `${nameOf(visit)}: ${what} ${moreText(more)} ms`);
  });
  const goal = `Goal, ${AUTOMATIC} costs no more than the ${EMPTY} within the interval`;
  return missed.length === 0 ? `${goal}: met.` : `${goal}: not met. ${missed.join("; ")}`;
}
