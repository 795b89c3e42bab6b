import { describe, expect, it } from "vitest";
import type { GatewayWord } from "../../../../src/core/gateways/gateway.ts";
import { PROXY_ERRORS, proxyError } from "../../../../src/core/gateways/proxy-status.ts";
import type { ProxyErrorType } from "../../../../src/core/http/proxy-status.ts";

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

describe("an error in the words of Proxy-Status", () => {
  it("knows all 32 error types of RFC 9209", () => {
    expect(TYPES.map(([type]) => type).sort()).toEqual(Object.keys(PROXY_ERRORS).sort());
    expect(TYPES).toHaveLength(32);
  });

  it.each(TYPES)("takes %s for %s", (error, word) => {
    expect(proxyError(header(`edge; error=${error}`))).toEqual(word && { name: "edge", error, word });
  });

  it("believes the hop nearest to the origin that names an error", () => {
    expect(proxyError(header("a, b; error=connection_refused, c; error=http_response_timeout"))).toMatchObject({
      name: "b",
      error: "connection_refused",
    });
  });
});
