import type { Written } from "../upstream.ts";
import type { Draft } from "./scenario.ts";
import { BARE_503, INVALID, theirs } from "./truths.ts";
import { htmlAnswer, jsonAnswer, textAnswer, titled, type WrittenRow, writtenPages } from "./written-page.ts";

const envoy = (status: number, body: string, fields: Readonly<Record<string, string>> = {}): Written =>
  textAnswer(status, body, { server: "envoy", ...fields });

const down = theirs("origin-down");

const slow = theirs("origin-slow");

const misconfigured = theirs("misconfigured");

const ROWS: readonly WrittenRow[] = [
  [
    "linkerd-fail-fast",
    "linkerd",
    "no endpoint is ready, in a field beside an empty body",
    htmlAnswer(504, "", {
      "l5d-proxy-error":
        "logical service 10.0.0.7:8080: route default.http: backend Service.shop:8080: service in fail-fast",
    }),
    theirs("origin-down", "origin-slow"),
  ],
  [
    "linkerd-reset",
    "linkerd",
    "a connection reset, in the same field",
    htmlAnswer(502, "", { "l5d-proxy-error": "endpoint 10.0.0.7:8080: connection reset by peer" }),
    INVALID,
  ],
  [
    "gorouter-dial",
    "cloud-foundry",
    "the application's cell is not to be reached",
    textAnswer(502, "502 Bad Gateway: Registered endpoint failed to handle the request.\n", {
      "x-cf-routererror": "endpoint_failure (dial tcp 10.0.1.5:61001: connect: connection refused)",
      "x-vcap-request-id": "01234567-89ab-cdef-0123-456789abcdef",
    }),
    theirs("origin-down", "origin-invalid"),
  ],
  [
    "apigee-timeout",
    "apigee",
    "an API gateway gave up, in a field and in JSON",
    jsonAnswer(
      504,
      '{"fault":{"faultstring":"Gateway Timeout","detail":{"errorcode":"messaging.adaptors.http.flow.GatewayTimeout"}}}',
      { "x-apigee-fault-code": "messaging.adaptors.http.flow.GatewayTimeout" },
    ),
    slow,
  ],
  [
    "alibaba-function",
    "alibaba",
    "a function that ran out of memory, in a field",
    textAnswer(502, "", {
      "x-fc-error-type": "FunctionOOMError",
      "x-fc-request-id": "65e0abcd-0123-4567-89ab-cdef01234567",
    }),
    theirs("origin-invalid", "origin-down"),
  ],
  [
    "proxy-status-dns",
    "unknown",
    "a gateway that nobody knows gives its reason by RFC 9209",
    htmlAnswer(502, titled("502", "<h1>Bad Gateway</h1>"), {
      "proxy-status": 'edge.example; error=dns_error; rcode="NXDOMAIN"',
    }),
    misconfigured,
  ],
  [
    "proxy-status-timeout",
    "unknown",
    "the same, for a server that is late",
    htmlAnswer(504, titled("504", "<h1>Gateway Timeout</h1>"), {
      "proxy-status": "edge.example; error=connection_timeout",
    }),
    theirs("origin-down", "origin-slow"),
  ],
  [
    "proxy-status-passed-on",
    "unknown",
    "the same, for an answer that it passed on",
    htmlAnswer(503, titled("503", "<h1>Service Unavailable</h1>"), {
      "proxy-status": "edge.example; received-status=503",
    }),
    BARE_503,
  ],
  [
    "kong-503",
    "kong",
    "no server is left in the pool",
    jsonAnswer(503, '{"message":"failure to get a peer from the ring-balancer"}', { server: "kong/3.4.0" }),
    down,
  ],
  [
    "kong-dns",
    "kong",
    "the server behind it has no name",
    jsonAnswer(503, '{"message":"name resolution failed"}', { server: "kong/3.4.0" }),
    misconfigured,
  ],
  [
    "tyk-500",
    "tyk",
    "a proxy that could not pass on",
    jsonAnswer(500, '{\n    "error": "There was a problem proxying the request"\n}', { "x-generator": "tyk.io" }),
    INVALID,
  ],
  [
    "envoy-reset-503",
    "envoy",
    "the connection broke before a header came",
    envoy(503, "upstream connect error or disconnect/reset before headers. reset reason: connection termination"),
    theirs("origin-invalid", "origin-down"),
  ],
  [
    "envoy-tls-503",
    "envoy",
    "TLS to the service failed",
    envoy(
      503,
      "upstream connect error or disconnect/reset before headers. reset reason: remote connection failure, transport failure reason: TLS error: 268435581:SSL routines:OPENSSL_internal:CERTIFICATE_VERIFY_FAILED",
    ),
    misconfigured,
  ],
  [
    "envoy-no-cluster",
    "envoy",
    "no route leads to a service",
    envoy(503, "", { "x-envoy-response-flags": "NC" }),
    theirs("misconfigured", "origin-down", "overload", "maintenance"),
  ],
  [
    "kubernetes-no-endpoints",
    "kubernetes",
    "a service without a pod that is ready",
    jsonAnswer(
      503,
      '{"kind":"Status","apiVersion":"v1","status":"Failure","message":"no endpoints available for service \\"shop\\"","reason":"ServiceUnavailable","code":503}',
    ),
    down,
  ],
  ["traefik-503", "traefik", "an ingress with no server", textAnswer(503, "no available server\n"), down],
];

/** Gateways between the parts of a site, which give their reason in a field or in a sentence for programs. */
export const REASONS_IN_FIELDS: readonly Draft[] = writtenPages("host", ROWS);
