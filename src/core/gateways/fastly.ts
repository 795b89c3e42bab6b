import { passage } from "../http/passage.ts";
import type { GatewayWord } from "./gateway.ts";
import { family, type Marker } from "./markers.ts";
import type { FamilyNotes } from "./note.ts";

/**
 * Built on Varnish, whose page it writes with the heading misspelt, or since 2024 with a number for a heading. Below either
 * it names the machine.
 */
const SIGNATURE = /<h3>Guru Mediation:|<p>Details: cache-[a-z]{3,4}/i;

/** Reasons of its list of VCL errors; those after the first ten are known by hearsay. */
const REASONS: ReadonlyArray<readonly [reason: string, word: GatewayWord]> = [
  ["All backends failed or unhealthy", "origin-down"],
  ["backend read error", "no-valid-answer"],
  ["backend write error", "no-valid-answer"],
  ["backend\\.max_conn reached", "overload"],
  ["Backend is unhealthy", "origin-down"],
  ["Connection timed out", "origin-down"],
  ["Connection refused", "origin-down"],
  ["Operation now in progress", "origin-down"],
  ["first byte timeout", "origin-slow"],
  ["between bytes timeout", "origin-slow"],
];
const HEARSAY: typeof REASONS = [
  [
    "(?:hostname doesn't match|SSL handshake error|unable to get local issuer|Requested host does not match)",
    "misconfigured",
  ],
  ["(?:Loop detected|illegal vary regex)", "misconfigured"],
  ["Quorum weight not reached", "origin-down"],
  ["Maximum threads for service reached", "overload"],
  ["Response object too large", "origin-invalid"],
];

const pages = (reasons: typeof REASONS, weak: Pick<Marker, "weak">): Marker[] =>
  reasons.map(([reason, word]) => ({
    body: passage(new RegExp(`<h1>Error 503 ${reason}`, "i"), 1_000, SIGNATURE),
    word,
    ...weak,
  }));

export const fastly = family("fastly", () => [
  {
    name: "Fastly",
    side: "site",
    statusPage: "https://www.fastlystatus.com/",
    requestId: [
      ["x-fastly-request-id", /^([0-9a-f]{20,64})$/],
      /Details: (cache-[\w-]{3,30} {1,4}\d{4,20}(?: \d{4,20})?)/,
    ],
    detail: /<h1>Error 503 ([^<]{1,80})<\/h1>/i,
    markers: [
      ...pages(REASONS, {}),
      ...pages(HEARSAY, { weak: true }),
      { body: /Fastly error: unknown domain/i, word: "misconfigured", detail: "unknown domain" },
      { body: SIGNATURE, word: "unavailable", stated: true },
      { headers: { "x-served-by": /\bcache-[a-z]{3,4}/ }, word: "passed-on" },
      { headers: { "x-fastly-request-id": /./ }, word: "passed-on" },
      // Varnish adds its version to the name.
      { headers: { via: /\b1\.1 varnish(?: *,|$)/ }, word: "passed-on" },
    ],
  },
]);

export const fastlyNotes: FamilyNotes = {
  id: "fastly",
  entries: [
    { detail: /(?:unhealthy|Quorum)/i, say: ["owner_fastly_health", "owner_cdn_past"] },
    { detail: /byte.{1,6}timeout|between bytes/i, say: ["owner_fastly_timeout"] },
    { detail: /max_conn/i, say: ["owner_fastly_max_conn"] },
    { detail: /^unknown domain$/, say: ["owner_fastly_domain"] },
    { words: ["misconfigured"], detail: /hostname|SSL|certificate|issuer|does not match/i, say: ["owner_fastly_tls"] },
    { words: ["origin-down"], detail: /./, say: ["owner_fastly_connect"] },
    { say: ["owner_cdn_past"] },
  ],
};
