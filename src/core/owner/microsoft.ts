import type { OwnerFamily } from "./note.ts";

const FRONT_DOOR = "Azure Front Door";

export const microsoft: OwnerFamily = {
  id: "microsoft",
  entries: [
    { product: FRONT_DOOR, words: ["gateway-fault"], say: [["owner_front_door_log_by_id", "owner_front_door_log"]] },
    {
      product: FRONT_DOOR,
      say: [["owner_front_door_log_by_id", "owner_front_door_log"], "owner_front_door_origin"],
    },
    { detail: /^50[02]\.(?:5|3\d)$/, say: ["owner_iis_ancm"] },
    { words: ["origin-down"], detail: /^$/, say: ["owner_iis_httperr", "owner_iis_pool"] },
    { say: ["owner_iis_substatus", "owner_iis_tracing"] },
  ],
};
