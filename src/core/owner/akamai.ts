import type { OwnerFamily } from "./note.ts";

export const akamai: OwnerFamily = {
  id: "akamai",
  entries: [
    { words: ["blocked"], say: ["owner_akamai_reference_by_id"] },
    { say: ["owner_akamai_reference_by_id", "owner_cdn_past"] },
  ],
};
