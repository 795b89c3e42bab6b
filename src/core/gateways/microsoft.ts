import { passage } from "../http/passage.ts";
import { family } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** The title that IIS's routing module and Application Gateway v1 share. */
const ARR =
  /<title>502 - Web server received an invalid response while acting as a gateway or proxy server\.<\/title>/i;
const SUBCODE = /HTTP Error (50\d\.\d{1,2})/i;

export const microsoft = family("microsoft", () => [
  {
    name: "Azure Front Door",
    side: "site",
    statusPage: "https://azure.status.microsoft/",
    requestId: [["x-azure-ref", /^([\w=+/-]{10,80})$/], /\bRef [ABC: ]{0,4}([0-9A-F]{32})/],
    detail: ["x-azure-externalerror", /^(0x[0-9a-f]{1,8}[^"<>]{0,80})/i],
    markers: [
      {
        headers: { "x-azure-internalerror": /[1-9a-z]/i },
        word: "gateway-fault",
        detail: ["x-azure-internalerror", /^(.{1,60})/],
      },
      { headers: { "x-azure-externalerror": /certificate|SSL|TLS|DNS|resolve/i }, word: "misconfigured" },
      { headers: { "x-azure-externalerror": /time.?out|timed out/i }, word: "origin-slow" },
      { headers: { "x-azure-externalerror": /0x(?!0\b)/i }, word: "no-valid-answer" },
      {
        body: /Our services aren(?:'|’|&#39;)t available right now/i,
        word: { 502: "no-valid-answer", 503: "unavailable", 504: "origin-slow" },
        weak: true,
      },
      { headers: { "x-azure-ref": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "Azure Storage",
    side: "site",
    statusPage: "https://azure.status.microsoft/",
    requestId: [["x-ms-request-id", /^([0-9a-f-]{36})$/]],
    markers: [
      {
        headers: { "x-ms-error-code": /./ },
        word: { 500: "gateway-fault", 503: "unavailable" },
        reason: ["x-ms-error-code", /^([A-Za-z]{3,60})/],
        weak: true,
      },
    ],
  },
  {
    name: "Microsoft IIS",
    side: "site",
    detail: SUBCODE,
    markers: [
      { body: passage(/HTTP Error 502\.3/i, 4_000, /0x80072ee2/i), word: "origin-slow", weak: true },
      { body: passage(/HTTP Error 502\.3/i, 4_000, /0x80072efd/i), word: "origin-down", weak: true },
      { body: /HTTP Error 502\.3 - Bad Gateway/i, word: "no-valid-answer", weak: true },
      {
        body: /HTTP Error 50[02]\.(?:5|3\d) - [^<]{0,60}(?:ANCM|Process Failure|app failed to (?:start|load))/i,
        word: "origin-down",
        weak: true,
      },
      { body: ARR, word: "no-valid-answer" },
      // http.sys itself: the application's pool is stopped, or its queue is full.
      {
        body: /<h2>Service Unavailable<\/h2>\s{0,4}<hr><p>HTTP Error 503\. The service is unavailable\./i,
        word: "origin-down",
      },
      { headers: { server: /^Microsoft-IIS\//i }, word: "passed-on" },
      { headers: { server: /^Microsoft-HTTPAPI\//i }, word: "passed-on" },
      { headers: { "x-powered-by": /^ARR\//i }, word: "passed-on" },
    ],
  },
]);

const FRONT_DOOR = "Azure Front Door";

export const microsoftNotes: FamilyNotes = {
  id: "microsoft",
  entries: [
    { product: "Azure Storage", say: ["owner_reported_reason"] },
    { product: FRONT_DOOR, words: ["gateway-fault"], say: [["owner_front_door_log_by_id", "owner_front_door_log"]] },
    {
      product: FRONT_DOOR,
      say: [["owner_front_door_log_by_id", "owner_front_door_log"], "owner_front_door_origin"],
    },
    { detail: /^50[02]\.(?:5|3\d)$/, say: ["owner_iis_ancm"] },
    { words: ["origin-down"], detail: /^$/, say: ["owner_iis_httperr", "owner_iis_pool"] },
    { say: ["owner_iis_substatus", "owner_iis_tracing"] },
  ],
};
