import type { OwnerFamily } from "./note.ts";

export const nginx: OwnerFamily = {
  id: "nginx",
  entries: [
    { product: "Azure Application Gateway", say: ["owner_app_gateway_health", "owner_app_gateway_log"] },
    {
      words: ["no-valid-answer", "origin-down", "origin-invalid"],
      say: ["owner_nginx_refused", "owner_nginx_closed", "owner_nginx_no_live"],
    },
    { words: ["origin-slow"], say: ["owner_nginx_timed_out", "owner_nginx_read_timeout"] },
    { words: ["unavailable", "overload"], say: ["owner_nginx_limits", "owner_nginx_ingress"] },
  ],
};
