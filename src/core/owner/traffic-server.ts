import type { OwnerFamily } from "./note.ts";

const ATS = "Apache Traffic Server";
/** It writes the same pages in offices, where no site's owner has a hand. */
const FORCEPOINT = "Forcepoint Web Security";

export const trafficServer: OwnerFamily = {
  id: "traffic-server",
  entries: [
    { product: FORCEPOINT, words: ["passed-on"], say: [] },
    { product: FORCEPOINT, say: [] },
    { product: ATS, words: ["origin-slow"], say: ["owner_ats_timeout", "owner_ats_log"] },
    { product: ATS, words: ["misconfigured"], say: ["owner_ats_remap", "owner_ats_log"] },
    { product: ATS, say: ["owner_ats_log"] },
  ],
};
