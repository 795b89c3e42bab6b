import type { OwnerFamily } from "./note.ts";

export const squid: OwnerFamily = {
  id: "squid",
  entries: [
    { detail: /^ERR_CONNECT_FAIL\b/, say: ["owner_squid_connect", "owner_squid_log"] },
    { detail: /^ERR_DNS_FAIL\b/, say: ["owner_squid_dns"] },
    { detail: /^ERR_SECURE_CONNECT_FAIL\b/, say: ["owner_squid_tls"] },
    { detail: /^ERR_(?:READ_TIMEOUT|LIFETIME_EXP)\b/, say: ["owner_squid_timeout", "owner_squid_log"] },
    {
      detail: /^ERR_(?:READ_ERROR|WRITE_ERROR|ZERO_SIZE_OBJECT|INVALID_RESP)\b/,
      say: ["owner_squid_answer", "owner_squid_log"],
    },
    { detail: /^ERR_CANNOT_FORWARD\b/, say: ["owner_squid_parent", "owner_squid_log"] },
    { detail: /^ERR_(?:GATEWAY_FAILURE|SOCKET_FAILURE|SHUTTING_DOWN|ICAP_FAILURE)\b/, say: ["owner_squid_itself"] },
    { detail: /^ERR_(?:CACHE_)?ACCESS_DENIED\b/, say: ["owner_squid_denied"] },
    { detail: /^ERR_/, say: ["owner_squid_log"] },
  ],
};
