import { mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { findBrowser } from "../../scripts/find-browser.mjs";
import { makeCertificate } from "./certificate.ts";
import { type LabOptions, labOptions } from "./lab-options.ts";
import { markdownOf, wrongSides } from "./lab-report.ts";
import { failureRow, listing, notApplicableRow, tableHead, tableRow } from "./lab-table.ts";
import type { InstalledBrowser } from "./launch.ts";
import { limiter } from "./limiter.ts";
import { publishedResults, RESULTS_PAGE, replaceResults } from "./published-results.ts";
import { makeRecorder, RECORDINGS } from "./recording/recorder.ts";
import { runScenario, type Told } from "./run-scenario.ts";
import { NOT_IN_FIREFOX } from "./scenarios/in-firefox.ts";
import type { Scenario } from "./scenarios/scenario.ts";
import { misled } from "./score/afterwards.ts";
import { takenBack } from "./score/time-to-side.ts";
import { leaveSecondAddress, takeSecondAddress } from "./second-address.ts";

const inRoot = (path: string): string => fileURLToPath(new URL(`../../${path}`, import.meta.url));

interface Failed {
  readonly id: string;
  readonly error: string;
}

async function runAll(
  { scenarios, browsersAtOnce, record }: LabOptions,
  secondAddress: string | null,
  installed: InstalledBrowser,
  ending: AbortSignal,
): Promise<{ told: Told[]; failed: Failed[] }> {
  const certificate = await makeCertificate();
  const results = new Map<string, Told>();
  const failed: Failed[] = [];
  const limited = limiter(browsersAtOnce);
  const play = async (scenario: Scenario): Promise<void> => {
    if (ending.aborted) return;
    // A browser that stumbles is started once more; a verdict is never asked for twice.
    const attempt = (): Promise<Told> =>
      runScenario(scenario, {
        installed,
        certificate,
        ending,
        secondAddress,
        ...(record ? { recorder: makeRecorder() } : {}),
      });
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

/** Plays what was asked for and writes the reports; resolves with the exit code. */
async function main(options: LabOptions): Promise<number> {
  const { engine, scenarios, browsersAtOnce } = options;
  const installed = findBrowser(engine);
  if (installed === null) throw new Error(`no ${engine} here`);
  const ending = new AbortController();
  for (const signal of ["SIGINT", "SIGTERM"] as const) process.on(signal, () => ending.abort());
  const began = performance.now();
  console.log(
    `${scenarios.length} scenarios in ${installed.name}, ${browsersAtOnce} browsers at once, a fresh profile for each.\n\n${tableHead()}`,
  );
  const secondAddress = takeSecondAddress();
  if (secondAddress === null)
    console.log("This machine may take on no second address: stale addresses are asked of nobody.");
  const { told, failed } = await runAll(options, secondAddress, installed, ending.signal).finally(() => {
    if (secondAddress !== null) leaveSecondAddress(secondAddress);
  });
  if (engine === "firefox" && options.isFull) for (const one of NOT_IN_FIREFOX) console.log(notApplicableRow(one));
  const minutes = (performance.now() - began) / 60_000;
  const report = markdownOf(told, failed, minutes);
  const name = engine === "firefox" ? "lab-firefox" : "lab";
  mkdirSync(inRoot("artifacts"), { recursive: true });
  writeFileSync(inRoot(`artifacts/${name}.md`), report);
  const json = { schema: "faultline-lab/1", runs: told, failed };
  writeFileSync(inRoot(`artifacts/${name}.json`), `${JSON.stringify(json, null, 2)}\n`);
  console.log(`\n${report}`);
  if (options.record) console.log(`Recordings: ${RECORDINGS}`);
  if (options.publish && failed.length === 0 && !ending.signal.aborted) {
    const results = publishedResults(told, { engine, browser: installed.name, minutes, browsersAtOnce });
    writeFileSync(inRoot(RESULTS_PAGE), replaceResults(readFileSync(inRoot(RESULTS_PAGE), "utf8"), results, engine));
    console.log(`${RESULTS_PAGE} has the figures of this run.`);
  }
  const errors = [wrongSides(told), misled(told), takenBack(told), failed];
  return errors.some(({ length }) => length > 0) || ending.signal.aborted ? 1 : 0;
}

/** What was asked for, or null and one line that says what is wrong with it. */
function asked(): LabOptions | null {
  try {
    return labOptions(process.argv.slice(2));
  } catch (error) {
    console.error(error instanceof Error ? error.message : error);
    return null;
  }
}

const options = asked();
if (options === null) process.exitCode = 1;
else if (options.list) console.log(listing(options.scenarios));
else process.exitCode = await main(options);
