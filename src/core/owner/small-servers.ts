import type { OwnerFamily } from "./note.ts";

export const smallServers: OwnerFamily = {
  id: "small-servers",
  entries: [
    { product: "Traefik", say: ["owner_traefik_health"] },
    { product: "uWSGI", say: ["owner_uwsgi_start"] },
    { product: "LiteSpeed", say: ["owner_litespeed_log", "owner_litespeed_limits"] },
  ],
};
