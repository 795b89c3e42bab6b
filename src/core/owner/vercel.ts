import type { OwnerFamily } from "./note.ts";

export const vercel: OwnerFamily = {
  id: "vercel",
  enough: true,
  entries: [
    { detail: /^INTERNAL_/, say: ["owner_vercel_platform"] },
    { detail: /_INVOCATION_TIMEOUT$/, say: ["owner_vercel_timeout", "owner_vercel_log_by_id"] },
    { detail: /_INVOCATION_FAILED$|_FROM_FUNCTION$/, say: ["owner_vercel_failed", "owner_vercel_log_by_id"] },
    { detail: /^FUNCTION_THROTTLED$/, say: ["owner_vercel_throttled"] },
    { detail: /^DNS_HOSTNAME_/, say: ["owner_vercel_dns"] },
    { detail: /^DEPLOYMENT_PAUSED$/, say: ["owner_vercel_paused"] },
    { detail: /^ROUTER_EXTERNAL_TARGET_/, say: ["owner_vercel_external"] },
    { say: ["owner_vercel_log_by_id"] },
  ],
};
