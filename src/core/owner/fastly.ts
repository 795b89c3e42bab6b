import type { OwnerFamily } from "./note.ts";

export const fastly: OwnerFamily = {
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
