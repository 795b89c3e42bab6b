import { describe, expect, it } from "vitest";
import { cookies } from "../../../../src/core/checks/cookies.ts";
import { WEIGHTS } from "../../../../src/core/evidence/weights.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import {
  ELSEWHERE,
  fails,
  LIMITED,
  NOTHING,
  navigation,
  ok,
  PROTECTED,
  page,
  redirect,
  response,
  signals,
  works,
} from "./given.ts";

const judge = (parts: Parameters<typeof signals>[0]) => cookies.judge(signals(parts));
const large = page({ cookieBytes: 8_000 });
const small = page({ cookieBytes: 7_999 });

describe("cookies", () => {
  it("make no difference when a stranger's request fails too", () => {
    expect(judge({ anonymous: fails, page: large, reload: "fails" })).toMatchObject({
      outcome: "pass",
      evidence: ["fails-without-cookies"],
    });
  });

  it("make no difference when the tab works again with them", () => {
    expect(judge({ anonymous: works, page: large, reload: "works" })).toMatchObject({ outcome: "pass", evidence: [] });
  });

  it("stay in question until the tab has been loaded again", () => {
    expect(judge({ anonymous: works, page: small })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("are found to matter when the tab fails again while a stranger is served", () => {
    expect(judge({ anonymous: works, page: small, reload: "fails" })).toMatchObject({
      outcome: "fail",
      says: { key: "check_cookies_only_with" },
      evidence: ["fails-only-with-cookies"],
    });
  });

  it("give a mechanism only by their size", () => {
    expect(judge({ anonymous: works, page: large, reload: "fails" })).toMatchObject({
      outcome: "fail",
      says: { key: "check_cookies_oversized" },
      evidence: ["oversized-cookies", "fails-only-with-cookies"],
    });
  });

  it("are a hint and no mechanism beside a page that is no refusal of a header", () => {
    const slow = navigation({ waited: 20_000 });
    const finding = judge({ anonymous: works, navigation: slow, page: large, reload: "fails" });
    expect(finding).toMatchObject({
      outcome: "fail",
      says: { key: "check_cookies_only_with" },
      evidence: ["oversized-cookies-beside-other-failure", "fails-only-with-cookies"],
    });
    expect(WEIGHTS["oversized-cookies-beside-other-failure"]).not.toHaveProperty("mechanism");
  });

  it.each([
    ["there is no navigation entry", null],
    ["the site's worker may have handed it on", navigation({ source: "perhaps-page-worker", waited: 20_000 })],
    ["a sandboxed document does not tell who gave it", navigation({ source: "unknown", waited: 20_000 })],
  ])("give a mechanism where the wait is unknown, since %s", (_why, unknown) => {
    expect(judge({ anonymous: works, navigation: unknown, page: large, reload: "fails" }).evidence).toEqual([
      "oversized-cookies",
      "fails-only-with-cookies",
    ]);
  });

  it("are not spoken of on a protected page that is no refusal of a header", () => {
    const incident = { ...PROTECTED, status: 504 };
    expect(judge({ incident, page: large })).toMatchObject({ outcome: "not-applicable", evidence: [] });
  });

  it("give no size where the page could not be read", () => {
    expect(judge({ anonymous: works, page: notSent("forbidden"), reload: "fails" }).evidence).toEqual([
      "fails-only-with-cookies",
    ]);
  });

  it.each(ELSEWHERE)("are never judged by %s", (_what, answer) => {
    for (const reload of ["not-tried", "fails", "works"] as const) {
      const finding = judge({ anonymous: ok(answer), page: large, reload });
      expect(finding.outcome).toBe("inconclusive");
      expect(finding.evidence).not.toContain("oversized-cookies");
      expect(finding.evidence).not.toContain("fails-only-with-cookies");
    }
  });

  it("hint at the account when a stranger is sent elsewhere, unless the tab works again", () => {
    const anonymous = ok(redirect);
    expect(judge({ anonymous }).evidence).toEqual(["stranger-redirected"]);
    expect(judge({ anonymous, reload: "fails" }).evidence).toEqual(["stranger-redirected-while-failing"]);
    expect(judge({ anonymous, reload: "works" }).evidence).toEqual([]);
  });

  it("stay open beside a shared cache's copy, more so when the tab fails after it", () => {
    const anonymous = ok(response(200, { "x-cache": "HIT" }));
    expect(judge({ anonymous })).toMatchObject({ says: { key: "check_cookies_shared_cache" }, evidence: [] });
    expect(judge({ anonymous, reload: "fails" }).evidence).toEqual(["stranger-served-by-shared-cache"]);
  });

  it.each(NOTHING)("are not judged when the request %s", (_what, anonymous) => {
    expect(judge({ anonymous, page: large, reload: "fails" })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("do not matter to a limit that meets a stranger too", () => {
    expect(judge({ incident: LIMITED, anonymous: ok(response(429)), page: large })).toMatchObject({
      outcome: "pass",
      evidence: ["limited-without-cookies"],
    });
  });

  it.each([
    ["not-tried", "inconclusive", ["limit-spares-strangers"]],
    ["fails", "fail", ["limited-only-with-cookies"]],
    ["works", "pass", ["limit-spares-strangers"]],
  ] as const)("may be what a limit counts where a stranger is served, reload: %s", (reload, outcome, evidence) => {
    const finding = judge({ incident: LIMITED, anonymous: works, page: large, reload });
    expect(finding).toMatchObject({ outcome, evidence });
  });

  it("are not judged by any other answer during a limit", () => {
    for (const answer of [response(403), response(502), redirect]) {
      expect(judge({ incident: LIMITED, anonymous: ok(answer) })).toMatchObject({
        outcome: "inconclusive",
        evidence: [],
      });
    }
  });

  it("are not tested on a protected page", () => {
    expect(judge({ incident: PROTECTED, anonymous: works, page: small, reload: "fails" })).toMatchObject({
      outcome: "not-applicable",
      evidence: [],
    });
  });

  it("are seen on a protected page where they have grown too large, which shows no more than that", () => {
    const { outcome, evidence } = judge({ incident: PROTECTED, anonymous: works, page: large, reload: "fails" });
    expect(outcome).toBe("inconclusive");
    expect(evidence).toEqual(["oversized-cookies-untried"]);
    expect(WEIGHTS["oversized-cookies-untried"]).not.toHaveProperty("mechanism");
  });
});
