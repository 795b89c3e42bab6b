import type { OwnerFamily } from "./note.ts";

export const cdns: OwnerFamily = {
  id: "cdns",
  entries: [{ say: ["owner_cdn_past"] }],
};
