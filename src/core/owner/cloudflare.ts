import type { OwnerFamily } from "./note.ts";

/** Its codes each have a cause of their own at the origin. Source: its documentation of them. */
export const cloudflare: OwnerFamily = {
  id: "cloudflare",
  entries: [
    { detail: /^520$/, say: ["owner_cloudflare_520", "owner_cloudflare_origin"] },
    { detail: /^521$/, say: ["owner_cloudflare_521"] },
    { detail: /^522$/, say: ["owner_cloudflare_522"] },
    { detail: /^523$/, say: ["owner_cloudflare_523"] },
    { detail: /^524$/, say: ["owner_cloudflare_524"] },
    { detail: /^525$/, say: ["owner_cloudflare_525"] },
    { detail: /^526$/, say: ["owner_cloudflare_526"] },
    { detail: /^530$/, say: ["owner_cloudflare_530"] },
    { detail: /^1000$/, say: ["owner_cloudflare_1000"] },
    { detail: /^1016$/, say: ["owner_cloudflare_1016"] },
    { detail: /^1033$/, say: ["owner_cloudflare_1033"] },
    { detail: /^110[124]$/, say: ["owner_cloudflare_worker"] },
    { detail: /^1200$/, say: ["owner_cloudflare_1200"] },
    { words: ["gateway-fault"], say: ["owner_cloudflare_edge_by_id"] },
    // No code and yet a dead origin: the connector of a tunnel says so.
    { words: ["origin-down"], detail: /^$/, say: ["owner_cloudflare_tunnel"] },
    { say: ["owner_cloudflare_origin", "owner_cdn_past"] },
  ],
};
