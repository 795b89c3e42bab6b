import type { OwnerFamily } from "./note.ts";

export const apache: OwnerFamily = {
  id: "apache",
  entries: [
    { words: ["origin-down"], say: ["owner_apache_connect", "owner_apache_retry"] },
    { words: ["origin-slow"], say: ["owner_apache_reading", "owner_apache_timeout"] },
    {
      words: ["no-valid-answer"],
      say: ["owner_apache_reading", "owner_apache_timeout", "owner_apache_keepalive"],
    },
    { words: ["misconfigured"], detail: /^DNS lookup/i, say: ["owner_apache_dns"] },
    { words: ["misconfigured"], say: ["owner_apache_tls"] },
  ],
};
