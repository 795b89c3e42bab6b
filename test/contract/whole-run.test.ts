import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lastWords } from "../../scripts/last-words.mjs";
import { chosenParts, PARTS } from "../../scripts/test-parts.mjs";
import { bothTries, counted, ended, filesToTryAgain, type Outcome, type Try } from "../../scripts/test-tries.mjs";
import { contentOf, ROOT } from "./source-files.ts";

const folder = mkdtempSync(join(tmpdir(), "faultline-whole-run-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TESTS = `
describe("a page", () => {
  test("works", () => { expect(1).toBe(1); });
  test("is broken", () => { expect(1).toBe(2); });
  test.skip("is elsewhere", () => {});
});
describe("a browser", () => {
  beforeAll(() => { throw new Error("no browser"); });
  test("is there", () => { expect(1).toBe(1); });
});
setTimeout(() => { throw new Error("late"); });`;

/** What the reporter writes of a run of TESTS. */
function reported(): Try {
  writeFileSync(join(folder, "load.test.js"), TESTS);
  const path = join(folder, "outcomes.json");
  const reporter = join(ROOT, "scripts/test-outcomes.mjs");
  const vitest = join(ROOT, "node_modules/vitest/vitest.mjs");
  spawnSync(process.execPath, [vitest, "run", "--root", folder, "--globals", `--reporter=${reporter}`], {
    cwd: folder,
    env: { ...process.env, OUTCOMES: path },
  });
  return JSON.parse(readFileSync(path, "utf8")) as Try;
}

const test = (file: string, name: string, outcome: Outcome["outcome"]): Outcome => ({
  id: `${file} ${name}`,
  file,
  name,
  outcome,
  reason: outcome === "failed" ? "why\nand where" : "",
});
const run = (tests: Outcome[], broken: string[] = [], unhandled: string[] = []): Try => ({
  tests,
  broken: broken.map((file) => ({ file, reason: "why" })),
  unhandled,
});

describe("npm test", () => {
  it("runs every part, or the one that --only names", () => {
    expect(chosenParts([])).toEqual({ parts: ["lint", "unit", "chromium", "firefox"] });
    for (const part of PARTS) expect(chosenParts(["--only", part])).toEqual({ parts: [part] });
  });

  it.each([["--only"], ["--only", "safari"], ["--only", "unit", "lint"], ["unit"], ["--olny", "unit"]])(
    "refuses %s %s in one line that names the parts",
    (...args) => {
      const { status, stdout, stderr } = spawnSync(process.execPath, ["scripts/test.mjs", ...args], {
        cwd: ROOT,
        encoding: "utf8",
      });
      expect([status, stdout]).toEqual([1, ""]);
      expect(stderr).toMatch(/^Cannot run ".*--only lint\|unit\|chromium\|firefox\n$/);
    },
  );

  it("is all that continuous integration runs, whole or part by part", () => {
    expect(contentOf(".ci/run").toString()).toBe("#!/usr/bin/env bash\nset -euo pipefail\nnpm ci && npm test\n");
    for (const name of ["test", "release"]) {
      const workflow = contentOf(`.github/workflows/${name}.yml`).toString();
      expect(workflow).toContain(`part: [${PARTS.join(", ")}]`);
      expect(workflow).toMatch(/npm test -- --only \$\{\{ matrix\.part \}\}/);
    }
  });
});

describe("the scripts of npm", () => {
  it("start in the shell of any system: programs and words, joined by && alone", () => {
    const { scripts } = JSON.parse(contentOf("package.json").toString()) as { scripts: Record<string, string> };
    const ofOneSystem = Object.values(scripts).filter((line) => !/^[\w./:-]+(?: (?:&&|[\w./:-]+))*$/.test(line));
    expect(ofOneSystem).toEqual([]);
  });
});

describe("a run of all tests", () => {
  it("is reported test by test, with what failed outside of them", () => {
    const { tests, broken, unhandled } = reported();
    expect(tests.map(({ file, name, outcome }) => [file, name, outcome])).toEqual([
      ["load.test.js", "a page works", "passed"],
      ["load.test.js", "a page is broken", "failed"],
      ["load.test.js", "a page is elsewhere", "skipped"],
      ["load.test.js", "a browser is there", "skipped"],
    ]);
    expect(new Set(tests.map(({ id }) => id)).size).toBe(4);
    expect(tests[1]?.reason).toContain("expected 1 to be 2");
    expect(broken).toEqual([{ file: "load.test.js", reason: expect.stringContaining("no browser") }]);
    expect(unhandled).toEqual([expect.stringContaining("late")]);
  });

  it("plays again the files in which something failed, but not when too many did", () => {
    expect(filesToTryAgain(run([test("a", "1", "passed"), test("b", "1", "skipped")]))).toEqual([]);
    expect(filesToTryAgain(run([test("b", "1", "failed"), test("b", "2", "failed")], ["a", "b"]))).toEqual(["a", "b"]);
    const files = Array.from({ length: 9 }, (_, index) => test(`${index}`, "1", "failed"));
    expect(filesToTryAgain(run(files.slice(1)))).toHaveLength(8);
    expect(filesToTryAgain(run(files))).toEqual([]);
  });

  it("counts a test as passed if it passed in one of two tries, and names it", () => {
    const first = run(
      [
        test("a", "slow", "failed"),
        test("a", "wrong", "failed"),
        test("a", "right", "passed"),
        test("a", "shaken", "passed"),
        test("b", "never begun", "skipped"),
        test("c", "skipped", "skipped"),
      ],
      ["b", "d"],
      ["first"],
    );
    const second = run(
      [
        test("a", "slow", "passed"),
        test("a", "wrong", "failed"),
        test("a", "right", "passed"),
        test("a", "shaken", "failed"),
        test("b", "never begun", "passed"),
        test("b", "not even found", "passed"),
      ],
      ["c", "d"],
      ["second"],
    );
    const { outcome, secondTries } = bothTries(first, second);
    expect(secondTries).toEqual(["a: slow (why)", "a: shaken (why)", "b (why)", "c (why)"]);
    expect(counted(outcome)).toEqual({
      passed: 5,
      failed: 4,
      skipped: 1,
      failures: [
        "a: wrong\n    why\n    and where",
        "d\n    why",
        "outside all tests\n    first",
        "outside all tests\n    second",
      ],
    });
  });

  it("has failed if vitest says so, also where no test does", () => {
    const outcome = run([test("a", "1", "passed"), test("a", "never begun", "skipped")]);
    expect(counted(ended(outcome, true))).toMatchObject({ passed: 1, failed: 0 });
    expect(counted(ended(outcome, false))).toMatchObject({ passed: 1, failed: 1, skipped: 1 });
    const failing = run([test("a", "1", "failed")]);
    expect(ended(failing, false)).toBe(failing);
  });

  it("has failed if it found no test", () => {
    expect(counted(run([]))).toMatchObject({ passed: 0, failed: 1, failures: ["no test was found"] });
  });

  it("ends with what failed, what was skipped, what needed a second try, and the count", () => {
    const named = { failures: ["a.test.ts: a"], skips: ["2 of unit"], secondTries: ["b.test.ts: b"] };
    expect(lastWords(named, { passed: 7, failed: 1, skipped: 2 })).toEqual([
      "failed: a.test.ts: a",
      "skipped: 2 of unit",
      "needed a second try: b.test.ts: b",
      "",
      "7 passed, 1 failed, 2 skipped",
    ]);
    const none = { failures: [], skips: [], secondTries: [] };
    expect(lastWords(none, { passed: 7, failed: 0, skipped: 0 }).at(-1)).toBe("7 passed, 0 failed");
  });
});
