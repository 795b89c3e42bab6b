import type { OwnerFamily, Saying } from "./note.ts";

const KONG_LOG: Saying = ["owner_kong_log_by_id", "owner_kong_log"];

export const apiGateways: OwnerFamily = {
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
