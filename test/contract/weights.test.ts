import { describe, expect, it } from "vitest";
import { CHECKS } from "../../src/core/checks/index.ts";
import { CAUSES } from "../../src/core/evidence/causes.ts";
import { TWINS } from "../../src/core/evidence/twins.ts";
import type { Weight } from "../../src/core/evidence/weight.ts";
import { WEIGHTS } from "../../src/core/evidence/weights.ts";
import { contentOf, filesIn } from "./source-files.ts";

// That causes and evidence exist is proven by the compiler, and that each evidence is ever given by the checks' own tests.
const weights: ReadonlyArray<readonly [id: string, weight: Weight]> = Object.entries(WEIGHTS);
const idsOf = (isSo: (weight: Weight) => boolean) => weights.filter(([, weight]) => isSo(weight)).map(([id]) => id);

describe("weights", () => {
  it("stand for nothing that no check gives", () => {
    const given = new Set<string>(CHECKS.flatMap(({ gives }) => gives));
    expect(weights.map(([id]) => id).filter((id) => !given.has(id))).toEqual([]);
  });

  it("say why, each in its own words, in the comment above it", () => {
    const source = filesIn("src/core/evidence").map(contentOf).join("\n");
    const reasons = new Map(
      [...source.matchAll(/^ {2}\/\*\*((?:(?!\*\/)[\s\S])+)\*\/\n {2}"?([\w-]+)"?: \{/gm)].map(
        ([, why = "", id = ""]) => [id, why.replace(/\s*\n\s*\* ?/g, " ").trim()],
      ),
    );
    const ids = weights.map(([id]) => id);
    expect(ids.filter((id) => !/^[\s\S]{20,}\.$/.test(reasons.get(id) ?? ""))).toEqual([]);
    expect(new Set(ids.map((id) => reasons.get(id))).size).toBe(ids.length);
  });

  it("are decibans that a witness can have", () => {
    const isOdd = (decibans: number) => decibans === 0 || Math.abs(decibans) > 70;
    expect(idsOf(({ weights: given }) => Object.values(given).some(isOdd))).toEqual([]);
  });

  it("name as mechanism a cause of the user's side, for which they speak", () => {
    const accuses = ({ mechanism, weights: given }: Weight) =>
      mechanism === undefined || (CAUSES[mechanism].side === "you" && (given[mechanism] ?? 0) > 0);
    expect(idsOf((weight) => !accuses(weight))).toEqual([]);
  });
});

describe("open questions", () => {
  it("are told of in the docs, each by its id and in the order of the table", () => {
    const twins = /^## Twins$([\s\S]+?)^## /m.exec(contentOf("docs/how-it-decides.md"))?.[1] ?? "";
    const told = [...twins.matchAll(/^- `([a-z-]+)`: /gm)].map(([, id]) => id);
    expect(told).toEqual(TWINS.map(({ id }) => id));
  });
});
