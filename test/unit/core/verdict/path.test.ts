import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CAUSE_IDS, CAUSES, type Cause, type Side } from "../../../../src/core/evidence/causes.ts";
import type { Judgement } from "../../../../src/core/evidence/weigh.ts";
import { pathOf, type Seen } from "../../../../src/core/verdict/path.ts";
import { holds } from "../../../property.ts";

const judged = (cause: Cause, side: Side = CAUSES[cause].side): Judgement => ({
  side,
  cause,
  alternatives: [],
  confidence: 0.98,
  evidence: [],
  openTwins: [],
});
const SEEN: Seen = {
  way: "works",
  answered: true,
  siteAnswers: false,
  isOver: false,
  notThisUser: true,
  gatewayName: "nginx",
};
const UNSEEN: Seen = { ...SEEN, way: "unknown", notThisUser: false };
const LINKS = ["you", "network", "gateway", "site"] as const;
const brokenOf = (path: ReturnType<typeof pathOf>) => LINKS.filter((link) => path[link] === "broken");

const seen: fc.Arbitrary<Seen> = fc.record({
  way: fc.constantFrom("works" as const, "fails" as const, "unknown" as const),
  notThisUser: fc.boolean(),
  answered: fc.boolean(),
  isOver: fc.boolean(),
  siteAnswers: fc.boolean(),
  gatewayName: fc.option(fc.constant("nginx")),
});
const judgement = fc
  .tuple(fc.constantFrom(...CAUSE_IDS), fc.boolean())
  .map(([cause, sure]) => judged(cause, sure ? CAUSES[cause].side : "unsure"));

describe("the path", () => {
  it("marks nothing before there is a verdict", () => {
    expect(pathOf(null, SEEN)).toEqual({
      you: "unknown",
      network: "working",
      gateway: "working",
      site: "unknown",
      gatewayName: "nginx",
    });
  });

  it.each<[Cause, string]>([
    ["origin-down", "site"],
    ["overload", "site"],
    ["maintenance", "site"],
    ["page-only", "site"],
    ["gateway-fault", "gateway"],
    ["stale-cache", "you"],
    ["page-worker", "you"],
    ["cookies", "you"],
    ["captive-portal", "network"],
    ["offline", "network"],
    ["local-proxy", "network"],
  ])("breaks for %s at %s", (cause, link) => {
    expect(brokenOf(pathOf(judged(cause), SEEN))).toEqual([link]);
  });

  it("knows nothing of what lies behind a broken network", () => {
    expect(pathOf(judged("captive-portal"), SEEN)).toMatchObject({ gateway: "unknown", site: "unknown" });
  });

  it("shows the site working where it answered somebody, though it fails here", () => {
    expect(pathOf(judged("stale-cache"), { ...SEEN, siteAnswers: true })).toMatchObject({
      you: "broken",
      site: "working",
    });
  });

  it("shows no broken site once a blip is over", () => {
    expect(brokenOf(pathOf(judged("transient"), { ...SEEN, siteAnswers: true }))).toEqual([]);
    expect(brokenOf(pathOf(judged("transient"), SEEN))).toEqual(["site"]);
  });

  it("shows nothing broken where the verdict tells of the past", () => {
    holds(
      [judgement, seen],
      (given, facts) => {
        if (given.side === "unsure") return;
        expect(brokenOf(pathOf(given, { ...facts, isOver: true }))).toEqual([]);
      },
      { reaches: 0.3 },
    );
  });

  it("leaves your side open while unsure", () => {
    expect(pathOf(judged("origin-down", "unsure"), SEEN)).toMatchObject({ you: "unknown", site: "unknown" });
  });

  it("calls nothing working that nothing has shown to work", () => {
    for (const given of [null, judged("origin-down", "unsure"), judged("origin-down")]) {
      expect(pathOf(given, UNSEEN)).toMatchObject({ you: "unknown", network: "unknown", gateway: "unknown" });
    }
    holds([fc.option(judgement), seen], (given, facts) => {
      const { you, network, gateway, site } = pathOf(given, facts);
      expect(you === "working" && !facts.notThisUser).toBe(false);
      expect(network === "working" && facts.way !== "works").toBe(false);
      expect(gateway === "working" && !(facts.way === "works" && facts.answered)).toBe(false);
      expect(site === "working" && !facts.siteAnswers).toBe(false);
    });
  });

  it("has at most one broken link, and never yours without a verdict against you", () => {
    holds([fc.option(judgement), seen], (given, facts) => {
      const path = pathOf(given, facts);
      expect(brokenOf(path).length).toBeLessThanOrEqual(1);
      expect(path.you === "broken" && given?.side !== "you").toBe(false);
      expect(path.gatewayName).toBe(facts.gatewayName);
    });
  });
});
