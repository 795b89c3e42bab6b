import type { OwnerFamily, Saying } from "./note.ts";

const FLAGS: Saying = ["owner_envoy_flags_by_id", "owner_envoy_flags"];

export const envoy: OwnerFamily = {
  id: "envoy",
  entries: [
    { words: ["origin-down", "no-valid-answer", "origin-invalid"], say: [FLAGS, "owner_envoy_clusters"] },
    { words: ["origin-slow"], say: [FLAGS, "owner_envoy_timeout"] },
    { words: ["overload"], say: [FLAGS, "owner_envoy_overflow"] },
    { words: ["misconfigured"], say: ["owner_envoy_tls", FLAGS] },
  ],
};
