import type { OwnerFamily } from "./note.ts";

export const imperva: OwnerFamily = {
  id: "imperva",
  entries: [
    { words: ["blocked"], detail: /./, say: [["owner_imperva_by_id", "owner_imperva_code"]] },
    { detail: /./, say: [["owner_imperva_by_id", "owner_imperva_code"], "owner_cdn_past"] },
    { say: ["owner_cdn_past"] },
  ],
};
