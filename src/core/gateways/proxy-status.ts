import type { HeaderList } from "../http/fields.ts";
import { type ProxyErrorType, parseProxyStatus } from "../http/proxy-status.ts";
import type { GatewayWord } from "./gateway.ts";
import type { FamilyNotes } from "./note.ts";

/** What each error type of RFC 9209 section 2.3 says of the hop behind the one that reports it; null: nothing of that. */
export const PROXY_ERRORS = {
  dns_timeout: "misconfigured",
  dns_error: "misconfigured",
  destination_not_found: "misconfigured",
  destination_unavailable: "origin-down",
  destination_ip_prohibited: "misconfigured",
  destination_ip_unroutable: "misconfigured",
  connection_refused: "origin-down",
  connection_terminated: "no-valid-answer",
  // Nobody took the connection: off, filtered or drowned.
  connection_timeout: "origin-down",
  connection_read_timeout: "origin-slow",
  connection_write_timeout: "origin-slow",
  connection_limit_reached: "overload",
  tls_protocol_error: "misconfigured",
  tls_certificate_error: "misconfigured",
  tls_alert_received: "misconfigured",
  // The request itself was at fault.
  http_request_error: null,
  http_request_denied: "blocked",
  http_response_incomplete: "origin-invalid",
  http_response_header_section_size: "origin-invalid",
  http_response_header_size: "origin-invalid",
  http_response_body_size: "origin-invalid",
  http_response_trailer_section_size: "origin-invalid",
  http_response_trailer_size: "origin-invalid",
  http_response_transfer_coding: "origin-invalid",
  http_response_content_coding: "origin-invalid",
  http_response_timeout: "origin-slow",
  http_upgrade_failed: "origin-invalid",
  http_protocol_error: "origin-invalid",
  // It answered by itself: a switch, a limit or a rule.
  proxy_internal_response: "unavailable",
  proxy_internal_error: "gateway-fault",
  proxy_configuration_error: "misconfigured",
  proxy_loop_detected: "misconfigured",
} as const satisfies Record<ProxyErrorType, GatewayWord | null>;

/** A hop's own word for why the answer failed. */
interface ProxyVerdict {
  readonly name: string;
  readonly error: ProxyErrorType;
  readonly word: GatewayWord;
}

/**
 * The error nearest to the origin, for the hops before it only report what reached them. Null when no hop
 * names an error, or one that says nothing of a cause.
 */
export function proxyError(headers: HeaderList): ProxyVerdict | null {
  for (const { name, error } of parseProxyStatus(headers)) {
    const word = error && PROXY_ERRORS[error];
    if (error && word) return { name, error, word };
  }
  return null;
}

/** Not a family of gateways: whoever reported in the standard's own words (RFC 9209). */
export const proxyStatusNotes: FamilyNotes = {
  id: "proxy-status",
  entries: [{ detail: /./, say: ["owner_proxy_status"] }],
};
