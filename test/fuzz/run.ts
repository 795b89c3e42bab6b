import fc from "fast-check";
import { type Door, judge } from "./door.ts";

/** What came of one door. */
export interface DoorRun {
  readonly at: string;
  readonly inputs: number;
  /** The slowest input, in milliseconds of the processor's time as it is, before any second look. */
  readonly worst: number;
  readonly failure: null | {
    readonly faults: string;
    /** What `--path` takes. */
    readonly path: string;
    readonly seed: number;
    /** The shrunk input, as source. */
    readonly input: string;
  };
}

interface Course {
  readonly seed: number;
  readonly inputs: number;
  /** Leads to one case of that seed; all cases without it. */
  readonly path?: string | undefined;
}

/** Sends inputs through one door until one breaks its promises, and shrinks that one. */
export function runDoor(one: Door, { seed, inputs, path }: Course): DoorRun {
  let worst = 0;
  let faults = "";
  let count = 0;
  const details = fc.check(
    fc.property(one.inputs, (input) => {
      const judged = judge(one, input);
      count += 1;
      worst = Math.max(worst, judged.took);
      if (judged.faults.length > 0) faults = judged.faults.join("; ");
      return judged.faults.length === 0;
    }),
    { seed, numRuns: inputs, ...(path !== undefined && { path }) },
  );
  const failure = details.failed
    ? { faults, path: details.counterexamplePath ?? "", seed, input: fc.stringify(details.counterexample?.[0]) }
    : null;
  return { at: one.at, inputs: count, worst, failure };
}
