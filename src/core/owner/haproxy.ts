import type { OwnerFamily } from "./note.ts";

export const haproxy: OwnerFamily = {
  id: "haproxy",
  entries: [
    { product: "OpenShift", say: ["owner_openshift_endpoints"] },
    { words: ["origin-down"], say: ["owner_haproxy_down", "owner_haproxy_stat"] },
    { words: ["origin-invalid"], say: ["owner_haproxy_invalid", "owner_haproxy_bufsize"] },
    { words: ["origin-slow"], say: ["owner_haproxy_slow"] },
  ],
};
