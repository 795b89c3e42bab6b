import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publishedResults, RESULTS_PAGE, replaceResults } from "../../lab/published-results.ts";
import type { Told } from "../../lab/run-scenario.ts";
import { SCENARIOS } from "../../lab/scenarios/index.ts";

/** A run in which every truth was told. */
const told: Told[] = SCENARIOS.map(({ id, gateway, fault, held, truth }) => ({
  id,
  gateway,
  fault,
  held,
  truth: { side: truth.side, cause: truth.cause, needsAnotherBrowser: truth.needsAnotherBrowser === true },
  verdict: { side: truth.needsAnotherBrowser ? "unsure" : truth.side, cause: truth.cause ?? "", confidence: 0.99 },
  causeRight: true,
  namesStep: truth.needsAnotherBrowser === true,
  anyRetryWorks: false,
  right: true,
  note: "",
  headline: "",
  alternatives: [],
  advice: "",
  evidence: [],
  beforeReload: null,
  afterwards: null,
  seconds: 8,
  secondsToSide: 1.2,
  tookBack: null,
}));
const by = { browser: "Chromium", minutes: 14 };

describe("the results of the lab as published", () => {
  it("takes full runs only", () => {
    expect(() => publishedResults(told.slice(1), by)).toThrow(SCENARIOS[0]?.id ?? "");
    expect(() => publishedResults([...told, ...told], by)).toThrow("full runs only");
    const oneTwice = [...told.slice(1), ...told.slice(1, 2)];
    expect(() => publishedResults(oneTwice, by)).toThrow(SCENARIOS[0]?.id ?? "");
  });

  it("gives the promise, both matrices, and the rules of thumb in the same table", () => {
    const section = publishedResults(told, by);
    expect(section).toMatch(/^\d+ scenarios in Chromium, 14 minutes/);
    expect(section).toContain("No verdict named the wrong side.");
    for (const rule of ['"always the server"', '"retry three times"', "Faultline, field prior", "held back"]) {
      expect(section).toContain(rule);
    }
    expect(section.match(/truth ↓ said →/g)).toHaveLength(2);
  });

  it("says how soon the side was final, for each scenario and at the median of the site's faults", () => {
    const section = publishedResults(told, by);
    expect(section).toMatch(/median 1\.2 s after the click, of \d+ \(until all was asked: 8\.0 s\)/);
    expect(section).toContain("| nginx-killed | server | 1.2 s | 8.0 s |");
  });

  it("names every wrong side", () => {
    const wrong = told.map((run) =>
      run.id === "nginx-killed"
        ? {
            ...run,
            verdict: { side: "you" as const, cause: "cookies", confidence: 0.97 },
            causeRight: false,
            right: false,
          }
        : run,
    );
    const section = publishedResults(wrong, by);
    expect(section).toContain("- `nginx-killed` (killed): said you cookies, is server origin-down");
    expect(section).not.toContain("No verdict named the wrong side.");
  });

  it("stands between two markers, and nothing else is touched", () => {
    const begin = "<!-- lab:begin, written by `npm run lab -- --publish` -->";
    const text = `before\n${begin}\nold\n<!-- lab:end -->\nafter`;
    expect(replaceResults(text, "new")).toBe(`before\n${begin}\n\nnew\n\n<!-- lab:end -->\nafter`);
    expect(() => replaceResults("without markers", "new")).toThrow("once each");
    expect(() => replaceResults(text + text, "new")).toThrow("once each");
  });

  it("have their place on the results page", () => {
    const page = readFileSync(new URL(`../../../${RESULTS_PAGE}`, import.meta.url), "utf8");
    expect(replaceResults(page, "new")).toContain("\n\nnew\n\n<!-- lab:end -->");
  });
});
