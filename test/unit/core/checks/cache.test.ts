import { describe, expect, it } from "vitest";
import { cache } from "../../../../src/core/checks/cache.ts";
import { ELSEWHERE, fails, NOTHING, navigation, ok, PROTECTED, signals, works } from "./given.ts";

const cached = navigation({ source: "browser-cache" });
const judge = (parts: Parameters<typeof signals>[0]) => cache.judge(signals(parts));

describe("cache", () => {
  it.each(["works", "works-past-cache"] as const)(
    "proves a stale copy when a stranger is served past it and so is the tab: %s",
    (reload) => {
      expect(judge({ navigation: cached, anonymous: works, reload })).toMatchObject({
        outcome: "fail",
        evidence: ["cached-error"],
      });
    },
  );

  it.each(["not-tried", "fails"] as const)(
    "only suspects one while nobody but a stranger is served past it, as when accounts are down: %s",
    (reload) => {
      expect(judge({ navigation: cached, anonymous: works, reload })).toMatchObject({
        outcome: "fail",
        evidence: ["cached-and-works-past"],
      });
    },
  );

  it("proves no stale copy by the tab's coming back alone, when a stranger met the error past the cache", () => {
    expect(judge({ navigation: cached, anonymous: fails, reload: "works" })).toMatchObject({
      outcome: "pass",
      evidence: ["cached-but-still-failing"],
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

  it.each(["page-worker", "perhaps-page-worker", "unknown"] as const)(
    "says nothing of what the site's own worker may have given, which looks like the cache's: %s",
    (source) => {
      for (const reload of ["not-tried", "works"] as const) {
        expect(judge({ navigation: navigation({ source }), anonymous: works, reload })).toMatchObject({
          outcome: "inconclusive",
          says: { key: "check_cache_page_worker" },
          evidence: [],
        });
      }
    },
  );

  it("did not answer where the worker handed on what the network gave it", () => {
    expect(judge({ navigation: navigation({ source: "passed-on" }) }).evidence).toEqual(["not-from-cache"]);
  });

  it("does not take going back for a stale copy", () => {
    const back = navigation({ source: "browser-cache", type: "back_forward" });
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
