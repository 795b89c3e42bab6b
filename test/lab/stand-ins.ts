import type { Cause } from "../../src/core/evidence/causes.ts";
import type { Written } from "./upstream.ts";

/**
 * Services that cannot run here, each played by one answer that carries the service's own markers (short
 * strings: header fields, titles, ids) and none of its pages' prose or design. They show that a marker is
 * read as it should be, not that the service still writes it.
 */
export interface StandIn {
  readonly id: string;
  readonly product: string;
  readonly cause: Cause;
  /** Causes that this very answer cannot tell from the true one. */
  readonly alsoAccept?: readonly Cause[];
  readonly answer: Written;
  /** The same for whoever accepts problem details, where the service has them. */
  readonly inFields?: Written;
}

const HTML = { "content-type": "text/html; charset=utf-8", "cache-control": "no-store" };
const JSON_TYPE = { "content-type": "application/json", "cache-control": "no-store" };
const TEXT = { "content-type": "text/plain", "cache-control": "no-store" };

const page = (title: string, body: string): string =>
  `<!doctype html><html><head><title>${title}</title></head><body>${body}</body></html>`;

const CLOUDFLARE = { ...HTML, server: "cloudflare", "cf-ray": "8a1b2c3d4e5f6071-FRA" };

type Box = "browser" | "cloudflare" | "host";

/** The page with the three boxes: you, Cloudflare, the host. The guilty one is marked. */
function threeBoxes(code: number, title: string, guilty: Box): string {
  const box = (name: Box) =>
    `<div id="cf-${name}-status" class="${name === guilty ? "cf-error-source" : ""}"><span class="cf-icon-${name === guilty ? "error" : "ok"}"></span>${name === guilty ? "Error" : "Working"}</div>`;
  return page(
    `shop.example | ${code}: ${title}`,
    `<div id="cf-wrapper"><div id="cf-error-details"><span class="code-label">Error code ${code}</span>
${box("browser")}${box("cloudflare")}${box("host")}<span>Cloudflare Ray ID: <strong>8a1b2c3d4e5f6071</strong></span></div></div>`,
  );
}

/** How Cloudflare tells the same in fields, which it does since April 2026. */
const cloudflareInFields = (code: number, category: "origin" | "cloudflare" | "ssl"): Written => ({
  status: code,
  headers: {
    ...CLOUDFLARE,
    "content-type": "application/problem+json",
    ...(category !== "ssl" && { "retry-after": "120" }),
  },
  body: JSON.stringify({
    title: `Error ${code}`,
    status: code,
    error_code: code,
    error_category: category,
    ray_id: "8a1b2c3d4e5f6071",
    cloudflare_error: true,
    retryable: category !== "ssl",
    ...(category !== "ssl" && { retry_after: 120 }),
    owner_action_required: category !== "cloudflare",
  }),
});

const cloudflare = (code: number, title: string, cause: Cause, alsoAccept: readonly Cause[] = []): StandIn => ({
  id: `cloudflare-${code}`,
  product: "cloudflare",
  cause,
  alsoAccept,
  answer: { status: code, headers: CLOUDFLARE, body: threeBoxes(code, title, "host") },
  inFields: cloudflareInFields(code, code === 525 || code === 526 ? "ssl" : "origin"),
});

/** A page of the site's own in place of Cloudflare's, which says nothing of the reason. */
const cloudflareBehindOwnPage = (code: number, category: "origin" | "cloudflare" | "ssl", cause: Cause): StandIn => ({
  id: `cloudflare-own-page-${code}`,
  product: "cloudflare",
  cause,
  answer: { status: code, headers: CLOUDFLARE, body: page("Shop", "<h1>Sorry</h1><p>Something went wrong.</p>") },
  inFields: cloudflareInFields(code, category),
});

/** A 530 says no more than that a second code tells which. */
const cloudflare530 = (code: number, title: string, cause: Cause): StandIn => ({
  id: `cloudflare-530-${code}`,
  product: "cloudflare",
  cause,
  answer: {
    status: 530,
    headers: { ...CLOUDFLARE, "cf-error-type": String(code) },
    body: page(
      `${title} | shop.example | Cloudflare`,
      `<div id="cf-wrapper"><div id="cf-error-details"><h1><span>Error</span> <span>${code}</span></h1><h2>${title}</h2></div></div>`,
    ),
  },
});

const nginxLike = (status: string, tail: string): string =>
  `<html>\r\n<head><title>${status}</title></head>\r\n<body>\r\n<center><h1>${status}</h1></center>\r\n${tail}</body>\r\n</html>\r\n`;

