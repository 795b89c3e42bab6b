import type fc from "fast-check";
import { steeringIn } from "../unit/core/hostile.ts";
import { cpuTime } from "../unit/cpu-time.ts";

/** One place where data from outside is read. */
export interface Door {
  /** What is called: `path: export`, as the contract test finds it in the source. */
  readonly at: string;
  /** What may come: real shapes changed, and what was never any. */
  readonly inputs: fc.Arbitrary<unknown>;
  /** Reads one input. Abstains by its answer; a throw is a fault. */
  readonly call: (input: never) => unknown;
  /** No answer is larger: characters of JSON. */
  readonly most: number;
  /** The texts of an answer that people read as they stand. */
  readonly shown: (answer: never) => readonly (string | null | undefined)[];
}

interface Promises<T> {
  readonly most: number;
  readonly shown?: (answer: T) => readonly (string | null | undefined)[];
}

/** One row; the types of input and answer are checked here and forgotten. */
export const door = <I, T>(
  at: string,
  inputs: fc.Arbitrary<I>,
  call: (input: I) => T,
  { most, shown = () => [] }: Promises<T>,
): Door => ({ at, inputs, call, most, shown });

/** What any input may cost, milliseconds of processor time (`cpuTime`). */
export const BUDGET_MS = 50;
/**
 * The same where a commit is judged, on a machine that others may keep busy: what explodes costs more by far, and how much
 * the rest costs is for `npm run fuzz` to say.
 */
export const EXPLODES_MS = 4 * BUDGET_MS;

/** About what a value takes as JSON, which has no word for much that a value can hold. */
export function sizeOf(value: unknown): number {
  if (typeof value === "string") return value.length + 2;
  if (typeof value !== "object" || value === null) return String(value).length;
  if (ArrayBuffer.isView(value)) return value.byteLength;
  if (value instanceof Map || value instanceof Set) return sizeOf([...value]);
  let size = 2;
  for (const [key, inner] of Object.entries(value)) size += (Array.isArray(value) ? 1 : key.length + 4) + sizeOf(inner);
  return size;
}

const CLEAN = Object.getOwnPropertyNames(Object.prototype).length;

/** What came of one input: what is wrong with it, nothing where all is well, and the processor's time that it took, milliseconds. */
export interface Judged {
  readonly faults: readonly string[];
  readonly took: number;
}

/** Reads one input and says in what the door breaks its promises, one of which is to take no longer than `budget`, milliseconds. */
export function judge({ call, most, shown }: Door, input: unknown, budget = BUDGET_MS): Judged {
  const read = (): unknown => call(input as never);
  const before = process.cpuUsage();
  let answer: unknown;
  try {
    answer = read();
  } catch (error) {
    return { faults: [`throws ${error}`], took: since(before) };
  }
  const took = since(before);
  const faults: string[] = [];
  // The compiler or the collector may have been at work in this very moment, and the machine may be slow: a second look tells.
  const cost = took > budget ? cpuTime(read, budget) : 0;
  if (cost > budget) faults.push(`takes ${Math.round(cost)} ms`);
  const size = sizeOf(answer);
  if (size > most) faults.push(`answers ${size} characters, and ${most} at most were promised`);
  const steering = shown(answer as never).flatMap((text) => steeringIn(text ?? ""));
  if (steering.length > 0) faults.push(`shows ${steering.map((code) => `U+${code.toString(16)}`).join(" ")}`);
  if (Object.getOwnPropertyNames(Object.prototype).length !== CLEAN) faults.push("has changed what all objects share");
  return { faults, took };
}

function since(before: NodeJS.CpuUsage): number {
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1_000;
}
