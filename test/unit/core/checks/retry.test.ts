import { describe, expect, it } from "vitest";
import { retry } from "../../../../src/core/checks/retry.ts";
import { notSent } from "../../../../src/core/http/settled.ts";
import { ELSEWHERE, failed, fails, LIMITED, ok, PROTECTED, redirect, response, signals, works } from "./given.ts";

const [limited, refused] = [ok(response(429)), ok(response(403))];

const judge = (parts: Parameters<typeof signals>[0]) => retry.judge(signals(parts));
const throttled = notSent("throttled");

describe("retry", () => {
  it("says that the page keeps failing when every try fails, and counts them all", () => {
    expect(judge({ anonymous: fails, retries: [fails, failed("timeout"), fails] })).toMatchObject({
      outcome: "fail",
      says: { key: "check_retry_fails", args: ["4"] },
      evidence: ["keeps-failing", "failed-at-once"],
    });
  });

  it("says that it works now and then when some tries do, and how many", () => {
    expect(judge({ anonymous: fails, retries: [works, fails, works] })).toMatchObject({
      outcome: "fail",
      says: { key: "check_retry_sometimes", args: ["2", "4"] },
      evidence: ["fails-sometimes"],
    });
  });

  it.each([
    ["works, then fails for good", works, [fails, fails, fails]],
    ["fails once between", works, [works, fails, works]],
    ["fails, works, and fails", fails, [works, works, fails]],
  ] as const)("calls it now and then when an error follows a good answer: it %s", (_what, anonymous, retries) => {
    expect(judge({ anonymous, retries }).evidence).toEqual(["fails-sometimes"]);
  });

  it.each([
    ["at the second try", fails, [works, works, works]],
    ["at the last", fails, [fails, fails, works]],
    ["after a silence", fails, [failed("timeout"), works, works]],
  ] as const)("says that it has come back when no error follows a good answer: %s", (_what, anonymous, retries) => {
    expect(judge({ anonymous, retries })).toMatchObject({
      outcome: "pass",
      says: { key: "check_retry_recovered" },
      evidence: ["recovered-meanwhile"],
    });
  });

  it("says neither once the last of the strangers was turned away", () => {
    for (const last of [limited, refused]) {
      expect(judge({ anonymous: fails, retries: [fails, works, last] })).toMatchObject({
        outcome: "inconclusive",
        evidence: [],
      });
      expect(judge({ anonymous: works, retries: [fails, works, last] }).evidence).toEqual(["fails-sometimes"]);
    }
  });

  it("says that it answers when every try does", () => {
    expect(judge({ anonymous: works, retries: [works, works, works] })).toMatchObject({
      outcome: "pass",
      says: { key: "check_retry_works", args: ["4"] },
      evidence: ["works-anonymously"],
    });
  });

  it.each(["works", "works-past-cache"] as const)("says that the page is back when a reload %s", (reload) => {
    expect(judge({ anonymous: works, retries: [works], reload })).toMatchObject({
      says: { key: "check_retry_back" },
      evidence: ["works-anonymously", "reload-works"],
    });
    expect(judge({ anonymous: fails, retries: [works], reload }).evidence).toContain("reload-works");
    expect(judge({ anonymous: fails, retries: [fails, fails, fails], reload })).toMatchObject({
      outcome: "pass",
      says: { key: "check_retry_back" },
      evidence: expect.arrayContaining(["keeps-failing", "reload-works"]),
    });
    expect(judge({ anonymous: works, retries: [fails], reload }).evidence).toContain("reload-works");
  });

  it.each([
    ["nothing was sent", throttled, [throttled]],
    ["only one request was answered", works, [throttled, throttled]],
    ["only one request failed", fails, [throttled]],
    ["one good answer stands beside a request that brought nothing", works, [works, failed()]],
    ["one request failed and one was sent elsewhere", fails, [ok(redirect)]],
  ] as const)("settles nothing when %s", (_what, anonymous, retries) => {
    expect(judge({ anonymous, retries })).toMatchObject({ outcome: "inconclusive", evidence: [] });
  });

  it("does not count what was not sent", () => {
    expect(judge({ anonymous: fails, retries: [throttled, fails, throttled] })).toMatchObject({
      says: { args: ["2"] },
      evidence: ["failed-again"],
    });
  });

  it.each([
    ["two failures", fails, [fails], "failed-again"],
    ["two failures and a silence", fails, [failed("timeout"), fails], "failed-again"],
    ["three failures", fails, [fails, fails], "keeps-failing"],
    ["four failures", fails, [fails, fails, fails], "keeps-failing"],
  ] as const)("calls %s in a row what they are", (_what, anonymous, retries, evidence) => {
    const finding = judge({ anonymous, retries });
    expect(finding.outcome).toBe("fail");
    expect(finding.evidence[0]).toBe(evidence);
  });

  it.each(ELSEWHERE)("calls %s neither working nor failing", (_what, answer) => {
    expect(judge({ anonymous: ok(answer), retries: [ok(answer), ok(answer)] })).toMatchObject({
      outcome: "inconclusive",
      evidence: [],
    });
  });

  it("does not ask a protected page again, and only sees when it is back", () => {
    expect(judge({ incident: PROTECTED, anonymous: works, retries: [works] })).toMatchObject({
      outcome: "not-applicable",
      evidence: [],
    });
    expect(judge({ incident: PROTECTED, reload: "works" })).toMatchObject({
      outcome: "pass",
      evidence: ["reload-works"],
    });
  });

  it("has no part in a limit, which asking again would prolong, and only sees when it is over", () => {
    const anonymous = ok(response(429));
    expect(judge({ incident: LIMITED, anonymous })).toMatchObject({ outcome: "not-applicable", evidence: [] });
    expect(judge({ incident: LIMITED, anonymous, reload: "works" }).evidence).toEqual(["reload-works"]);
  });

  it("observes the failure of a stranger, and any answer that is not it, also where they give no evidence", () => {
    const observed = (parts: Parameters<typeof signals>[0]) => retry.observe?.(signals(parts));
    for (const [what, answer] of [["a page", response(200)] as const, ...ELSEWHERE]) {
      const isTheFailure = ["a 429", "a challenge"].includes(what);
      for (const incident of [signals().incident, PROTECTED, LIMITED]) {
        const parts = { incident, anonymous: fails, retries: [failed(), ok(answer)] };
        expect(observed(parts), what).toEqual(
          isTheFailure ? ["stranger-failed"] : ["stranger-answered-differently", "stranger-failed"],
        );
      }
    }
    expect(observed({ anonymous: throttled, retries: [failed("timeout"), fails] })).toEqual(["stranger-failed"]);
    expect(observed({ anonymous: throttled, retries: [failed("timeout")] })).toEqual([]);
  });

  it.each(["works", "works-past-cache", "fails"] as const)("observes that the tab was loaded since: %s", (reload) => {
    expect(retry.observe?.(signals({ reload }))).toEqual(["tab-loaded-since"]);
  });
});
