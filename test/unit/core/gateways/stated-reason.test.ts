import { describe, expect, it } from "vitest";
import { statedReason } from "../../../../src/core/gateways/stated-reason.ts";

describe("a stated reason", () => {
  it.each([
    ["certificate has expired", "misconfigured"],
    ["Upstream Certificate Untrusted", "misconfigured"],
    ["unable to get local issuer certificate", "misconfigured"],
    ["SSL handshake error", "misconfigured"],
    ["x509: certificate signed by unknown authority", "misconfigured"],
    ["DNS failure", "name-not-found"],
    ["DNS look up failed", "name-not-found"],
    ["java.net.UnknownHostException: shop.example", "name-not-found"],
    ["getaddrinfo ENOTFOUND shop.example", "name-not-found"],
    ["dial tcp: lookup shop.example: no such host", "name-not-found"],
    ["Could not resolve host: shop.example", "name-not-found"],
    ["Temporary failure in name resolution", "name-not-found"],
    ["502 Proxy Error. The host was not found. (11001)", "name-not-found"],
    ["backend.max_conn reached", "overload"],
    ["Loop detected", "misconfigured"],
    ["No healthy IP available for the backend", "origin-down"],
    ["Backend unavailable, connection timeout", "origin-down"],
    ["Fail to connect", "origin-down"],
    ["connect ECONNREFUSED 10.0.0.1:80", "origin-down"],
    ["The application is still starting", "origin-down"],
    ["first byte timeout", "origin-slow"],
    ["context deadline exceeded", "origin-slow"],
    ["Zero size object", "origin-invalid"],
    ["malformed response", "origin-invalid"],
    ["read ECONNRESET", "no-valid-answer"],
    ["socket hang up", "no-valid-answer"],
    ["backend read error", "no-valid-answer"],
  ] as const)("is read by what it speaks of: %s", (text, word) => {
    expect(statedReason(text)).toBe(word);
  });

  it.each([
    "Service Unavailable",
    "503 Service Temporarily Unavailable",
    "Bad Gateway",
    "Back soon",
    "We are closed",
    "This site is down for maintenance",
    "We are working to resolve the issue",
    "Something went wrong",
    "",
  ])("is not read out of: %s", (text) => {
    expect(statedReason(text)).toBeNull();
  });
});
