import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECKS } from "../../../../src/core/checks/index.ts";
import { mostTellingFirst, valueOfInformation } from "../../../../src/core/evidence/value-of-information.ts";
import { type EvidenceId, WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import { holds } from "../../../property.ts";

const checkOf = (wanted: string) => {
  const found = CHECKS.find(({ id }) => id === wanted);
  if (!found) throw new Error(`no check ${wanted}`);
  return found;
};
const value = (evidence: readonly EvidenceId[], id: string) => valueOfInformation(evidence, checkOf(id).gives);

describe("what a question is worth", () => {
  it("is nothing when there is nothing to learn", () => {
    expect(valueOfInformation([], [])).toBe(0);
    expect(valueOfInformation(["online"], ["online"])).toBe(0);
  });

  it("falls for the rest once the answer is plain", () => {
    const known: EvidenceId[] = ["says-origin-down", "fails-without-cookies", "answered-over-https"];
    for (const id of ["retry", "site-or-page", "status-page"]) {
      expect(value(known, id)).toBeLessThan(value(["status-502"], id) / 5);
    }
  });

  it("rises for cookies once a stranger is served", () => {
    expect(value(["works-anonymously"], "cookies")).toBeGreaterThan(3 * value(["status-502"], "cookies"));
  });

  it("falls for the connection once the error has come over https", () => {
    expect(value(["answered-over-https"], "connection")).toBeLessThan(value([], "connection") / 5);
  });

  it("is never negative nor infinite, whatever is known", () => {
    const ids = Object.keys(WEIGHTS) as EvidenceId[];
    holds([fc.uniqueArray(fc.constantFrom(...ids), { maxLength: 6 }), fc.constantFrom(...CHECKS)], (known, check) => {
      const found = valueOfInformation(known, check.gives);
      expect(found).toBeGreaterThanOrEqual(0);
      expect(Number.isFinite(found)).toBe(true);
    });
  });
});

describe("the most telling questions first", () => {
  it("puts who wrote the page before all, and keeps every question once", () => {
    const ordered = mostTellingFirst(["status-502"], CHECKS);
    expect(ordered[0]?.id).toBe("gateway");
    expect(ordered.map(({ id }) => id).sort()).toEqual(CHECKS.map(({ id }) => id).sort());
  });

  it("keeps the order of questions that are worth the same", () => {
    const equal = [
      { id: "a", gives: [] },
      { id: "b", gives: [] },
    ] as const;
    expect(mostTellingFirst([], equal)).toEqual(equal);
  });
});