const alb = (status: 502 | 503 | 504, words: string, cause: Cause, alsoAccept: readonly Cause[] = []): StandIn => ({
  id: `aws-alb-${status}`,
  product: "aws-alb",
  cause,
  alsoAccept,
  answer: { status, headers: { "content-type": "text/html", server: "awselb/2.0" }, body: nginxLike(words, "") },
});

const cloudfront = (id: string, status: number, reason: string, cause: Cause, also: readonly Cause[]): StandIn => ({
  id: `cloudfront-${id}`,
  product: "cloudfront",
  cause,
  alsoAccept: also,
  answer: {
    status,
    headers: {
      ...HTML,
      server: "CloudFront",
      "x-cache": "Error from cloudfront",
      via: "1.1 0123456789abcdef0123456789abcdef.cloudfront.net (CloudFront)",
      "x-amz-cf-pop": "FRA56-P1",
      "x-amz-cf-id": "AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQr==",
    },
    body: page(
      "ERROR: The request could not be satisfied",
      `<h1>${status} ERROR</h1><h2>The request could not be satisfied.</h2>${reason}<pre>Generated by cloudfront (CloudFront)\nRequest ID: AbCdEfGhIjKlMnOpQrStUvWxYz0123456789AbCdEfGhIjKlMnOpQr==</pre>`,
    ),
  },
});

const fastly = (reason: string, cause: Cause, alsoAccept: readonly Cause[] = []): StandIn => ({
  id: `fastly-${reason.replaceAll(" ", "-")}`,
  product: "fastly",
  cause,
  alsoAccept,
  answer: {
    status: 503,
    headers: {
      ...HTML,
      "retry-after": "0",
      via: "1.1 varnish",
      "x-served-by": "cache-fra-etou8220042-FRA",
      "x-timer": "S1790000000.000000,VS0,VE15002",
    },
    body: page(
      `503 ${reason}`,
      `<h1>Error 503 ${reason}</h1><p>${reason}</p><h3>Guru Mediation:</h3><p>Details: cache-fra-etou8220042-FRA 1790000000 3234964384</p><hr><p>Varnish cache server</p>`,
    ),
  },
});

const plain = (
  id: string,
  status: number,
  body: string,
  headers: Readonly<Record<string, string>>,
  cause: Cause,
  alsoAccept: readonly Cause[] = [],
): StandIn => ({
  id,
  product: id.replace(/-(?:\d{3}|h\d+|maintenance|stopped)$/, ""),
  cause,
  alsoAccept,
  answer: { status, headers, body },
});

const ENVOY = { ...TEXT, server: "envoy" };
const ENVOY_RESET = "upstream connect error or disconnect/reset before headers. reset reason: ";
const NO_ANSWER: readonly Cause[] = ["origin-down"];
const APP_DOWN: readonly Cause[] = ["origin-invalid", "origin-slow", "overload"];

