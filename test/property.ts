import fc from "fast-check";
import { expect } from "vitest";
import { cases } from "./random-cases.ts";

type Arbitraries<T extends unknown[]> = { readonly [K in keyof T]: fc.Arbitrary<T[K]> };

interface Demands {
  /** How many random cases are tried, before `FUZZ` multiplies them: 100 unless told. */
  readonly runs?: number;
  /** The least share of the cases, above 0 and up to 1, that must call `expect`: all of them unless told. */
  readonly reaches?: number;
}

const expectations = (): number => expect.getState().assertionCalls;

function demand(reached: number, tried: number, share: number): void {
  expect(reached / tried, `${reached} of ${tried} random cases reached an expectation`).toBeGreaterThanOrEqual(share);
}

/**
 * States that a fact holds for every random case. It fails as well when fewer cases than `reaches` called `expect`: a
 * fact that returns early from all of its cases would hold of everything.
 */
export function holds<T extends [unknown, ...unknown[]]>(
  arbitraries: Arbitraries<T>,
  fact: (...given: T) => undefined,
  { runs = 100, reaches = 1 }: Demands = {},
): void {
  let tried = 0;
  let reached = 0;
  const counted = (given: T): void => {
    const before = expectations();
    fact(...given);
    tried += 1;
    if (expectations() > before) reached += 1;
  };
  fc.assert(fc.property(fc.tuple<T>(...arbitraries), counted), { numRuns: cases(runs) });
  demand(reached, tried, reaches);
}

/** The same of a fact that takes time. */
export async function holdsInTime<T extends [unknown, ...unknown[]]>(
  arbitraries: Arbitraries<T>,
  fact: (...given: T) => Promise<void>,
  { runs = 100, reaches = 1 }: Demands = {},
): Promise<void> {
  let tried = 0;
  let reached = 0;
  const counted = async (given: T): Promise<void> => {
    const before = expectations();
    await fact(...given);
    tried += 1;
    if (expectations() > before) reached += 1;
  };
  await fc.assert(fc.asyncProperty(fc.tuple<T>(...arbitraries), counted), { numRuns: cases(runs) });
  demand(reached, tried, reaches);
}
