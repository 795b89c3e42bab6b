/**
 * What a whole run says at its end: everything that failed, with its reason, that was skipped, that needed a second try,
 * and as its last line the count that programs read.
 * @param {{ failures: readonly string[], skips: readonly string[], secondTries: readonly string[] }} named
 * @param {{ passed: number, failed: number, skipped: number }} totals
 * @returns {string[]}
 */
export function lastWords({ failures, skips, secondTries }, { passed, failed, skipped }) {
  return [
    ...failures.map((name) => `failed: ${name}`),
    ...skips.map((name) => `skipped: ${name}`),
    ...secondTries.map((name) => `needed a second try: ${name}`),
    "",
    `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ""}`,
  ];
}
