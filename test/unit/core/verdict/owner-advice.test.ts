import { describe, expect, it } from "vitest";
import { adviceFor } from "../../../../src/core/verdict/owner-advice.ts";
import type { CheckView } from "../../../../src/core/verdict/view.ts";
import type { VerdictView } from "../../../../src/core/verdict/words.ts";
import { EXAMPLE } from "../report/example.ts";

const keysFor = (over: Partial<VerdictView>, view: Partial<CheckView> = {}) =>
  adviceFor({ ...EXAMPLE, ...view, verdict: EXAMPLE.verdict && { ...EXAMPLE.verdict, ...over } }).map(({ key }) => key);

describe("the advice for whoever runs the site", () => {
  it("follows from the verdict and from what the gateway said", () => {
    expect(keysFor({})).toContain("owner_nginx_refused");
    const details = { ...EXAMPLE.details, gatewayWord: "origin-slow" } as const;
    expect(keysFor({ cause: "origin-slow" }, { details })).toContain("owner_nginx_timed_out");
  });

  it("waits for a verdict", () => {
    expect(adviceFor({ ...EXAMPLE, verdict: null })).toEqual([]);
  });

  it("is given while unsure only where the verdict leans to the site", () => {
    expect(keysFor({ side: "unsure", confidence: 0.6 })).not.toEqual([]);
    expect(keysFor({ side: "unsure", confidence: 0.59 })).toEqual([]);
    expect(keysFor({ side: "unsure", cause: "unknown", confidence: 0.9 })).toEqual([]);
  });

  it.each(["cookies", "signed-in", "stale-cache", "page-worker", "blocked-address", "own-machine"] as const)(
    "is given however sure it is where both sides have a hand in it: %s",
    (cause) => {
      expect(keysFor({ side: "unsure", cause, confidence: 0.3 })).not.toEqual([]);
    },
  );

  it.each(["bot-check", "offline", "captive-portal", "local-proxy"] as const)("is not given for %s", (cause) => {
    expect(keysFor({ side: "you", cause, confidence: 0.99 })).toEqual([]);
    expect(keysFor({ side: "unsure", cause, confidence: 0.99 })).toEqual([]);
  });

  it("does without what a view of another version lacks", () => {
    const { gatewayFamily: _, gatewayWord: __, ...details } = EXAMPLE.details;
    expect(keysFor({}, { details: details as CheckView["details"] })).toContain("owner_origin_down_listening");
  });
});
