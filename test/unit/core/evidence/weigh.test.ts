import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS, CAUSES, type Cause } from "../../../../src/core/evidence/causes.ts";
import { hasGround } from "../../../../src/core/evidence/claims.ts";
import { OBSERVATIONS, openTwins } from "../../../../src/core/evidence/twins.ts";
import { posterior, weigh } from "../../../../src/core/evidence/weigh.ts";
import type { Weight } from "../../../../src/core/evidence/weight.ts";
import { type EvidenceId, WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import { holds } from "../../../property.ts";

const IDS = Object.keys(WEIGHTS) as EvidenceId[];
const weightOf = (id: EvidenceId): Weight => WEIGHTS[id];
const strength = (id: EvidenceId) => Math.max(...Object.values(weightOf(id).weights).map(Math.abs));
/** Of much evidence some always points at the user; of little, as checks find it, seldom. */
const evidence = fc.oneof(
  fc.subarray(IDS).chain((ids) => fc.shuffledSubarray(ids, { minLength: ids.length })),
  fc.shuffledSubarray(IDS, { maxLength: 5 }),
);
/** Of many observations some always opens a pair of twins; of few, as checks make them, seldom. */
const observations = fc.oneof(fc.subarray([...OBSERVATIONS]), fc.shuffledSubarray([...OBSERVATIONS], { maxLength: 1 }));
const furthest = (one: Record<Cause, number>, other: Record<Cause, number>) =>
  Math.max(...CAUSE_IDS.map((cause) => Math.abs(one[cause] - other[cause])));
const sum = (values: readonly number[]) => values.reduce((total, value) => total + value, 0);

describe("priors", () => {
  it("sum to 1", () => {
    expect(sum(Object.values(CAUSES).map(({ prior }) => prior))).toBeCloseTo(1, 9);
  });

  it("leave the user's side below two in a hundred", () => {
    const you = CAUSE_IDS.filter((cause) => CAUSES[cause].side === "you").map((cause) => CAUSES[cause].prior);
    expect(sum(you)).toBeLessThan(0.02);
  });
});

describe("weights", () => {
  it("each name a cause", () => {
    for (const id of IDS) expect(Object.keys(weightOf(id).weights).length).toBeGreaterThan(0);
  });
});

describe("posterior", () => {
  it("is the prior without evidence", () => {
    for (const cause of CAUSE_IDS) expect(posterior([])[cause]).toBeCloseTo(CAUSES[cause].prior, 9);
  });

  it("sums to 1", () => {
    holds([evidence], (ids) => {
      expect(sum(Object.values(posterior(ids)))).toBeCloseTo(1, 9);
    });
  });

  it("does not depend on the order or repetition of evidence", () => {
    holds([evidence], (ids) => {
      const ordered = posterior(IDS.filter((id) => ids.includes(id)));
      const repeated = posterior([...ids, ...ids]);
      expect(furthest(posterior(ids), ordered)).toBeLessThan(1e-12);
      expect(furthest(repeated, ordered)).toBeLessThan(1e-12);
    });
  });

  it("counts of each group only the strongest", () => {
    holds(
      [evidence],
      (ids) => {
        const before = posterior(ids);
        for (const id of IDS) {
          const rivals = ids.filter((other) => other !== id && weightOf(other).group === weightOf(id).group);
          if (!rivals.some((rival) => strength(rival) > strength(id))) continue;
          expect(furthest(posterior([...ids, id]), before), id).toBeLessThan(1e-12);
        }
      },
      { reaches: 0.6 },
    );
  });

  it("adds ten decibans as a factor of ten to the odds", () => {
    const { weights } = WEIGHTS["announces-maintenance"];
    const odds = (probability: number) => probability / (1 - probability);
    const gain = odds(posterior(["announces-maintenance"]).maintenance) / odds(posterior([]).maintenance);
    expect(10 * Math.log10(gain)).toBeCloseTo(weights.maintenance, 6);
  });
});

describe("weigh", () => {
  it("leans to the server's without any evidence, for so nearly all are, and names it beside none", () => {
    const { side, cause, confidence } = weigh([], []);
    expect({ side, cause: CAUSES[cause].side }).toEqual({ side: "unsure", cause: "server" });
    expect(confidence).toBeGreaterThan(0.95);
    expect(weigh(["keeps-failing"], []).side).toBe("server");
  });

  it("never says `you` without a mechanism for that very cause and near certainty", () => {
    holds(
      [evidence, observations],
      (ids, seen) => {
        const { side, cause, confidence, evidence: decided } = weigh(ids, seen);
        if (side !== "you") return;
        expect(CAUSES[cause].side).toBe("you");
        expect(decided.some((id) => weightOf(id).mechanism === cause)).toBe(true);
        expect(confidence).toBeGreaterThanOrEqual(0.95);
      },
      { reaches: 0.2 },
    );
  });

  it("never says `you` from any evidence without mechanisms", () => {
    const plain = IDS.filter((id) => weightOf(id).mechanism === undefined);
    holds([fc.subarray(plain), observations], (ids, seen) => {
      expect(weigh(ids, seen).side).not.toBe("you");
    });
  });

  it("never says `server` below 0.8 or while twins of two sides are open", () => {
    holds(
      [evidence, observations],
      (ids, seen) => {
        const { side, confidence, openTwins: untold } = weigh(ids, seen);
        if (side !== "server") return;
        expect(untold).toEqual([]);
        expect(openTwins([...ids, ...seen])).toEqual([]);
        expect(confidence).toBeGreaterThanOrEqual(0.8);
        expect(hasGround(ids)).toBe(true);
      },
      { runs: 400, reaches: 0.02 },
    );
  });

  it("names the site without the question that it leaves open with it, on the same evidence", () => {
    const dead: EvidenceId[] = ["says-origin-down", "keeps-failing", "whole-site"];
    expect(weigh(dead, [])).toMatchObject({ side: "server", openTwins: [] });
    expect(weigh(dead, ["stranger-answered-differently"])).toMatchObject({
      side: "unsure",
      cause: "origin-down",
      openTwins: ["recovered-or-only-here"],
    });
  });

  it("gives a confidence from 0 to 1 and evidence strongest first, one of each group", () => {
    holds([evidence, observations], (ids, seen) => {
      const { confidence, evidence: decided } = weigh(ids, seen);
      expect(confidence).toBeGreaterThan(0);
      expect(confidence).toBeLessThanOrEqual(1 + 1e-12);
      const strengths = decided.map(strength);
      expect(strengths).toEqual([...strengths].sort((a, b) => b - a));
      expect(new Set(decided.map((id) => weightOf(id).group)).size).toBe(decided.length);
    });
  });

  it("offers only alternatives of the side it names, never the cause itself", () => {
    holds([evidence, observations], (ids, seen) => {
      const { side, cause, alternatives } = weigh(ids, seen);
      expect(alternatives).not.toContain(cause);
      if (side !== "unsure") for (const other of alternatives) expect(CAUSES[other].side).toBe(side);
    });
  });

  it.each<[string, EvidenceId[], string, string]>([
    ["a dead upstream that stays dead", ["says-origin-down", "keeps-failing", "whole-site"], "server", "origin-down"],
    ["a slow upstream", ["says-origin-slow", "keeps-failing"], "server", "origin-slow"],
    ["an error from the browser's cache", ["cached-error", "works-anonymously", "reload-works"], "you", "stale-cache"],
    [
      "a cached error that only a stranger gets past",
      ["cached-and-works-past", "works-anonymously"],
      "unsure",
      "stale-cache",
    ],
    ["the page's own worker", ["worker-bypassed", "works-anonymously", "reload-works"], "you", "page-worker"],
    ["a worker that only a stranger gets past", ["worker-fails-alone", "works-anonymously"], "unsure", "page-worker"],
    ["a portal", ["portal-answered"], "you", "captive-portal"],
    ["a loopback name", ["runs-here", "status-502"], "you", "own-machine"],
    ["a challenge", ["challenge-page"], "unsure", "bot-check"],
  ])("judges %s", (_what, ids, side, cause) => {
    expect(weigh(ids, [])).toMatchObject({ side, cause });
  });

  it("does not blame cookies for what a dead backend for signed-in users shows as well", () => {
    const twin: EvidenceId[] = ["works-anonymously", "fails-only-with-cookies", "no-page-worker", "not-from-cache"];
    expect(weigh(twin, ["stranger-answered-differently"]).side).toBe("unsure");
    expect(weigh(twin, ["stranger-answered-differently", "tab-loaded-since"]).side).not.toBe("you");
  });
});
