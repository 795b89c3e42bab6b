import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { finalSide, type Outlook } from "../../../../src/core/evidence/final-side.ts";
import { OBSERVATIONS, type Sign } from "../../../../src/core/evidence/twins.ts";
import { posterior, weigh } from "../../../../src/core/evidence/weigh.ts";
import { type EvidenceId, WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import { holds } from "../../../property.ts";

const EVIDENCE = Object.keys(WEIGHTS) as EvidenceId[];
const isEvidence = (sign: Sign): sign is EvidenceId => sign in WEIGHTS;
const isObservation = (sign: Sign): sign is (typeof OBSERVATIONS)[number] => !isEvidence(sign);
const weighed = (signs: readonly Sign[]) => weigh(signs.filter(isEvidence), signs.filter(isObservation));

const SAID: readonly Sign[] = ["says-origin-down", "fails-without-cookies"];
const DOWN: readonly Sign[] = ["answered-over-https", ...SAID];
const signs = (most: number) =>
  fc.uniqueArray(
    fc.oneof({ weight: 9, arbitrary: fc.constantFrom<Sign>(...EVIDENCE) }, fc.constantFrom<Sign>(...OBSERVATIONS)),
    {
      maxLength: most,
    },
  );
/** Likely and unlikely, with some of what may come. */
const anyOutlook = fc
  .tuple(
    fc.oneof(fc.constant(DOWN), fc.constant<readonly Sign[]>([])),
    signs(5),
    signs(8),
    fc.array(fc.boolean(), { minLength: 8, maxLength: 8 }),
  )
  .map(([likely, more, possible, comes]) => ({
    certain: [...likely, ...more],
    possible,
    coming: possible.filter((_sign, index) => comes[index]),
  }));

describe("a side is final", () => {
  it.each<[what: string, outlook: Outlook, side: string | null]>([
    ["when nothing is to come: the site's", { certain: DOWN, possible: [] }, "server"],
    ["when what is to come fits it", { certain: DOWN, possible: ["keeps-failing", "whole-site"] }, "server"],
    ["when what is to come weighs less than what is there", { certain: DOWN, possible: ["status-502"] }, "server"],
    ["when nothing is to come: the user's", { certain: ["portal-answered", "status-511"], possible: [] }, "you"],
    ["not when what is to come may outweigh it", { certain: SAID, possible: ["same-writer-of-unrelated-page"] }, null],
    [
      "when that counts for nothing beside what is there",
      { certain: DOWN, possible: ["same-writer-of-unrelated-page"] },
      "server",
    ],
    ["not when a twin is open", { certain: [...DOWN, "stranger-answered-differently"], possible: [] }, null],
    ["not when a twin may be opened", { certain: DOWN, possible: ["stranger-answered-differently"] }, null],
    [
      "not when a twin is open that may yet be settled",
      { certain: [...DOWN, "stranger-answered-differently"], possible: ["tab-loaded-since"] },
      null,
    ],
    [
      "when a twin that may be opened is settled already",
      { certain: [...DOWN, "strangers-met-it-too"], possible: ["stranger-answered-differently"] },
      "server",
    ],
    ["not on the user's side without a mechanism", { certain: ["status-511"], possible: [] }, null],
    [
      "not on the user's side when its mechanism may be outdone by what is none",
      { certain: ["nobody-answered-past-portal", "status-511"], possible: ["nobody-answered", "online"] },
      null,
    ],
    ["never when unsure", { certain: ["challenge-page"], possible: [] }, null],
  ])("%s", (_what, outlook, side) => {
    expect(finalSide(outlook)?.side ?? null).toBe(side);
  });

  it("only if the judgement names it whatever comes, with no less confidence", () => {
    holds(
      [anyOutlook],
      ({ certain, possible, coming }) => {
        const final = finalSide({ certain, possible });
        if (final === null) return;
        const then = weighed([...certain, ...coming]);
        expect(then.side).toBe(final.side);
        expect(then.confidence).toBeGreaterThanOrEqual(final.confidence - 1e-9);
      },
      { runs: 2_000, reaches: 0.1 },
    );
  });

  it("if nothing is to come and the judgement names it, unless two causes are just as likely", () => {
    holds(
      [anyOutlook],
      ({ certain }) => {
        const [first = 0, second = 0] = Object.values(posterior(certain.filter(isEvidence))).sort((a, b) => b - a);
        if (first - second < 1e-9) return;
        const now = weighed(certain);
        const final = finalSide({ certain, possible: [] });
        expect(final?.side ?? "unsure").toBe(now.side);
        if (final) expect(final.confidence).toBeCloseTo(now.confidence, 9);
      },
      { runs: 1_000, reaches: 0.9 },
    );
  });
});
