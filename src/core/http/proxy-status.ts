import { combined, type HeaderList, itemsOf, shown, textOf } from "./fields.ts";

/** The error types that RFC 9209 section 2.3 registers. */
const PROXY_ERROR_TYPES = [
  "dns_timeout",
  "dns_error",
  "destination_not_found",
  "destination_unavailable",
  "destination_ip_prohibited",
  "destination_ip_unroutable",
  "connection_refused",
  "connection_terminated",
  "connection_timeout",
  "connection_read_timeout",
  "connection_write_timeout",
  "connection_limit_reached",
  "tls_protocol_error",
  "tls_certificate_error",
  "tls_alert_received",
  "http_request_error",
  "http_request_denied",
  "http_response_incomplete",
  "http_response_header_section_size",
  "http_response_header_size",
  "http_response_body_size",
  "http_response_trailer_section_size",
  "http_response_trailer_size",
  "http_response_transfer_coding",
  "http_response_content_coding",
  "http_response_timeout",
  "http_upgrade_failed",
  "http_protocol_error",
  "proxy_internal_response",
  "proxy_internal_error",
  "proxy_configuration_error",
  "proxy_loop_detected",
] as const;

export type ProxyErrorType = (typeof PROXY_ERROR_TYPES)[number];

/** One hop's report. */
export interface ProxyStatus {
  readonly name: string;
  /** A registered error type; others are left out, for nobody knows what they mean. */
  readonly error?: ProxyErrorType;
  /** What it got from the hop behind it. */
  readonly receivedStatus?: number;
  readonly details?: string;
}

const isErrorType = (text: string | undefined): text is ProxyErrorType =>
  PROXY_ERROR_TYPES.some((type) => type === text);

/** Reads `Proxy-Status` (RFC 9209): hops in order, the origin's side first. Malformed gives none; never throws. */
export function parseProxyStatus(headers: HeaderList): ProxyStatus[] {
  return itemsOf(combined(headers, "proxy-status")).flatMap(([item, parameters]) => {
    const name = shown(textOf(item) ?? "");
    if (name === "") return [];
    const error = textOf(parameters.get("error"));
    const received = parameters.get("received-status");
    const details = shown(textOf(parameters.get("details")) ?? "");
    return [
      {
        name,
        ...(isErrorType(error) && { error }),
        ...(typeof received === "number" && Number.isInteger(received) && { receivedStatus: received }),
        ...(details !== "" && { details }),
      },
    ];
  });
}
