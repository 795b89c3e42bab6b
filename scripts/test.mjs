// `npm test [-- --only lint|unit|chromium|firefox]`: everything, from the system's parts to both browsers, or one part
// with what it needs. Ends with one line, `N passed, N failed[, N skipped]`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { lastWords } from "./last-words.mjs";
import { ensureSystemParts } from "./system-parts.mjs";
import { chosenParts } from "./test-parts.mjs";
import { bothTries, counted, ended, filesToTryAgain } from "./test-tries.mjs";
import { toolScript } from "./tool.mjs";

const chosen = chosenParts(process.argv.slice(2));
if ("refusal" in chosen) {
  console.error(chosen.refusal);
  process.exit(1);
}
const { parts } = chosen;
/** @param {import("./test-parts.mjs").Part[]} names */
const runs = (...names) => names.some((name) => parts.includes(name));
const browsers = ["chromium", "firefox"].filter((name) => runs(name));

const scratch = mkdtempSync(join(tmpdir(), "faultline-test-"));
const totals = { passed: 0, failed: 0, skipped: 0 };
const failures = [];
const skips = [];
const secondTries = [];

/** Runs one step, a script for Node with its arguments, and says how long it took. */
function run(name, args, { env = {} } = {}) {
  const started = Date.now();
  console.log(`\n== ${name}`);
  const done = spawnSync(process.execPath, args, {
    stdio: ["ignore", "inherit", "inherit"],
    env: { ...process.env, FORCE_COLOR: "0", NO_UPDATE_NOTIFIER: "1", ...env },
  });
  console.log(
    `-- ${name}: ${done.status === 0 ? "passed" : "FAILED"} in ${((Date.now() - started) / 1000).toFixed(1)} s`,
  );
  return { ok: done.status === 0 };
}

/** A step that counts as one test. */
function step(name, ...args) {
  const { ok } = run(name, args);
  if (ok) totals.passed++;
  else {
    totals.failed++;
    failures.push(name);
  }
  return ok;
}

/** One try at vitest projects, or at some of their files; null if vitest said nothing of it. */
function tried(name, projects, { files = [], env = {} } = {}) {
  const outcomes = join(scratch, `${name}.json`);
  const args = ["run", ...projects.flatMap((project) => ["--project", project]), ...files];
  const reporters = ["--reporter=default", "--reporter=./scripts/test-outcomes.mjs"];
  const { ok } = run(name, [toolScript("vitest"), ...args, ...reporters], { env: { OUTCOMES: outcomes, ...env } });
  try {
    return ended(JSON.parse(readFileSync(outcomes, "utf8")), ok);
  } catch {
    return null;
  }
}

/** Adds one run's tests to the totals. A run that reports nothing counts as one failure. */
function count(name, outcome) {
  const {
    passed,
    failed,
    skipped,
    failures: named,
  } = outcome === null
    ? { passed: 0, failed: 1, skipped: 0, failures: [`${name} ended without a word`] }
    : counted(outcome);
  totals.passed += passed;
  totals.failed += failed;
  totals.skipped += skipped;
  if (skipped > 0) skips.push(`${skipped} of ${name}`);
  failures.push(...named);
}

/**
 * The tests of vitest projects that run side by side: each counts. A machine under load can fail one that is right, in a
 * browser or of a reader's speed: a file in which something failed is played again whole, once the others have ended and
 * by itself, and the last lines name what passed only then.
 */
function tests(...projects) {
  const name = `tests: ${projects.join(" and ")}`;
  const first = tried(name, projects);
  const files = first === null ? [] : filesToTryAgain(first);
  const second = files.length === 0 ? null : tried(`${name}, second try`, projects, { files, env: { BROWSERS: "1" } });
  if (second === null) {
    count(name, first);
    return;
  }
  const both = bothTries(first, second);
  secondTries.push(...both.secondTries);
  count(name, both.outcome);
}

/** The parts of the system that tests in a browser need; what is missing and cannot be installed is one failure. */
function hasSystemParts() {
  const gateways = ["nginx", "apache", "haproxy", "varnish", "squid", "caddy"];
  const { missing, advice } = ensureSystemParts([...browsers, ...gateways, "xvfb", "xdotool", "iproute"]);
  if (missing.length === 0) return true;
  console.log(`\n${advice}`);
  totals.failed++;
  failures.push("parts of the system are missing, so no browser was tested");
  return false;
}

const ready = browsers.length > 0 && hasSystemParts();

if (runs("lint")) {
  step("format and lint", toolScript("@biomejs/biome", "biome"), "check", "--error-on-warnings", ".");
  step("types", toolScript("typescript", "tsc"), "--noEmit");
}
const built = step("build", "scripts/build.mjs");
if (runs("unit")) tests("unit");
if (built && runs("unit")) tests("contract");
if (built && runs("lint")) {
  step(
    "web-ext lint of the Firefox build",
    toolScript("web-ext"),
    "lint",
    "--source-dir=dist/firefox",
    "--warnings-as-errors",
    "--no-config-discovery",
  );
}
if (built && ready) tests(...browsers);

rmSync(scratch, { recursive: true, force: true });
for (const line of lastWords({ failures, skips, secondTries }, totals)) console.log(line);
process.exitCode = totals.failed > 0 ? 1 : 0;
