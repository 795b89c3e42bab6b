import { mkdtemp, rm } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pause } from "../../../src/platform/pause.ts";
import { type BenchSite, type PageTimes, startBenchSite, type Visit } from "./bench-site.ts";
import { nameOf, type Rest, type Round, type Turn, VISITS } from "./healthy-pages-measures.ts";
import { pagesReport } from "./healthy-pages-report.ts";
import { memory } from "./memory.ts";
import { processorTime } from "./processor.ts";
import { contestants, type Runner, startRunner } from "./runners.ts";

/** Loads of one browser before it is another's turn. */
const TURN = 5;
/** How long a page's last work may take after it has told of itself. */
const SETTLES_MS = 250;
const AT_REST_MS = 20_000;

export interface PagesOptions {
  /** An older build of Faultline. */
  readonly before: string | null;
  /** Folders of other unpacked extensions. */
  readonly others: readonly string[];
  /** How often all begin anew with fresh browsers: which memory one gets is partly luck, for as long as it runs. */
  readonly sittings: number;
  /** Rounds of each kind of visit in each sitting. */
  readonly rounds: number;
}

/** What extensions add to the loads of healthy pages and to a browser at rest, side by side in one run. */
export async function healthyPages(options: PagesOptions): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "faultline-pages-"));
  const site = await startBenchSite();
  try {
    const all = await contestants(root, options);
    const rounds = new Map<Visit, Round[]>(VISITS.map((visit) => [visit, []]));
    const rests = new Map<string, Rest[]>(all.map(({ name }) => [name, []]));
    let version = "";
    for (let sitting = 0; sitting < options.sittings; sitting += 1) {
      const runners: Runner[] = [];
      try {
        for (const contestant of all) runners.push(await startRunner(contestant, site));
        version = runners[0]?.version ?? "";
        for (const visit of VISITS) {
          // The browser reads and compiles what it has not seen yet, and that is not counted.
          for (const runner of runners) await turn(runner, site, visit);
          for (let round = 0; round < options.rounds; round += 1) {
            rounds.get(visit)?.push(await oneRound(turned(runners, round + sitting), site, visit));
            process.stderr.write(
              `\rsitting ${sitting + 1} of ${options.sittings}, ${nameOf(visit)}, round ${round + 1}   `,
            );
          }
        }
        for (const [name, rest] of await atRest(runners)) rests.get(name)?.push(rest);
      } finally {
        await Promise.all(runners.map(({ close }) => close()));
      }
    }
    process.stderr.write("\n");
    return pagesReport({ contestants: all, version, rounds, rests });
  } finally {
    await site.stop();
    await rm(root, { recursive: true, force: true });
  }
}

/** Another browser begins each round, and every other round goes backwards. */
function turned(runners: readonly Runner[], round: number): readonly Runner[] {
  const start = round % runners.length;
  const order = [...runners.slice(start), ...runners.slice(0, start)];
  return round % 2 === 0 ? order : order.toReversed();
}

async function oneRound(runners: readonly Runner[], site: BenchSite, visit: Visit): Promise<Round> {
  const turns = new Map<string, Turn>();
  for (const runner of runners) turns.set(runner.name, await turn(runner, site, visit));
  return turns;
}

async function turn({ name, pid, awake, killWorker }: Runner, site: BenchSite, visit: Visit): Promise<Turn> {
  await killWorker();
  const before = processorTime(pid);
  const pages: PageTimes[] = [];
  for (let count = 0; count < TURN; count += 1) pages.push(await site.visit(name, visit));
  await pause(SETTLES_MS);
  return { pages, processor: (processorTime(pid) - before) / TURN, awake: await awake() };
}

/** All rest at once: none of them is to do anything. */
async function atRest(runners: readonly Runner[]): Promise<Map<string, Rest>> {
  for (const { killWorker } of runners) await killWorker();
  await pause(SETTLES_MS);
  const before = runners.map(({ pid }) => processorTime(pid));
  await pause(AT_REST_MS);
  return new Map(
    runners.map(({ name, pid }, index) => [
      name,
      { memory: memory(pid), processor: ((processorTime(pid) - (before[index] ?? 0)) * 60_000) / AT_REST_MS },
    ]),
  );
}
