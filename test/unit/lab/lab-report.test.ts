import { expect, it } from "vitest";
import { markdownOf } from "../../lab/lab-report.ts";
import type { Told } from "../../lab/run-scenario.ts";

const told = (id: string, held: boolean): Told => ({
  id,
  family: "matrix",
  gateway: "nginx",
  fault: `fault of ${id}`,
  held,
  truth: { side: "server", cause: "origin-down", needsAnotherBrowser: false },
  verdict: { side: "unsure", cause: "unknown", confidence: 0.5 },
  causeRight: false,
  namesStep: false,
  anyRetryWorks: false,
  right: false,
  note: "",
  headline: `headline of ${id}`,
  alternatives: [],
  advice: "",
  evidence: [{ check: "cache", outcome: "pass", says: `evidence of ${id}` }],
  beforeReload: null,
  afterwards: null,
  seconds: 8,
  secondsToSide: 1.2,
  tookBack: null,
});

it("explains what was not right, but of what is held back it says only what it is", () => {
  const report = markdownOf([told("open-one", false), told("held-one", true)], [], 1);
  expect(report).toContain("evidence of open-one");
  expect(report).toContain("headline of open-one");
  expect(report).toContain("- held-one (nginx: fault of held-one): abstained");
  expect(report).not.toContain("evidence of held-one");
  expect(report).not.toContain("headline of held-one");
});
