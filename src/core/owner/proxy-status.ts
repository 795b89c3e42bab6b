import type { OwnerFamily } from "./note.ts";

/** Not a family of gateways: whoever reported in the standard's own words (RFC 9209). */
export const proxyStatus: OwnerFamily = { id: "proxy-status", entries: [{ detail: /./, say: ["owner_proxy_status"] }] };
