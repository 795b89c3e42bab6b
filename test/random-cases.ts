import fc from "fast-check";

const fuzz = Number(process.env.FUZZ ?? 0);

/** How many random cases a property is tried with that wants more or fewer than the usual hundred. */
export const cases = (usually: number): number => usually * Math.max(1, fuzz);

/**
 * A suite that judges a commit must say the same of it twice, so its random cases are the same each time. `FUZZ=40` looks
 * at forty times as many, other ones with each run, and prints the seed of what it finds.
 */
fc.configureGlobal({
  // Without this a list of at most 120 has hardly ever more than ten, and what a test says of long ones is never tried.
  defaultSizeToMaxWhenMaxSpecified: true,
  ...(fuzz > 0 ? {} : { seed: 5_030_504 }),
});
