import type { OwnerFamily } from "./note.ts";

export const kubernetes: OwnerFamily = {
  id: "kubernetes",
  entries: [
    { detail: /^ServiceUnavailable$/, words: ["origin-down"], say: ["owner_kubernetes_endpoints"] },
    { say: ["owner_kubernetes_dial", "owner_kubernetes_endpoints"] },
  ],
};
