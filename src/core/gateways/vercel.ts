import { passage } from "../http/passage.ts";
import type { GatewayWord } from "./gateway.ts";
import { family, type Marker } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/** Its list of error codes; what starts with INTERNAL_ is the platform's own fault. */
const CODES: ReadonlyArray<readonly [codes: string, word: GatewayWord]> = [
  ["INTERNAL_[A-Z_]{3,60}", "gateway-fault"],
  ["(?:EDGE_FUNCTION|FUNCTION|MIDDLEWARE)_INVOCATION_TIMEOUT", "origin-slow"],
  ["(?:EDGE_FUNCTION|FUNCTION|MIDDLEWARE)_INVOCATION_FAILED", "no-valid-answer"],
  ["(?:NO_RESPONSE|BODY_NOT_A_STRING)_FROM_FUNCTION", "origin-invalid"],
  ["FUNCTION_THROTTLED", "overload"],
  ["FALLBACK_BODY_TOO_LARGE", "origin-invalid"],
  ["DNS_HOSTNAME_[A-Z_]{3,40}", "misconfigured"],
  ["(?:INFINITE_LOOP_DETECTED|MIDDLEWARE_RUNTIME_DEPRECATED)", "misconfigured"],
  // Stopped by the owner, or for a bill.
  ["DEPLOYMENT_(?:PAUSED|DISABLED)", "switched-off"],
];

const markers = (): Marker[] =>
  CODES.flatMap(([codes, word]): Marker[] => [
    { headers: { "x-vercel-error": new RegExp(`^${codes}$`) }, word },
    { body: passage(new RegExp(`\\bCode: (?:<[^>]{0,60}>){0,3}['\`]?${codes}\\b`), 300, /\bID: /), word },
  ]);

export const vercel = family("vercel", () => [
  {
    name: "Vercel",
    side: "site",
    statusPage: "https://www.vercel-status.com/",
    requestId: [["x-vercel-id", /^([\w:-]{8,120})$/], /\bID: (?:<[^>]{0,60}>){0,3}([a-z]{3}\d::[\w:-]{5,80})/],
    detail: ["x-vercel-error", /^([A-Z_]{3,60})$/],
    markers: [
      ...markers().map((marker) =>
        marker.body ? { ...marker, detail: /\bCode: (?:<[^>]{0,60}>){0,3}['`]?([A-Z_]{3,60})\b/ } : marker,
      ),
      { headers: { "x-vercel-error": /^ROUTER_EXTERNAL_TARGET_/ }, word: "no-valid-answer", weak: true },
      { headers: { "x-vercel-error": /^[A-Z_]{3,60}$/ }, word: "unavailable", weak: true },
      { headers: { "x-vercel-id": /./ }, word: "passed-on" },
      { headers: { server: /^Vercel$/i }, word: "passed-on" },
    ],
  },
]);

export const vercelNotes: FamilyNotes = {
  id: "vercel",
  enough: true,
  entries: [
    { detail: /^INTERNAL_/, say: ["owner_vercel_platform"] },
    { detail: /_INVOCATION_TIMEOUT$/, say: ["owner_vercel_timeout", "owner_vercel_log_by_id"] },
    { detail: /_INVOCATION_FAILED$|_FROM_FUNCTION$/, say: ["owner_vercel_failed", "owner_vercel_log_by_id"] },
    { detail: /^FUNCTION_THROTTLED$/, say: ["owner_vercel_throttled"] },
    { detail: /^DNS_HOSTNAME_/, say: ["owner_vercel_dns"] },
    { detail: /^DEPLOYMENT_(?:PAUSED|DISABLED)$/, say: ["owner_vercel_paused"] },
    { detail: /^ROUTER_EXTERNAL_TARGET_/, say: ["owner_vercel_external"] },
    { say: ["owner_vercel_log_by_id"] },
  ],
};
