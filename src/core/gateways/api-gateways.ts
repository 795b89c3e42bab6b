import { family } from "./markers.ts";
import type { FamilyNotes, Saying } from "./note.ts";

/** Kong and Tyk answer with a sentence in JSON; in newer versions of Kong a request id follows it. */
const kong = (sentence: string) => new RegExp(`^\\{\\s{0,4}"message":\\s{0,4}"${sentence}"`);
const tyk = (sentence: string) => new RegExp(`^\\{\\s{0,4}"error":\\s{0,4}"${sentence}"\\s{0,4}\\}$`);
const apigee = (code: string) => new RegExp(`"errorcode"\\s{0,4}:\\s{0,4}"[\\w.]{0,60}${code}"`);

export const apiGateways = family("api-gateways", () => [
  {
    name: "Kong",
    side: "site",
    requestId: [["x-kong-request-id", /^([0-9a-f]{16,40})$/], /"request_id":\s{0,4}"([0-9a-f]{16,40})"/],
    detail: /"message":\s{0,4}"([^"]{1,80})"/,
    markers: [
      { text: kong("An invalid response was received from the upstream server"), word: "no-valid-answer" },
      { text: kong("The upstream server is currently unavailable"), word: "origin-down" },
      { text: kong("The upstream server is timing out"), word: "origin-slow" },
      { text: kong("failure to get a peer from the ring-balancer"), word: "origin-down" },
      { text: kong("name resolution failed"), word: "misconfigured" },
      { headers: { server: /^kong\b/i }, word: "passed-on" },
      { headers: { "x-kong-proxy-latency": /^\d/ }, word: "passed-on" },
    ],
  },
  {
    name: "Tyk",
    side: "site",
    detail: /"error":\s{0,4}"([^"]{1,80})"/,
    markers: [
      { text: tyk("There was a problem proxying the request"), word: "no-valid-answer" },
      { text: tyk("Upstream host lookup failed"), word: "misconfigured" },
      { text: tyk("Upstream service reached hard timeout\\.?"), word: "origin-slow", weak: true },
      {
        headers: { "x-generator": /^tyk\.io$/i },
        text: tyk("Service temporarily unavailable\\.?"),
        word: "overload",
        weak: true,
      },
    ],
  },
  {
    name: "Apigee",
    side: "site",
    statusPage: "https://status.cloud.google.com/",
    detail: /"errorcode"\s{0,4}:\s{0,4}"([\w.]{1,80})"/,
    markers: [
      // Its policies that count are named by what they count.
      { text: apigee("(?:ratelimit|quota)\\.\\w{1,40}Violation"), word: "overload" },
      { text: apigee("GatewayTimeout"), word: "origin-slow" },
      { text: apigee("APITimedOut"), word: "origin-slow" },
      { text: apigee("UnexpectedEOFAtTarget"), word: "origin-invalid" },
      { text: apigee("flow\\.ServiceUnavailable"), word: "origin-down" },
      { text: apigee("flow\\.ErrorResponseCode"), word: "passed-on" },
      // Its fields tell the same, and whether the target itself answered with an error.
      { headers: { "x-apigee-fault-code": /ErrorResponseCode/ }, word: "passed-on" },
      {
        headers: { "x-apigee-fault-code": /./ },
        word: { 500: "no-valid-answer", 502: "no-valid-answer", 503: "origin-down", 504: "origin-slow" },
        reason: ["x-apigee-fault-code", /^([\w.]{1,80})/],
      },
    ],
  },
]);

const KONG_LOG: Saying = ["owner_kong_log_by_id", "owner_kong_log"];

export const apiGatewaysNotes: FamilyNotes = {
  id: "api-gateways",
  entries: [
    { product: "Kong", words: ["origin-down"], say: ["owner_kong_health", KONG_LOG] },
    { product: "Kong", words: ["origin-slow"], say: ["owner_kong_timeout", KONG_LOG] },
    { product: "Kong", words: ["misconfigured"], say: ["owner_kong_dns"] },
    { product: "Kong", say: [KONG_LOG] },
    { product: "Tyk", say: ["owner_tyk_log"] },
    { product: "Apigee", words: ["origin-slow"], say: ["owner_apigee_timeout"] },
    { product: "Apigee", say: ["owner_apigee_target"] },
  ],
};
