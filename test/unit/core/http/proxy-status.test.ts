import fc from "fast-check";
import { describe, expect, it } from "vitest";
import type { GatewayWord } from "../../../../src/core/gateways/gateway.ts";
import {
  PROXY_ERRORS,
  type ProxyErrorType,
  parseProxyStatus,
  proxyError,
} from "../../../../src/core/http/proxy-status.ts";
import { holds } from "../../../property.ts";

const header = (...values: string[]) => values.map((value) => ["proxy-status", value] as const);

/** RFC 9209 section 2.3, every type. */
const TYPES: ReadonlyArray<readonly [ProxyErrorType, GatewayWord | null]> = [
  ["dns_timeout", "misconfigured"],
  ["dns_error", "misconfigured"],
  ["destination_not_found", "misconfigured"],
  ["destination_unavailable", "origin-down"],
  ["destination_ip_prohibited", "misconfigured"],
  ["destination_ip_unroutable", "misconfigured"],
  ["connection_refused", "origin-down"],
  ["connection_terminated", "no-valid-answer"],
  ["connection_timeout", "origin-down"],
  ["connection_read_timeout", "origin-slow"],
  ["connection_write_timeout", "origin-slow"],
  ["connection_limit_reached", "overload"],
  ["tls_protocol_error", "misconfigured"],
  ["tls_certificate_error", "misconfigured"],
  ["tls_alert_received", "misconfigured"],
  ["http_request_error", null],
  ["http_request_denied", "blocked"],
  ["http_response_incomplete", "origin-invalid"],
  ["http_response_header_section_size", "origin-invalid"],
  ["http_response_header_size", "origin-invalid"],
  ["http_response_body_size", "origin-invalid"],
  ["http_response_trailer_section_size", "origin-invalid"],
  ["http_response_trailer_size", "origin-invalid"],
  ["http_response_transfer_coding", "origin-invalid"],
  ["http_response_content_coding", "origin-invalid"],
  ["http_response_timeout", "origin-slow"],
  ["http_upgrade_failed", "origin-invalid"],
  ["http_protocol_error", "origin-invalid"],
  ["proxy_internal_response", "unavailable"],
  ["proxy_internal_error", "gateway-fault"],
  ["proxy_configuration_error", "misconfigured"],
  ["proxy_loop_detected", "misconfigured"],
];

describe("Proxy-Status", () => {
  it("knows all 32 error types of RFC 9209", () => {
    expect(TYPES.map(([type]) => type).sort()).toEqual(Object.keys(PROXY_ERRORS).sort());
    expect(TYPES).toHaveLength(32);
  });

  it.each(TYPES)("takes %s for %s", (error, word) => {
    expect(proxyError(header(`edge; error=${error}`))).toEqual(word && { name: "edge", error, word });
  });

  it("lists hops in order, the origin's side first", () => {
    expect(
      parseProxyStatus(
        header('revproxy1.example.net; received-status=502, "Some CDN"; error=connection_refused; details="no luck"'),
      ),
    ).toEqual([
      { name: "revproxy1.example.net", receivedStatus: 502 },
      { name: "Some CDN", error: "connection_refused", details: "no luck" },
    ]);
  });

  it("joins repeated fields", () => {
    expect(parseProxyStatus(header("a", "b")).map(({ name }) => name)).toEqual(["a", "b"]);
  });

  it("believes the hop nearest to the origin that names an error", () => {
    expect(proxyError(header("a, b; error=connection_refused, c; error=http_response_timeout"))).toMatchObject({
      name: "b",
      error: "connection_refused",
    });
  });

  it.each([
    ["nothing", []],
    ["an empty field", header("")],
    ["half a field", header("a; error=")],
    ["a trailing comma", header("a; error=dns_error,")],
    ["another syntax", header("error: connection_refused")],
    ["a number for a name", header("12; error=dns_error")],
    ["an inner list for a name", header("(a b); error=dns_error")],
    ["an error that nobody registered", header("a; error=gremlins")],
    ["a name of every object's", header("a; error=constructor")],
    ["too much", header(`a; error=dns_error; details="${"x".repeat(9_000)}"`)],
  ])("hears nothing in %s", (_what, headers) => {
    expect(proxyError(headers)).toBeNull();
  });

  it("makes names fit to be shown", () => {
    expect(parseProxyStatus(header(`"<b>${"x".repeat(100)}"`))[0]?.name).toBe(`b ${"x".repeat(58)}`);
  });

  it("never throws and never names more than 20 hops", () => {
    holds(
      [fc.array(fc.oneof(fc.string(), fc.constantFrom("a; error=dns_error", "a, b", '"', "(")), { maxLength: 30 })],
      (values) => {
        expect(parseProxyStatus(header(...values)).length).toBeLessThanOrEqual(20);
        proxyError(header(...values));
      },
    );
    expect(parseProxyStatus(header("a, ".repeat(100)))).toEqual([]);
    expect(parseProxyStatus(header(`${"a, ".repeat(100)}a`))).toHaveLength(20);
  });
});
