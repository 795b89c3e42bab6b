import type { OwnerFamily } from "./note.ts";

export const caddy: OwnerFamily = {
  id: "caddy",
  entries: [
    { words: ["no-valid-answer"], say: ["owner_caddy_dial"] },
    { words: ["unavailable"], say: ["owner_caddy_upstreams"] },
    { words: ["origin-slow"], say: ["owner_caddy_timeout"] },
  ],
};
