/**
 * `npm run fuzz [-- --inputs N] [--seed N] [--door WORDS] [--path P]`: a million inputs, shared out evenly among all doors
 * in rounds, so that growth shows. Exits with 1 where a door breaks its promises or memory grows.
 */
import { parseArgs } from "node:util";
import { DOORS } from "./doors/index.ts";
import { type DoorRun, runDoor } from "./run.ts";

const { values } = parseArgs({
  options: {
    inputs: { type: "string", default: "1000000" },
    seed: { type: "string", default: String(Math.floor(Math.random() * 2 ** 31)) },
    door: { type: "string", default: "" },
    path: { type: "string" },
  },
});
const seed = Number(values.seed);
const doors = DOORS.filter(({ at }) => at.includes(values.door));
if (doors.length === 0) throw new Error(`no door is called ${values.door}: nothing would be tried`);
if (!(Number(values.inputs) > 0)) throw new Error(`${values.inputs} is no number of inputs`);
if (!Number.isInteger(seed)) throw new Error(`${values.seed} is no seed: it is a whole number`);

/** Rounds of the run; memory is looked at after each. */
const ROUNDS = 10;
/** What the heap may have grown by from the second round to the last: nothing that is kept for an input stays below it. */
const MOST_GROWTH = 24 * 1024 * 1024;

const megabytes = (bytes: number): string => `${(bytes / 1024 / 1024).toFixed(1)} MB`;

/** What is really held: all else has been collected. */
function heap(): number {
  globalThis.gc?.();
  globalThis.gc?.();
  return process.memoryUsage().heapUsed;
}

function commandFor({ at, failure }: DoorRun): string {
  return `npm run fuzz -- --door ${JSON.stringify(at)} --seed ${failure?.seed} --path ${failure?.path}`;
}

interface Total {
  inputs: number;
  worst: number;
  failure: DoorRun | null;
}

function runAll(): { totals: Map<string, Total>; heaps: number[] } {
  const totals = new Map<string, Total>(doors.map(({ at }) => [at, { inputs: 0, worst: 0, failure: null }]));
  const rounds = values.path === undefined ? ROUNDS : 1;
  const share = values.path === undefined ? Math.ceil(Number(values.inputs) / doors.length / rounds) : 1;
  const heaps: number[] = [];
  for (let round = 0; round < rounds; round += 1) {
    for (const one of doors) {
      const total = totals.get(one.at);
      if (!total || total.failure) continue;
      const run = runDoor(one, { seed: seed + round, inputs: share, path: values.path });
      total.inputs += run.inputs;
      total.worst = Math.max(total.worst, run.worst);
      if (run.failure) {
        total.failure = run;
        console.log(`\nFAULT  ${one.at}: ${run.failure.faults}\n  ${run.failure.input}\n  ${commandFor(run)}\n`);
      }
    }
    heaps.push(heap());
    console.log(
      `round ${round + 1} of ${rounds}: heap ${megabytes(heaps.at(-1) ?? 0)}, ${megabytes(process.memoryUsage().rss)} resident`,
    );
  }
  return { totals, heaps };
}

console.log(`seed ${seed}, ${doors.length} doors`);
const began = Date.now();
const before = process.memoryUsage().rss;
const { totals, heaps } = runAll();
console.log("\ninputs  worst ms  door");
for (const [at, { inputs, worst }] of totals)
  console.log(`${String(inputs).padStart(6)}  ${worst.toFixed(1).padStart(8)}  ${at}`);
const all = [...totals.values()];
const grown = (heaps.at(-1) ?? 0) - (heaps[1] ?? heaps[0] ?? 0);
const faults = all.filter(({ failure }) => failure !== null).length;
const isGrowing = globalThis.gc !== undefined && grown > MOST_GROWTH;
console.log(
  `\n${all.reduce((sum, { inputs }) => sum + inputs, 0)} inputs in ${Math.round((Date.now() - began) / 1_000)} s, seed ${seed}; ` +
    `heap grown by ${megabytes(grown)} since the second round, resident by ${megabytes(process.memoryUsage().rss - before)}; ` +
    `${faults} doors broke their promises${isGrowing ? ", and memory grows" : ""}`,
);
process.exitCode = faults > 0 || isGrowing ? 1 : 0;
