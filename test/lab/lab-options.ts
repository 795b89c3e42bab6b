import type { InstalledBrowser } from "./launch.ts";
import { PUBLISHED } from "./published-results.ts";
import { ASKED_OF_FIREFOX, IN_FIREFOX } from "./scenarios/in-firefox.ts";
import { SCENARIOS } from "./scenarios/index.ts";
import type { Scenario } from "./scenarios/scenario.ts";

/**
 * Browsers mostly wait. Measured on two cores, the same 16 scenarios each time: two, three and four at once name the same
 * sides; with four one cause differed, since a wait was measured as longer than it was. `--browsers` is for other machines.
 */
const BROWSERS_AT_ONCE = 3;

/** What the command line asks for. */
export interface LabOptions {
  readonly engine: InstalledBrowser["engine"];
  readonly scenarios: readonly Scenario[];
  /** Every scenario that is published of this browser: only such a run may be. */
  readonly isFull: boolean;
  readonly list: boolean;
  /** Write down what each verdict rested on. */
  readonly record: boolean;
  /** Write the figures into docs/lab-results.md. */
  readonly publish: boolean;
  readonly browsersAtOnce: number;
}

const SWITCHES = ["--list", "--held", "--record", "--publish", "--firefox"];
const WITH_WORD = ["--only", "--browser", "--browsers"];

/**
 * Reads the arguments of `npm run lab`. Throws for what it does not know, for scenarios that do not exist,
 * and for `--publish` with anything less than all scenarios.
 */
export function labOptions(args: readonly string[]): LabOptions {
  const wordAfter = (name: string): string | null =>
    args.includes(name) ? (args[args.indexOf(name) + 1] ?? "") : null;
  const stray = args.filter(
    (arg, index) => !SWITCHES.includes(arg) && !WITH_WORD.includes(arg) && !WITH_WORD.includes(args[index - 1] ?? ""),
  );
  if (stray.length > 0) throw new Error(`unknown: ${stray.join(" ")}`);

  const browser = args.includes("--firefox") ? "firefox" : (wordAfter("--browser") ?? "chromium");
  if (browser !== "chromium" && browser !== "firefox") throw new Error(`no such browser: ${browser}`);
  const only = wordAfter("--only")?.split(",") ?? null;
  const unknown = only?.filter((id) => !SCENARIOS.some((known) => known.id === id)) ?? [];
  if (unknown.length > 0) throw new Error(`no such scenario: ${unknown.join(", ")} (see --list)`);

  const named = browser === "firefox" ? ASKED_OF_FIREFOX : SCENARIOS;
  const among = browser === "firefox" && only === null ? IN_FIREFOX : named;
  const scenarios = among.filter(
    ({ id, held }) => (only === null || only.includes(id)) && (!args.includes("--held") || held),
  );
  const isFull = scenarios.length === PUBLISHED[browser].length;
  const publish = args.includes("--publish");
  if (publish && !isFull) throw new Error("--publish needs a run of all scenarios of that browser");
  const browsersAtOnce = Number(wordAfter("--browsers") ?? BROWSERS_AT_ONCE);
  if (!Number.isInteger(browsersAtOnce) || browsersAtOnce < 1) throw new Error("--browsers needs a number");
  return {
    engine: browser,
    scenarios,
    isFull,
    list: args.includes("--list"),
    record: args.includes("--record"),
    publish,
    browsersAtOnce,
  };
}
