import fc from "fast-check";
import { describe, expect, it } from "vitest";
import { recognise } from "../../../../src/core/gateways/index.ts";
import { wordOfReason } from "../../../../src/core/gateways/reasons.ts";
import { holds } from "../../../property.ts";
import { HR, nginxPage, sample } from "./samples.ts";

describe("a reason in words", () => {
  it.each([
    ["connection refused", "origin-down"],
    ["ECONNREFUSED Connection Refused", "origin-down"],
    ["ConnectionRefused", "origin-down"],
    ["connect_timeout", "origin-down"],
    ["dial tcp 10.0.0.7:80: connect: no route to host", "origin-down"],
    ["no healthy upstream", "origin-down"],
    ["no_healthy_upstream", "origin-down"],
    ["No healthy IP available for the backend", "origin-down"],
    ["all backends are down", "origin-down"],
    ["NoActiveTargets", "origin-down"],
    ["no such host", "name-not-found"],
    ["could not resolve host", "name-not-found"],
    ["x509: certificate has expired", "misconfigured"],
    ["SSL_HANDSHAKE_FAILED", "misconfigured"],
    ["unknown_route", "misconfigured"],
    ["upstream timed out", "origin-slow"],
    ["context deadline exceeded", "origin-slow"],
    ["i/o timeout", "origin-slow"],
    ["rate limit exceeded", "overload"],
    ["too many connections", "overload"],
    ["ConcurrencyLimitReached", "overload"],
    ["unexpected EOF", "no-valid-answer"],
    ["socket hang up", "no-valid-answer"],
    ["upstream prematurely closed connection", "no-valid-answer"],
    ["circuit open", "no-valid-answer"],
    ["UnhandledException", "no-valid-answer"],
    ["malformed HTTP response", "origin-invalid"],
    ["HttpProtocolError", "origin-invalid"],
    ["IP_BLOCKED", "blocked"],
    ["geo_blocked", "blocked"],
    ["ClientBanned", "blocked"],
    ["denied by WAF", "blocked"],
    ["request blocked by security policy", "blocked"],
  ] as const)("means something: %s is %s", (text, word) => {
    expect(wordOfReason(text)).toBe(word);
  });

  it.each([
    "",
    "true",
    "0",
    "none",
    "internal error",
    "Service Unavailable",
    "502",
    "upstream",
    "a1b2c3",
    "see the log",
    "access denied for user shop",
    "DatabaseAccessDenied",
    "access denied to bucket assets",
    "request blocked waiting for a worker",
    "rejected by retry policy",
    "thread blocked",
  ])("means nothing: %j", (text) => {
    expect(wordOfReason(text)).toBeNull();
  });

  it("reads any text without a throw", () => {
    holds([fc.string()], (text) => {
      expect(() => wordOfReason(text)).not.toThrow();
    });
  });
});

describe("a reason in a field", () => {
  const failFast = { "l5d-proxy-error": "service in fail-fast" };

  it("goes before a gateway that passed the answer on", () => {
    const page = sample(504, "", { server: "envoy", "x-envoy-upstream-service-time": "3001", ...failFast });
    expect(recognise([page])).toMatchObject({
      product: "Linkerd",
      word: "origin-down",
      detail: "service in fail-fast",
    });
  });

  it("is shown as the details", () => {
    const page = sample(502, "", { "x-proxy-error": "Connection refused (os error 111)" });
    expect(recognise([page])).toMatchObject({ product: null, weak: true, detail: "Connection refused (os error 111)" });
  });

  it("of nobody's gives way to a page whose writer is known", () => {
    const page = sample(502, nginxPage("502 Bad Gateway", HR), { "x-error": "Connection refused" });
    expect(recognise([page])).toMatchObject({ product: "nginx", word: "no-valid-answer" });
  });

  it.each([
    ["a count", { "x-error-count": "3" }],
    ["a flag", { "x-error": "true" }],
    ["a site that is not under maintenance", { "x-maintenance-mode": "0" }],
    ["work that is to come", { "x-maintenance-window": "true" }],
    ["nobody who was refused", { "x-blocked-by": "" }],
    ["nobody who was refused, in a word", { "x-blocked-by": "none" }],
    ["no reason to refuse", { "x-deny-reason": "0" }],
    ["no block", { "x-block-reason": "-" }],
    ["a firewall that let it pass", { "x-waf-action": "allow" }],
    ["a firewall that only looks", { "x-firewall-action": "monitor" }],
    ["an act of nobody who guards", { "x-frame-options": "DENY" }],
    ["an act of a cache's", { "x-cache-action": "drop" }],
    ["a counter with something left", { "x-ratelimit-remaining": "10", "retry-after": "30" }],
    ["a policy for reports", { nel: '{"report_to":"timeout"}', "report-to": "connection refused" }],
    ["a reason for something else", { "x-robots-reason": "connection refused" }],
  ])("is not read out of %s", (_what, headers: Record<string, string>) => {
    expect(recognise([sample(502, "", headers)])).toBeNull();
  });

  it.each([
    ["a counter that is spent, without a wait", 503, { "x-ratelimit-remaining": "0" }],
    ["a counter that is spent beside a failure", 502, { ratelimit: '"default";r=0;t=30' }],
    ["a standard's counter with something left", 503, { ratelimit: '"default";r=50;t=30' }],
    ["the policy by which is counted", 503, { "ratelimit-policy": '"default";q=0;w=60;r=0' }],
  ])("is not read out of %s", (_what, status, headers: Record<string, string>) => {
    expect(recognise([sample(status, "", headers)])).toBeNull();
  });
});
