import fc from "fast-check";

const fuzz = Number(process.env.FUZZ ?? 0);

/** How many random cases a property is tried with that wants more or fewer than the usual hundred. */
export const cases = (usually: number): number => usually * Math.max(1, fuzz);

/**
 * A suite that judges a commit must say the same of it twice, so its random cases are the same each time. `FUZZ=40` looks
 * at forty times as many, other ones with each run, and prints the seed of what it finds.
 */
fc.configureGlobal(fuzz > 0 ? { numRuns: cases(100) } : { seed: 5_030_504 });
