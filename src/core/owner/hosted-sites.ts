import type { OwnerFamily } from "./note.ts";

export const hostedSites: OwnerFamily = {
  id: "hosted-sites",
  enough: true,
  entries: [
    { product: "GitLab", say: ["owner_gitlab_log"] },
    // What such a service passes on, it passed on from itself.
    { words: ["passed-on"], say: ["owner_platform"] },
    { say: ["owner_platform"] },
  ],
};
