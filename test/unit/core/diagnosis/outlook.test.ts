import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { CHECKS, judge, observe } from "../../../../src/core/checks/index.ts";
import { outlookOn } from "../../../../src/core/diagnosis/outlook.ts";
import { isAsking } from "../../../../src/core/diagnosis/state.ts";
import { type MayCome, whatMayCome } from "../../../../src/core/diagnosis/what-may-come.ts";
import type { Signals } from "../../../../src/core/incident/signals.ts";
import { holds } from "../../../property.ts";
import { fails, navigation, ok, page, redirect, signals, works } from "../checks/given.ts";
import { anySignals } from "../checks/random.ts";
import { incident, lastOf, play, replyFrom, type World } from "./given.ts";

const signsOf = (given: Signals): string[] => [
  ...CHECKS.flatMap((check) => judge(check, given).evidence),
  ...observe(CHECKS, given),
];

/** A site in trouble, of which the page and a stranger's answer are known. */
const GIVEN = signals({ navigation: navigation(), page: page(), anonymous: fails, retries: [fails] });
const onRoot = outlookOn(GIVEN, { root: [fails, works, ok(redirect)] });

describe("what a check can come to", () => {
  it("is what it finds where nothing is outstanding", () => {
    const { certain, possible } = outlookOn(GIVEN, {});
    expect([...certain].sort()).toEqual(signsOf(GIVEN).sort());
    expect(possible).toEqual([]);
  });

  it("is certain where each answer brings it, and possible where one does", () => {
    expect(onRoot.certain).toContain("fails-without-cookies");
    expect(onRoot.certain).toContain("answered-over-https");
    expect([...onRoot.possible].sort()).toEqual(["only-this-page", "stranger-failed", "whole-site"]);
  });

  it.each<[what: string, mayCome: MayCome]>([
    ["that it names where an answer may be anything", { root: "anything" }],
    ["that it names where there are too many ways to try", { root: Array.from({ length: 251 }, () => fails) }],
  ])("is all %s", (_what, mayCome) => {
    const { certain, possible } = outlookOn(GIVEN, mayCome);
    expect(possible).toEqual(expect.arrayContaining(["only-this-page", "whole-site", "runs-here"]));
    expect(certain).toContain("fails-without-cookies");
    expect(certain).not.toContain("answered-over-https");
  });

  it("knows that a front page may yet come past a portal", () => {
    const url = "http://shop.example/cart";
    const plain = { url, status: 503, method: "POST", navigation: navigation({ status: 503 }) } as const;
    const answer = {
      kind: "response",
      url,
      status: 200,
      headers: [],
      body: "<h1>Wi-Fi</h1>",
      truncated: false,
    } as const;
    const says = { page: page(), connectivity: ok("captive-portal" as const) };
    const portal = { ...answer, url: "http://www.gstatic.com/generate_204" };
    const given = signals({ ...says, impostorAnswer: portal });
    const world: World = (question, times) =>
      question.of === "front-page" ? null : { after: 40, reply: replyFrom(given, question, times) };
    const check = play(incident(plain), world)
      .map(({ after }) => after)
      .find((one) => isAsking(one) && one.known.has("connectivity"));
    if (!check || !isAsking(check)) throw new Error("the way was never known while it asked");
    const { possible } = outlookOn(check.signals, whatMayCome(check));
    expect(possible).toEqual(expect.arrayContaining(["portal-may-stand-between", "portal-at-one-address"]));
  });

  it("holds what it comes to in the end, however the rest is answered", () => {
    const anyPlay = fc.tuple(anySignals, fc.infiniteStream(fc.option(fc.nat(3_000), { freq: 30 })));
    holds(
      [anyPlay],
      ([given, waits]) => {
        const world: World = (question, times) => {
          const after = waits.next().value as number | null;
          const reply =
            question.of === "plan"
              ? ({ to: "plan", reload: given.reload } as const)
              : replyFrom(given, question, times);
          return after === null ? null : { after, reply };
        };
        const { url, status } = given.incident;
        const moments = play(incident({ url, status, navigation: given.navigation }), world);
        const checks = moments.map(({ after }) => after);
        const end = checks.find(({ state }) => state.name === "judged") ?? lastOf(moments);
        const found = signsOf(end.signals);
        for (const check of checks.filter(isAsking)) {
          const { certain, possible } = outlookOn(check.signals, whatMayCome(check));
          expect(found).toEqual(expect.arrayContaining([...certain]));
          expect([...certain, ...possible]).toEqual(expect.arrayContaining(found));
        }
      },
      { runs: 25 },
    );
  });
});
