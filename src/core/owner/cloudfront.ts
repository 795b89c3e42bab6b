import type { OwnerFamily, Saying } from "./note.ts";

const LOG: Saying = ["owner_cloudfront_log_by_id", "owner_cloudfront_log"];

export const cloudfront: OwnerFamily = {
  id: "cloudfront",
  entries: [
    { words: ["origin-slow"], say: [LOG, "owner_cloudfront_timeout", "owner_cloudfront_origin"] },
    { words: ["overload"], say: ["owner_cloudfront_function", LOG] },
    { words: ["no-valid-answer"], say: [LOG, "owner_cloudfront_origin", "owner_cloudfront_function"] },
    { words: ["blocked"], say: ["owner_cloudfront_waf", LOG] },
    { say: [LOG] },
  ],
};
