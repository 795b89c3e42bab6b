import { mkdirSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { makeCertificate } from "./certificate.ts";
import { markdownOf, wrongSides } from "./lab-report.ts";
import { failureRow, tableHead, tableRow } from "./lab-table.ts";
import { limiter } from "./limiter.ts";
import { runScenario, type Told } from "./run-scenario.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import type { Scenario } from "./scenarios/scenario.ts";

/** More would take two cores from each other, and a slow machine is no evidence. `--browsers` is for larger ones. */
const BROWSERS_AT_ONCE = 2;
const ARTIFACTS = fileURLToPath(new URL("../../artifacts/", import.meta.url));

interface Failed {
  readonly id: string;
  readonly error: string;
}

/** The word after this switch, or null. */
const wordAfter = (args: readonly string[], name: string): string | null =>
  args.includes(name) ? (args[args.indexOf(name) + 1] ?? "") : null;

/** Which scenarios the command line asks for. */
function chosen(args: readonly string[]): readonly Scenario[] {
  const only = wordAfter(args, "--only")?.split(",");
  const unknown = only?.filter((id) => !SCENARIOS.some((known) => known.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`no such scenario: ${unknown.join(", ")} (see --list)`);
  return SCENARIOS.filter(
    ({ id, held }) => (only === undefined || only.includes(id)) && (!args.includes("--held") || held),
  );
}

async function runAll(
  scenarios: readonly Scenario[],
  browsersAtOnce: number,
  ending: AbortSignal,
): Promise<{ told: Told[]; failed: Failed[] }> {
  const installed = findBrowser("chromium");
  if (installed === null) throw new Error("no Chromium here");
  const certificate = await makeCertificate();
  const results = new Map<string, Told>();
  const failed: Failed[] = [];
  const limited = limiter(browsersAtOnce);
  const play = async (scenario: Scenario): Promise<void> => {
    if (ending.aborted) return;
    // A browser that stumbles is started once more; a verdict is never asked for twice.
    const attempt = (): Promise<Told> => runScenario(scenario, installed, certificate, ending);
    try {
      const told = await attempt().catch((error: unknown) => {
        if (ending.aborted) throw error;
        return attempt();
      });
      results.set(scenario.id, told);
      console.log(tableRow(told));
    } catch (error) {
      const why = error instanceof Error ? error.message : String(error);
      failed.push({ id: scenario.id, error: why });
      console.log(failureRow(scenario, why));
    }
  };
  await Promise.all(scenarios.map((scenario) => limited(() => play(scenario))));
  return { told: scenarios.flatMap(({ id }) => results.get(id) ?? []), failed };
}

const args = process.argv.slice(2);
const scenarios = chosen(args);
if (args.includes("--list")) {
  for (const { id, truth, held } of scenarios) {
    console.log(`${id.padEnd(38)} ${truth.side} ${truth.cause ?? ""}${held ? "  (held back)" : ""}`);
  }
} else {
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => ending.abort());
  const began = performance.now();
  const browsers = Number(wordAfter(args, "--browsers") ?? BROWSERS_AT_ONCE);
  console.log(
    `${scenarios.length} scenarios, ${browsers} browsers at once, a fresh profile for each.\n\n${tableHead()}`,
  );
  const { told, failed } = await runAll(scenarios, browsers, ending.signal);
  const minutes = (performance.now() - began) / 60_000;
  const report = markdownOf(told, failed, minutes);
  mkdirSync(ARTIFACTS, { recursive: true });
  writeFileSync(`${ARTIFACTS}lab.md`, report);
  writeFileSync(
    `${ARTIFACTS}lab.json`,
    `${JSON.stringify({ schema: "faultline-lab/1", runs: told, failed }, null, 2)}\n`,
  );
  console.log(`\n${report}`);
  process.exitCode = wrongSides(told).length > 0 || failed.length > 0 || ending.signal.aborted ? 1 : 0;
}
