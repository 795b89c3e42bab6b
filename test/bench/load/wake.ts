/// <reference types="chrome" />
import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { type Chromium, startChromium } from "../../e2e/support/chromium.ts";
import type { Lab } from "../../lab/lab.ts";
import { builtExtension } from "../../lab/launch.ts";
import { figure, table } from "../table.ts";
import { type Contender, FAULTLINE, MARKS, type Marks, markedCopy, READING, writeContenders } from "./contenders.ts";
import { median, ninetieth, tenth } from "./statistics.ts";
import { unwatch } from "./unwatched.ts";

const ROUNDS = 40;
/** Rounds before those that count: the browser keeps what it has read and compiled. */
const WARM_UP = 6;
const BUDGET = 2;

/** A contender in the browser, and the ways from its killed worker to the first answer so far. */
interface Entrant {
  readonly name: string;
  readonly id: string;
  /** The page that asks its worker. */
  readonly url: string;
  /** Milliseconds, from the message to its answer; both in the page. */
  readonly answers: number[];
}

/** One whose worker keeps marks, and the parts of its ways, milliseconds. */
interface MarkedEntrant extends Entrant {
  /** From the message to the worker's first line: a thread, its code read and parsed. */
  readonly starts: number[];
  /** From its first line to its last: what it builds and registers before it hears anything. */
  readonly evaluations: number[];
}

/** Runs in a page of the extension, and asks what a popup asks first, about a tab that does not exist. */
async function timeAnswer(): Promise<{ asked: number; took: number }> {
  const before = performance.now();
  await chrome.runtime.sendMessage({ type: "tab/open", request: { tabId: -1 } });
  return { asked: performance.timeOrigin + before, took: performance.now() - before };
}

const askMarks = (type: string): Promise<Marks> => chrome.runtime.sendMessage({ type });

async function enter({ browser, extensionId }: Chromium, { name, folder, page }: Contender): Promise<Entrant> {
  const isThere = folder === builtExtension("chromium");
  const id = isThere ? extensionId : await browser.installExtension(folder);
  const url = `chrome-extension://${id}/${page}`;
  await (await browser.newPage()).goto(url);
  return { name, id, url, answers: [] };
}

/**
 * How soon a woken worker hears: the production build beside workers that do next to nothing, each killed before it is
 * asked, in turns within one browser. Copies that keep marks say where the time goes; they do not count in the first table.
 */
export async function wake(lab: Lab): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "faultline-wake-"));
  const chromium = await startChromium(lab);
  try {
    const contenders = await writeContenders(root);
    const plain: Entrant[] = [];
    const marked: MarkedEntrant[] = [];
    for (const contender of contenders) {
      plain.push(await enter(chromium, contender));
      marked.push({
        ...(await enter(chromium, await markedCopy(contender, root))),
        starts: [],
        evaluations: [],
      });
    }
    const unwatched = await unwatch(chromium.browser);
    const wakeOnce = async ({ id, url, answers }: Entrant, counts: boolean) => {
      await unwatched.killWorker(id);
      const answer = await unwatched.ask(url, timeAnswer, null);
      if (counts) answers.push(answer.took);
      return answer;
    };
    const wakeMarked = async (entrant: MarkedEntrant, counts: boolean) => {
      const { asked } = await wakeOnce(entrant, counts);
      const { first, last } = await unwatched.ask(entrant.url, askMarks, MARKS);
      if (!counts) return;
      entrant.starts.push(first - asked);
      entrant.evaluations.push(last - first);
    };
    const turns = [
      ...plain.map((entrant) => (counts: boolean) => wakeOnce(entrant, counts)),
      ...marked.map((entrant) => (counts: boolean) => wakeMarked(entrant, counts)),
    ];
    for (let round = -WARM_UP; round < ROUNDS; round += 1) {
      for (const turn of round % 2 === 0 ? turns : turns.toReversed()) await turn(round >= 0);
    }
    return report(plain, marked);
  } finally {
    await chromium.close();
    await rm(root, { recursive: true, force: true });
  }
}

function report(plain: readonly Entrant[], marked: readonly MarkedEntrant[]): string {
  const reading = median(plain.find(({ name }) => name === READING)?.answers ?? []);
  const ways = plain.map(({ name, answers }) => [
    name,
    figure(median(answers)),
    `${figure(tenth(answers))} - ${figure(ninetieth(answers))}`,
    (median(answers) / reading).toFixed(2),
    name === FAULTLINE ? `${BUDGET}` : "-",
  ]);
  const parts = marked.map(({ name, answers, starts, evaluations }) => {
    const rests = answers.map((took, round) => took - (starts[round] ?? 0) - (evaluations[round] ?? 0));
    return [name, figure(median(answers)), ...[starts, evaluations, rests].map((times) => figure(median(times)))];
  });
  return [
    `From a message to the answer of a killed worker, ${ROUNDS} wakes each, in turns; milliseconds`,
    table(["", "median", "10th - 90th percentile", "ratio", "budget"], ways),
    "",
    "Of this, medians of copies that keep marks",
    table(["", "whole", "to its first line", "evaluates its code", "to its answer"], parts),
  ].join("\n");
}
