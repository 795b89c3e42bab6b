/** The parts that `npm test` runs in this order, each of which can be run alone. */
export const PARTS = /** @type {const} */ (["lint", "unit", "chromium", "firefox"]);

/**
 * Reads the arguments of `npm test`: none for everything, or `--only` and one part.
 * @param {readonly string[]} args
 * @returns {{ parts: readonly (typeof PARTS)[number][] } | { refusal: string }} the parts, or one line that says what is wrong
 */
export function chosenParts(args) {
  if (args.length === 0) return { parts: PARTS };
  const [option, word, ...more] = args;
  const part = PARTS.find((name) => name === word);
  if (option === "--only" && part !== undefined && more.length === 0) return { parts: [part] };
  return { refusal: `Cannot run "${args.join(" ")}". Try: npm test, or npm test -- --only ${PARTS.join("|")}` };
}
