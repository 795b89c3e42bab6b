import type { OwnerFamily } from "./note.ts";

export const heroku: OwnerFamily = {
  id: "heroku",
  enough: true,
  entries: [
    { words: ["maintenance"], say: ["owner_heroku_maintenance"] },
    { words: ["misconfigured"], say: ["owner_heroku_domain"] },
    { detail: /^H\d\d$/, say: ["owner_heroku_code", "owner_heroku_dynos"] },
    { say: [["owner_heroku_log_by_id", "owner_heroku_log"], "owner_heroku_dynos"] },
  ],
};