export const STAND_INS: readonly StandIn[] = [
  cloudflare(502, "Bad gateway", "origin-invalid", NO_ANSWER),
  cloudflare(520, "Web server is returning an unknown error", "origin-invalid"),
  cloudflare(521, "Web server is down", "origin-down"),
  cloudflare(522, "Connection timed out", "origin-down", ["origin-slow", "overload"]),
  cloudflare(523, "Origin is unreachable", "misconfigured"),
  cloudflare(524, "A timeout occurred", "origin-slow"),
  cloudflare(525, "SSL handshake failed", "misconfigured"),
  cloudflare(526, "Invalid SSL certificate", "misconfigured"),
  cloudflareBehindOwnPage(500, "cloudflare", "gateway-fault"),
  cloudflareBehindOwnPage(504, "origin", "origin-slow"),
  cloudflareBehindOwnPage(526, "ssl", "misconfigured"),
  cloudflare530(1016, "Origin DNS error", "misconfigured"),
  cloudflare530(1033, "Cloudflare Tunnel error", "origin-down"),
  {
    id: "cloudflare-edge-502",
    product: "cloudflare",
    cause: "gateway-fault",
    answer: {
      status: 502,
      headers: CLOUDFLARE,
      body: nginxLike("502 Bad Gateway", "<hr><center>cloudflare</center>\r\n"),
    },
  },
  {
    id: "cloudflare-500-own",
    product: "cloudflare",
    cause: "gateway-fault",
    answer: {
      status: 500,
      headers: CLOUDFLARE,
      body: threeBoxes(500, "Internal server error", "cloudflare"),
    },
  },
  alb(502, "502 Bad Gateway", "origin-invalid", NO_ANSWER),
  alb(503, "503 Service Temporarily Unavailable", "origin-down"),
  alb(504, "504 Gateway Time-out", "origin-slow"),
  cloudfront("502", 502, "CloudFront wasn't able to connect to the origin.", "origin-down", ["origin-invalid"]),
  cloudfront("dns", 502, "CloudFront wasn't able to resolve the origin domain name.", "misconfigured", []),
  fastly("first byte timeout", "origin-slow"),
  fastly("Connection refused", "origin-down"),
  plain("envoy-uf-503", 503, `${ENVOY_RESET}connection failure`, ENVOY, "origin-down"),
  plain("envoy-overflow-503", 503, `${ENVOY_RESET}overflow`, ENVOY, "overload"),
  plain("istio-503", 503, "no healthy upstream", { ...TEXT, server: "istio-envoy" }, "origin-down"),
  plain("envoy-504", 504, "upstream request timeout", ENVOY, "origin-slow"),
  plain(
    "kong-502",
    502,
    '{"message":"An invalid response was received from the upstream server"}',
    { ...JSON_TYPE, server: "kong/3.4.0", "x-kong-response-latency": "3" },
    "origin-invalid",
    NO_ANSWER,
  ),
  plain(
    "kong-504",
    504,
    '{"message":"The upstream server is timing out"}',
    { ...JSON_TYPE, server: "kong/3.4.0", "x-kong-response-latency": "60001" },
    "origin-slow",
  ),
  plain(
    "vercel-504",
    504,
    page("504: GATEWAY_TIMEOUT", "<p>Code: FUNCTION_INVOCATION_TIMEOUT</p><p>ID: fra1::fs8k9-1790000000000-abc</p>"),
    {
      ...HTML,
      server: "Vercel",
      "x-vercel-error": "FUNCTION_INVOCATION_TIMEOUT",
      "x-vercel-id": "fra1::fs8k9-1790000000000-abc",
    },
    "origin-slow",
  ),
  plain(
    "heroku-503",
    503,
    page("Application Error", '<iframe src="//www.herokucdn.com/error-pages/application-error.html"></iframe>'),
    { ...HTML, server: "Cowboy", via: "1.1 vegur" },
    "origin-down",
    APP_DOWN,
  ),
  plain(
    "heroku-maintenance",
    503,
    page("Offline for Maintenance", '<iframe src="//www.herokucdn.com/error-pages/maintenance-mode.html"></iframe>'),
    { ...HTML, server: "Cowboy", via: "1.1 vegur" },
    "maintenance",
  ),
  plain(
    "google-lb-502",
    502,
    page("502 Server Error", "<h1>Error: Server Error</h1><h2>The server encountered a temporary error.</h2>"),
    { ...HTML, via: "1.1 google" },
    "origin-invalid",
    NO_ANSWER,
  ),
  plain(
    "azure-front-door-503",
    503,
    page(
      "Service unavailable",
      "<h2>Our services aren't available right now</h2><p>Ref A: 0A1B Ref B: FRA Ref C: 2026</p>",
    ),
    { ...HTML, "x-azure-ref": "20261120T000000Z-0123456789abcdef", "x-cache": "CONFIG_NOCACHE" },
    "origin-down",
    APP_DOWN,
  ),
  plain(
    "akamai-503",
    503,
    page(
      "Service Unavailable",
      "<h1>Service Unavailable</h1>Reference&#32;&#35;9&#46;a1b2c3d4&#46;1790000000&#46;1a2b3c4d",
    ),
    { ...HTML, server: "AkamaiGHost" },
    "origin-down",
    APP_DOWN,
  ),
  plain(
    "iis-arr-502",
    502,
    page(
      "502 - Web server received an invalid response while acting as a gateway or proxy server.",
      "<h1>Server Error</h1>",
    ),
    { ...HTML, server: "Microsoft-IIS/10.0", "x-powered-by": "ARR/3.0" },
    "origin-invalid",
    NO_ANSWER,
  ),
  plain(
    "iis-stopped",
    503,
    page("Service Unavailable", "<h2>Service Unavailable</h2><p>HTTP Error 503. The service is unavailable.</p>"),
    { ...HTML, server: "Microsoft-HTTPAPI/2.0" },
    "origin-down",
    APP_DOWN,
  ),
];
