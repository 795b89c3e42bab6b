import type { OwnerFamily } from "./note.ts";

export const appliances: OwnerFamily = {
  id: "appliances",
  entries: [
    { product: "Citrix NetScaler", say: ["owner_netscaler_vserver"] },
    { product: "IBM WebSEAL", say: ["owner_webseal_junction"] },
    { product: "IBM DataPower", say: ["owner_datapower_log"] },
  ],
};
