import type { OwnerFamily } from "./note.ts";

export const tunnels: OwnerFamily = {
  id: "tunnels",
  enough: true,
  entries: [
    { detail: /^ERR_NGROK_8012$/, say: ["owner_ngrok_local"] },
    { detail: /^ERR_NGROK_3200$/, say: ["owner_ngrok_agent"] },
    { detail: /^ERR_NGROK_/, say: ["owner_ngrok_code"] },
    { say: ["owner_tunnel_client"] },
  ],
};
