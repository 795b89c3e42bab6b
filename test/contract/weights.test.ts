import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/checks/index.ts";
import { CAUSE_IDS } from "../../src/verdict/causes.ts";
import type { Weight } from "../../src/verdict/weight.ts";
import { WEIGHTS } from "../../src/verdict/weights.ts";
import { holds } from "../property.ts";
import { anySignals } from "../unit/checks/random.ts";
import { codeOf } from "./source-files.ts";

const IDS = Object.keys(WEIGHTS);
const weights: ReadonlyArray<readonly [string, Weight]> = Object.entries(WEIGHTS);
const checks = CHECKS.map(({ id }) => codeOf(`src/checks/${id}.ts`)).join("\n");

describe("weights", () => {
  it("stand for every piece of evidence that a check gives", () => {
    holds([anySignals], (given) => {
      for (const check of CHECKS) for (const id of check.judge(given).evidence) expect(IDS).toContain(id);
    });
  });

  it.each(IDS)("stand for nothing that no check gives: %s", (id) => {
    expect(checks).toContain(`"${id}"`);
  });

  it.each(weights)("say why: %s", (_id, { reason }) => {
    expect(reason.length).toBeGreaterThanOrEqual(20);
  });

  it.each(weights)(
    "speak of known causes, in decibans that a witness can have: %s",
    (_id, { weights: given, mechanism }) => {
      for (const [cause, decibans] of Object.entries(given)) {
        expect(CAUSE_IDS).toContain(cause);
        expect(decibans).not.toBe(0);
        expect(Math.abs(decibans)).toBeLessThanOrEqual(70);
      }
      if (mechanism !== undefined) expect(CAUSE_IDS).toContain(mechanism);
    },
  );

  it("have no two reasons alike", () => {
    expect(new Set(weights.map(([, { reason }]) => reason)).size).toBe(weights.length);
  });
});
