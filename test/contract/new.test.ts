import { spawnSync } from "node:child_process";
import { cpSync, mkdtempSync, rmSync, symlinkSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { ROOT } from "./source-files.ts";

const FILES = [
  ...["src", "test", "scripts", "public"],
  ...["manifest.json", "managed-settings.json", "identity.json", "package.json", "tsconfig.json", "biome.json"],
];
const MADE = [
  ["gateway", "tidy-proxy"],
  ["status-page", "tidy-board"],
  ["check", "tidy-question"],
  ["weight", "tidy-witness", "--in", "cookies"],
];

const copy = mkdtempSync(join(tmpdir(), "faultline-new-"));
const bin = (name: string) => join(ROOT, "node_modules/.bin", name);
const run = (program: string, ...args: readonly string[]) => {
  const env = { ...process.env, FORCE_COLOR: "0" };
  const { status, stdout, stderr } = spawnSync(program, args, { cwd: copy, encoding: "utf8", env });
  return { status, stdout, stderr };
};
const make = (...args: readonly string[]) => run(process.execPath, "scripts/new.mjs", ...args);

beforeAll(() => {
  for (const name of [...FILES, "vite.config.ts", "vitest.config.ts"]) {
    cpSync(join(ROOT, name), join(copy, name), { recursive: true });
  }
  symlinkSync(join(ROOT, "node_modules"), join(copy, "node_modules"));
});
afterAll(() => rmSync(copy, { recursive: true, force: true }));

// The compiler, the linter and a run of tests each take seconds, on a busy machine many.
describe("npm run new", { timeout: 300_000 }, () => {
  it.each([
    ["a kind that there is not", ["widget", "tidy"], /no kind of thing/],
    ["a name that is not kebab-case", ["check", "tidyQuestion"], /no kebab-case name/],
    ["no name", ["gateway"], /no kebab-case name/],
    ["a gateway that exists", ["gateway", "nginx"], /"nginx" exists: src\/core\/gateways\/nginx\.ts/],
    ["a status page that exists", ["status-page", "slack"], /"slack" exists/],
    ["a check that exists", ["check", "cache"], /"cache" exists/],
    ["a weight that exists, in any file", ["weight", "whole-site", "--in", "cookies"], /exists: .*scope\.ts/],
    ["a weight without its file", ["weight", "tidy-witness"], /--in box\|cache\|cookies/],
  ])("refuses %s in one line", (_what, args, says) => {
    const { status, stdout, stderr } = make(...args);
    expect([status, stdout]).toEqual([1, ""]);
    expect(stderr).toMatch(says);
    expect(stderr.trimEnd()).not.toContain("\n");
  });

  it("writes what the compiler and the linter accept, each of its kind", () => {
    for (const args of MADE) expect(make(...args)).toMatchObject({ status: 0, stderr: "" });
    expect(run(bin("tsc"), "--noEmit")).toMatchObject({ status: 0, stdout: "" });
    const linted = ["check", "--error-on-warnings", "src", "test/unit/core", "public/_locales"];
    expect(run(bin("biome"), ...linted)).toMatchObject({ status: 0 });
    for (const args of MADE) expect(make(...args)).toMatchObject({ status: 1, stdout: "" });
  });

  it("writes tests that are red until they are filled in, and say what to fill in", () => {
    const tests = ["checks/tidy-question", "evidence/tidy-witness", "gateways/recognise", "status-pages/products"];
    const paths = tests.map((name) => `test/unit/core/${name}.test.ts`);
    const { status, stdout, stderr } = run(bin("vitest"), "run", "--project", "unit", ...paths);
    expect(status).toBe(1);
    const failed = `${stdout}${stderr}`.split("\n").filter((line) => line.includes("FAIL"));
    for (const path of paths) expect(failed.join("\n")).toContain(path);
    for (const says of [
      "judge in src/core/checks/tidy-question.ts",
      "in src/core/evidence/cookies.ts",
      "a real error page",
    ]) {
      expect(`${stdout}${stderr}`).toContain(`FILL IN: ${says}`.replace("FILL IN: in ", "FILL IN: its numbers in "));
    }
    const ofProducts = failed.filter((line) => line.includes("status-pages/products.test.ts"));
    expect(ofProducts.filter((line) => !line.includes("tidy-board"))).toEqual([]);
  });
});
