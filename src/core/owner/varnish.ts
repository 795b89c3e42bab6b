import type { OwnerFamily } from "./note.ts";

export const varnish: OwnerFamily = {
  id: "varnish",
  entries: [
    {
      words: ["no-valid-answer"],
      say: [["owner_varnish_fetch_by_id", "owner_varnish_fetch"], "owner_varnish_backends", "owner_varnish_timeouts"],
    },
    { words: ["origin-down"], say: ["owner_varnish_backends"] },
    { words: ["gateway-fault"], say: ["owner_varnish_vcl"] },
    { words: ["unavailable"], say: ["owner_varnish_synth"] },
  ],
};
