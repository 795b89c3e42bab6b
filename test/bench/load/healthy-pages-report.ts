import { readdirSync, statSync } from "node:fs";
import { join } from "node:path";
import { figure, table } from "../table.ts";
import type { PageTimes } from "./bench-site.ts";
import { type Measured, nameOf, type Rest, type Round, type Turn, VISITS } from "./healthy-pages.ts";
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
  const unless = (is: boolean, text: string): string => (is ? "-" : text);
  const visits = VISITS.flatMap((visit) => {
    const all = rounds.get(visit) ?? [];
    const loads = all.length * (turnsOf(all, NONE)[0]?.pages.length ?? 0);
    const costs = names.map((name) => {
      const turns = turnsOf(all, name);
      const beside = (other: string, figureOf: FigureOf, compare: typeof ratio) =>
        compared(all, figureOf, [name, other], compare);
      const isEmpty = name === NONE || name === EMPTY;
      return [
        name,
        figure(load(turns)),
        unless(name === NONE, ratioText(beside(NONE, load, ratio))),
        unless(isEmpty, ratioText(beside(EMPTY, load, ratio))),
        figure(processor(turns)),
        unless(name === NONE, moreText(beside(NONE, processor, difference))),
        unless(isEmpty, moreText(beside(EMPTY, processor, difference))),
      ];
    });
    const paints = names.map((name) => {
      const turns = turnsOf(all, name);
      const later = (other: string) => moreText(compared(all, firstPaint, [name, other], difference));
      return [
        name,
        figure(firstPaint(turns)),
        unless(name === NONE, later(NONE)),
        unless(name === NONE || name === EMPTY, later(EMPTY)),
        figure(longTasks(turns)),
        `${turns.reduce((sum, { awake }) => sum + awake, 0)} in ${turns.length} turns`,
      ];
    });
    return [
      `A ${nameOf(visit)}, ${loads} loads each, in milliseconds`,
      table(HEAD, costs),
      "",
      table(PAINTS, paints),
      "",
    ];
  });
  return [
    ...visits,
    "At rest, with a page open and no worker running; on disk",
    table(
      ["", "memory, MB", "of this more than none", "background, ms of processor a minute", "size on disk, KB"],
      contestants.map(({ name, folder }) => restRow(name, folder, rests)),
    ),
    "",
    conclusion(rounds),
  ].join("\n");
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
