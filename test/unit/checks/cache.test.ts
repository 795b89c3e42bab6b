import { describe, expect, it } from "vitest";
import { cache } from "../../../src/checks/cache.ts";
import { ELSEWHERE, fails, NOTHING, navigation, ok, PROTECTED, signals, works } from "./given.ts";

const cached = navigation({ fromBrowserCache: true });
const judge = (parts: Parameters<typeof signals>[0]) => cache.judge(signals(parts));

describe("cache", () => {
  it("finds a stale copy when the browser's cache gave the error and the page works past it", () => {
    expect(judge({ navigation: cached, anonymous: works })).toMatchObject({
      outcome: "fail",
      evidence: ["cached-error"],
    });
  });

  it("finds a stale copy when loading the page again brought it back", () => {
    expect(judge({ navigation: cached, anonymous: fails, reload: "works" })).toMatchObject({
      outcome: "fail",
      evidence: ["cached-error"],
    });
  });

  it("is no stale copy when the site gives the same error past the cache", () => {
    expect(judge({ navigation: cached, anonymous: fails })).toMatchObject({
      outcome: "pass",
      evidence: ["cached-but-still-failing"],
    });
  });

  it("is no stale copy when the network gave the page, whatever a stranger is told", () => {
    for (const anonymous of [works, fails]) {
      expect(judge({ navigation: navigation(), anonymous })).toMatchObject({
        outcome: "pass",
        evidence: ["not-from-cache"],
      });
    }
  });

  it("does not take going back for a stale copy", () => {
    const back = navigation({ fromBrowserCache: true, type: "back_forward" });
    expect(judge({ navigation: back, anonymous: works })).toMatchObject({ outcome: "pass" });
  });

  it("knows nothing without the navigation entry", () => {
    expect(judge({ anonymous: works, reload: "works" })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it.each(ELSEWHERE)("settles nothing by %s", (_what, answer) => {
    expect(judge({ navigation: cached, anonymous: ok(answer) })).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });

  it.each(NOTHING)("settles nothing when the request %s", (_what, anonymous) => {
    expect(judge({ navigation: cached, anonymous })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("leaves a protected page alone", () => {
    expect(judge({ incident: PROTECTED, navigation: cached, anonymous: works })).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });
});
