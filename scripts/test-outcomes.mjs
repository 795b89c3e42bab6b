// A reporter for vitest: writes what became of each test, as JSON, into the file that OUTCOMES names.
import { writeFileSync } from "node:fs";
import { relative } from "node:path";

const REASON_LINES = 12;

/** @param {readonly { message?: string, stack?: string }[]} errors */
const reasonOf = (errors) =>
  errors.flatMap(({ message, stack }) => (stack ?? message ?? "").split("\n").slice(0, REASON_LINES)).join("\n");

/** @param {import("vitest/node").TestModule} module */
const fileOf = (module) => relative(process.cwd(), module.moduleId);

export default class TestOutcomes {
  /**
   * @param {readonly import("vitest/node").TestModule[]} modules
   * @param {readonly import("vitest/node").SerializedError[]} unhandled
   */
  onTestRunEnd(modules, unhandled) {
    /** @type {import("./test-tries.mjs").Try} */
    const outcomes = { tests: [], broken: [], unhandled: unhandled.map((error) => reasonOf([error])) };
    for (const module of modules) {
      const file = fileOf(module);
      for (const test of module.children.allTests()) {
        const { state, errors = [] } = test.result();
        outcomes.tests.push({
          id: test.id,
          file,
          name: test.fullName.replaceAll(" > ", " "),
          outcome: state === "passed" || state === "failed" ? state : "skipped",
          reason: reasonOf(errors),
        });
      }
      const errors = [...module.errors(), ...[...module.children.allSuites()].flatMap((suite) => suite.errors())];
      if (errors.length > 0) outcomes.broken.push({ file, reason: reasonOf(errors) });
    }
    const { OUTCOMES: path } = process.env;
    if (path) writeFileSync(path, JSON.stringify(outcomes));
  }
}
