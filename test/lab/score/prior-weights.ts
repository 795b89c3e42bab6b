import { CAUSES } from "../../../src/core/evidence/causes.ts";
import type { Run } from "./run.ts";

/**
 * Weights that make the lab's mix look like the field: each cause counts with its prior, shared among its
 * scenarios. Causes that the lab lacks are left out and the rest is scaled up. Scenarios without an
 * incident weigh nothing, since the prior is one of failing pages. The weights add up to 1.
 */
export function priorWeights(runs: readonly Run[]): number[] {
  const scenarios = new Map<string, number>();
  for (const { truth } of runs) {
    if (truth.cause !== null) scenarios.set(truth.cause, (scenarios.get(truth.cause) ?? 0) + 1);
  }
  const raw = runs.map(({ truth: { cause } }) =>
    cause === null ? 0 : CAUSES[cause].prior / (scenarios.get(cause) ?? 1),
  );
  const total = raw.reduce((sum, weight) => sum + weight, 0);
  return raw.map((weight) => (total === 0 ? 0 : weight / total));
}
