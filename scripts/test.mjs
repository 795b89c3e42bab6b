// `npm test [-- --only lint|unit|chromium|firefox]`: everything, from the system's parts to both browsers, or one part
// with what it needs. Ends with one line, `N passed, N failed[, N skipped]`.
import { spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join, relative } from "node:path";
import { lastWords } from "./last-words.mjs";
import { ensureSystemParts } from "./system-parts.mjs";
import { chosenParts } from "./test-parts.mjs";
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

/** Vitest projects that run side by side: each test counts. A run that reports nothing counts as one failure. */
function tests(...projects) {
  const name = projects.join(" and ");
  const report = join(scratch, `${projects.join("-")}.json`);
  const second = join(scratch, `${projects.join("-")}.second-tries`);
  const reporters = ["--reporter=default", "--reporter=json", "--reporter=./scripts/second-tries.mjs"];
  const { ok } = run(
    `tests: ${name}`,
    [
      toolScript("vitest"),
      "run",
      ...projects.flatMap((project) => ["--project", project]),
      ...reporters,
      `--outputFile.json=${report}`,
    ],
    { env: { SECOND_TRIES: second } },
  );
  try {
    secondTries.push(...readFileSync(second, "utf8").split("\n").filter(Boolean));
    const result = JSON.parse(readFileSync(report, "utf8"));
    totals.passed += result.numPassedTests;
    totals.failed += result.numFailedTests;
    const skipped = result.numPendingTests + result.numTodoTests;
    totals.skipped += skipped;
    if (skipped > 0) skips.push(`${skipped} of ${name}`);
    failures.push(...failedTests(result));
    // A file that fails before its first test, or no test at all, is a failure too.
    if (!ok && result.numFailedTests === 0) totals.failed++;
    if (result.numTotalTests === 0) totals.failed++;
  } catch {
    totals.failed++;
  }
  if (!ok) failures.push(`tests: ${name}`);
}

/** Each failed test or file of a vitest report, with the first lines of its reason: the last words of a run say why it failed. */
function failedTests({ testResults }) {
  const reason = (message) => message.split("\n").slice(0, 12).join("\n    ");
  return testResults.flatMap(({ name, status, message, assertionResults }) => {
    const file = relative(process.cwd(), name);
    const failed = assertionResults.filter((test) => test.status === "failed");
    if (status === "failed" && failed.length === 0) return [`${file}\n    ${reason(message)}`];
    return failed.map((test) => `${file}: ${test.fullName}\n    ${reason(test.failureMessages.join("\n"))}`);
  });
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
