import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { publishedResults, RESULTS_PAGE, replaceResults } from "../../lab/published-results.ts";
import type { Told } from "../../lab/run-scenario.ts";
import { FAMILIES } from "../../lab/scenarios/families.ts";
import { IN_FIREFOX } from "../../lab/scenarios/in-firefox.ts";
import { SCENARIOS } from "../../lab/scenarios/index.ts";
import type { Scenario } from "../../lab/scenarios/scenario.ts";

/** A run in which every truth was told. */
const tellTruth = ({ id, family, gateway, fault, held, truth }: Scenario): Told => ({
  id,
  family,
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
});
const told = SCENARIOS.map(tellTruth);
const by = { engine: "chromium", browser: "Chromium", minutes: 14, browsersAtOnce: 3 } as const;

describe("the results of the lab as published", () => {
  it("takes full runs only", () => {
    expect(() => publishedResults(told.slice(1), by)).toThrow(SCENARIOS[0]?.id ?? "");
    expect(() => publishedResults([...told, ...told], by)).toThrow("full runs only");
    const oneTwice = [...told.slice(1), ...told.slice(1, 2)];
    expect(() => publishedResults(oneTwice, by)).toThrow(SCENARIOS[0]?.id ?? "");
  });

  it("gives the promise, both matrices, and the rules of thumb in the same table", () => {
    const section = publishedResults(told, by);
    expect(section).toMatch(/^\d+ scenarios in Chromium, 14 minutes with 3 browsers at once/);
    expect(section).toContain("No verdict named the wrong side where one browser can know.");
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
    expect(section).not.toContain("No verdict named the wrong side");
  });

  it("names no wrong side where one browser cannot know; such rows have a Brier score of their own", () => {
    const bold = told.map((run) =>
      run.truth.needsAnotherBrowser && run.truth.side === "you"
        ? { ...run, verdict: { side: "server" as const, cause: "origin-down", confidence: 1 }, namesStep: false }
        : run,
    );
    const section = publishedResults(bold, by);
    expect(section).toContain("No verdict named the wrong side where one browser can know.");
    const paragraph = section.split("\n\n").find((part) => part.startsWith("Where one browser cannot know"));
    expect(paragraph).toMatch(/The boldest of those stood at 1\.000\. Brier score 0\.\d{3}/);
  });

  it("gives a row for each family that was played", () => {
    const section = publishedResults(told, by);
    expect(FAMILIES.filter(({ id }) => !section.includes(`\n| ${id} | `))).toEqual([]);
  });

  it("takes Firefox's part, in a place of its own", () => {
    const inFirefox = IN_FIREFOX.map(tellTruth);
    const section = publishedResults(inFirefox, { ...by, engine: "firefox", browser: "Firefox" });
    expect(section).toMatch(new RegExp(`^${IN_FIREFOX.length} scenarios in Firefox`));
    expect(() => publishedResults(told, { ...by, engine: "firefox" })).toThrow("full runs only");
    expect(() => publishedResults(inFirefox, by)).toThrow("full runs only");
  });

  it("stands between two markers, and nothing else is touched", () => {
    const begin = "<!-- lab:begin, written by `npm run lab -- --publish` -->";
    const text = `before\n${begin}\nold\n<!-- lab:end -->\nafter`;
    expect(replaceResults(text, "new", "chromium")).toBe(`before\n${begin}\n\nnew\n\n<!-- lab:end -->\nafter`);
    expect(() => replaceResults("without markers", "new", "chromium")).toThrow("once each");
    expect(() => replaceResults(text + text, "new", "chromium")).toThrow("once each");
  });

  it("have their place on the results page", () => {
    const page = readFileSync(new URL(`../../../${RESULTS_PAGE}`, import.meta.url), "utf8");
    const both = replaceResults(replaceResults(page, "new", "chromium"), "newer", "firefox");
    expect(both).toContain("\n\nnew\n\n<!-- lab:end -->");
    expect(both).toContain("\n\nnewer\n\n<!-- lab-firefox:end -->");
  });
});
