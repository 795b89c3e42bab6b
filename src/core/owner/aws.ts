import type { OwnerFamily, Saying } from "./note.ts";

const ALB = "AWS Application Load Balancer";
const ALB_LOG: Saying = ["owner_alb_log_by_id", "owner_alb_log"];

export const aws: OwnerFamily = {
  id: "aws",
  entries: [
    { product: "Amazon S3", words: ["overload"], say: ["owner_s3_slow_down"] },
    { product: "Amazon S3", say: ["owner_platform"] },
    { product: ALB, words: ["origin-down"], say: ["owner_alb_targets"] },
    { product: ALB, words: ["origin-slow"], say: ["owner_alb_timeout", "owner_alb_targets"] },
    { product: ALB, say: [ALB_LOG, "owner_alb_targets", "owner_alb_keepalive"] },
    { product: "AWS Classic Load Balancer", say: ["owner_classic_elb_capacity"] },
    { words: ["origin-slow"], say: ["owner_api_gateway_timeout", "owner_api_gateway_log_by_id"] },
    { say: ["owner_api_gateway_log_by_id", "owner_api_gateway_malformed"] },
  ],
};
