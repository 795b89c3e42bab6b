import type { OwnerFamily } from "./note.ts";

export const google: OwnerFamily = {
  id: "google",
  entries: [
    { product: "Google", say: ["owner_platform"] },
    { product: "Google Cloud Run", say: ["owner_cloud_run_log"] },
    { product: "Google App Engine", say: ["owner_app_engine_log"] },
    { words: ["origin-slow"], say: ["owner_google_details", "owner_google_timeout"] },
    {
      words: ["no-valid-answer"],
      say: ["owner_google_details", "owner_google_health", "owner_google_keepalive"],
    },
    { say: ["owner_google_details", "owner_google_health"] },
  ],
};
