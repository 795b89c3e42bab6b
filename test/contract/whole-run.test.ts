import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, describe, expect, it } from "vitest";
import { lastWords } from "../../scripts/last-words.mjs";
import { chosenParts, PARTS } from "../../scripts/test-parts.mjs";
import { contentOf, ROOT } from "./source-files.ts";

const folder = mkdtempSync(join(tmpdir(), "faultline-second-tries-"));
afterAll(() => rmSync(folder, { recursive: true, force: true }));

const TESTS = `
let tries = 0;
describe("a machine under load", () => {
  test("is slow at first", () => { tries += 1; expect(tries).toBe(2); });
  test("is quick", () => { expect(1).toBe(1); });
  test("is broken", () => { expect(1).toBe(2); });
});`;

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
  it("names every test that needed its second try, and none that passed or failed for good", () => {
    writeFileSync(join(folder, "load.test.js"), TESTS);
    const path = join(folder, "second-tries");
    const reporter = join(ROOT, "scripts/second-tries.mjs");
    spawnSync(
      process.execPath,
      [
        join(ROOT, "node_modules/vitest/vitest.mjs"),
        "run",
        "--root",
        folder,
        "--globals",
        "--retry=1",
        `--reporter=${reporter}`,
      ],
      { cwd: folder, env: { ...process.env, SECOND_TRIES: path } },
    );
    expect(readFileSync(path, "utf8")).toBe("load.test.js: a machine under load is slow at first\n");
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
