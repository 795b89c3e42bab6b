import { passage } from "../http/passage.ts";
import { BY_STATUS, family } from "./markers.ts";
import type { FamilyNotes, Saying } from "./note.ts";

/** nginx's page without the line that carries nginx's name, or with the balancer's own there. */
const ALB_PAGE =
  /<body[^>]{0,40}>\s{0,4}<center><h1>50[0234] [A-Za-z -]{5,40}<\/h1><\/center>\s{0,4}(?:<hr><center>awselb\/[\d.]{1,8}<\/center>\s{0,4})?<\/body>/i;
const AMAZON_REQUEST = ["x-amzn-requestid", /^([\w-]{10,60})$/] as const;
const STATUS_PAGE = "https://health.aws.amazon.com/health/status";

/** Amazon's balancers, gateway and store; its CDN is a family of its own. */
export const aws = family("aws", () => [
  {
    name: "AWS Application Load Balancer",
    side: "site",
    statusPage: STATUS_PAGE,
    requestId: [["x-amzn-trace-id", /(Root=[\w-]{10,60})/]],
    markers: [
      // nginx built without its name writes the same.
      {
        headers: { server: /^awselb\//i },
        body: ALB_PAGE,
        word: { 502: "no-valid-answer", 503: "origin-down", 504: "origin-slow" },
      },
      {
        unsigned: true,
        body: ALB_PAGE,
        // It fails open while targets are merely unhealthy: a 503 means that there are none to send to.
        word: { 502: "no-valid-answer", 503: "origin-down", 504: "origin-slow" },
        weak: true,
      },
      // The balancer keeps the Server field of what it passes on, so its own name means its own answer;
      // with another text, that is a fixed response which the site wrote.
      { headers: { server: /^awselb\//i }, word: "passed-on" },
    ],
  },
  {
    name: "AWS Classic Load Balancer",
    side: "site",
    statusPage: STATUS_PAGE,
    markers: [{ status: [503], text: /Back-end server is at capacity$/i, word: "overload", weak: true }],
  },
  {
    name: "Amazon API Gateway",
    side: "site",
    statusPage: STATUS_PAGE,
    requestId: [AMAZON_REQUEST, ["x-amz-apigw-id", /^([\w=+/-]{8,60})$/], ["apigw-requestid", /^([\w=+/-]{8,60})$/]],
    detail: ["x-amzn-errortype", /^([A-Za-z]{3,60})/],
    markers: [
      {
        headers: { "x-amz-apigw-id": /./ },
        text: /^\{"message": ?"Endpoint request timed out"\}$/i,
        word: "origin-slow",
        weak: true,
      },
      {
        headers: { "x-amz-apigw-id": /./ },
        text: /^\{"message": ?"Internal server error"\}$/i,
        word: "origin-invalid",
        weak: true,
      },
      {
        headers: { "apigw-requestid": /./ },
        text: /^\{"message": ?"Service Unavailable"\}$/i,
        word: "unavailable",
        weak: true,
      },
      {
        headers: { "x-amzn-errortype": /./ },
        word: BY_STATUS,
        reason: ["x-amzn-errortype", /^([A-Za-z]{3,60}?)(?:Exception)?(?::|$)/],
        weak: true,
      },
      { headers: { "x-amz-apigw-id": /./ }, word: "passed-on" },
    ],
  },
  {
    name: "Amazon S3",
    side: "site",
    statusPage: STATUS_PAGE,
    requestId: [["x-amz-request-id", /^([0-9A-Z]{10,40})$/], /<RequestId>([0-9A-Z]{10,40})</],
    detail: /<Code>([A-Za-z]{3,40})<\/Code>/,
    markers: [
      { body: /<Error>\s{0,4}<Code>SlowDown<\/Code>/i, word: "overload", weak: true },
      {
        body: passage(/<Error>\s{0,4}<Code>[A-Za-z]{3,40}<\/Code>/i, 400, /reduce your request rate/i),
        word: "overload",
        weak: true,
      },
      { body: /<Error>\s{0,4}<Code>(?:ServiceUnavailable|InternalError)<\/Code>/i, word: "gateway-fault", weak: true },
      {
        headers: { "x-amz-error-code": /./ },
        word: { 500: "gateway-fault", 503: "gateway-fault" },
        reason: ["x-amz-error-code", /^([A-Za-z]{3,40})/],
        weak: true,
      },
      { headers: { server: /^AmazonS3$/ }, word: "passed-on" },
    ],
  },
]);

const ALB = "AWS Application Load Balancer";
const ALB_LOG: Saying = ["owner_alb_log_by_id", "owner_alb_log"];

export const awsNotes: FamilyNotes = {
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
