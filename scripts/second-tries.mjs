// A reporter for vitest: writes down the tests that passed only at a second try, one on each line, `file: name`, into
// the file that SECOND_TRIES names.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";

export default class SecondTries {
  /** @type {string[]} */
  #lines = [];

  /** @param {import("vitest/node").TestCase} test */
  onTestCaseResult(test) {
    if (test.diagnostic()?.flaky) {
      this.#lines.push(`${relative(process.cwd(), test.module.moduleId)}: ${test.fullName.replaceAll(" > ", " ")}`);
    }
  }

  onTestRunEnd() {
    const { SECOND_TRIES: path } = process.env;
    if (path) writeFileSync(path, this.#lines.map((line) => `${line}\n`).join(""));
  }
}
