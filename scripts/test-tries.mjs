/**
 * What became of one run of tests. A file is broken by what fails outside its tests, such as a hook; an unhandled error
 * belongs to no file. A test's `id` comes from its file and its place there, so both tries give it the same.
 * @typedef {{ id: string, file: string, name: string, outcome: "passed" | "failed" | "skipped", reason: string }} Outcome
 * @typedef {{ tests: Outcome[], broken: { file: string, reason: string }[], unhandled: string[] }} Try
 */

/** More files than these have a cause in common, which a second try would only hide or repeat. */
const MOST_FILES = 8;

/** @param {Outcome} test */
const titleOf = ({ file, name }) => `${file}: ${name}`;

/**
 * The files that deserve a second try: those in which something failed, unless so many did that it is no accident.
 * @param {Try} first
 * @returns {string[]}
 */
export function filesToTryAgain({ tests, broken }) {
  const failed = tests.filter(({ outcome }) => outcome === "failed");
  const files = [...new Set([...failed, ...broken].map(({ file }) => file))].sort();
  return files.length > MOST_FILES ? [] : files;
}

/** As much of a reason as one line holds, characters. */
const LONGEST_REASON = 300;

/**
 * What failed once, with the first line of why: nobody can mend what only its name is known of.
 * @param {string} title
 * @param {string} reason
 */
const withReason = (title, reason) => `${title} (${reason.trim().split("\n")[0].slice(0, LONGEST_REASON)})`;

/**
 * What counts after two tries: a test that passed in one of them has passed, a file is broken if it was both times, and
 * an unhandled error of either try stays one.
 * @param {Try} first
 * @param {Try} second of some of the first one's files
 * @returns {{ outcome: Try, secondTries: string[] }} with those that failed in one of the two tries only, each with its reason
 */
export function bothTries(first, second) {
  const tries = new Map();
  for (const test of [...first.tests, ...second.tests]) {
    tries.set(test.id, [...(tries.get(test.id) ?? []), test]);
  }
  const secondTries = [];
  const tests = [...tries.values()].map((outcomes) => {
    const oneThat = (wanted) => outcomes.find(({ outcome }) => outcome === wanted);
    const counted = oneThat("passed") ?? oneThat("failed") ?? outcomes[0];
    const failed = oneThat("failed");
    if (counted.outcome === "passed" && failed) secondTries.push(withReason(titleOf(counted), failed.reason));
    return counted;
  });
  const broken = first.broken.filter(({ file }) => second.broken.some((one) => one.file === file));
  const once = [...first.broken, ...second.broken].filter(({ file }) => !broken.some((one) => one.file === file));
  secondTries.push(...once.map(({ file, reason }) => withReason(file, reason)));
  return { outcome: { tests, broken, unhandled: [...first.unhandled, ...second.unhandled] }, secondTries };
}

/**
 * The outcome of a run that has ended, well or not. Vitest may fail for what no test shows, such as a run that was broken
 * off: what had not begun by then counts as skipped, and would pass for a run in which nothing failed.
 * @param {Try} outcome
 * @param {boolean} isWell by vitest's exit code
 * @returns {Try}
 */
export function ended(outcome, isWell) {
  if (isWell || counted(outcome).failed > 0) return outcome;
  return { ...outcome, unhandled: ["vitest ended as failed, and no test says why"] };
}

/**
 * The counts of a run and each failure with its reason. A run without any test has failed.
 * @param {Try} outcome
 * @returns {{ passed: number, failed: number, skipped: number, failures: string[] }}
 */
export function counted({ tests, broken, unhandled }) {
  const number = (wanted) => tests.filter(({ outcome }) => outcome === wanted).length;
  const indented = (reason) => reason.replaceAll("\n", "\n    ");
  const failures = [
    ...tests
      .filter(({ outcome }) => outcome === "failed")
      .map((test) => `${titleOf(test)}\n    ${indented(test.reason)}`),
    ...broken.map(({ file, reason }) => `${file}\n    ${indented(reason)}`),
    ...unhandled.map((reason) => `outside all tests\n    ${indented(reason)}`),
    ...(tests.length === 0 ? ["no test was found"] : []),
  ];
  return { passed: number("passed"), failed: failures.length, skipped: number("skipped"), failures };
}
