import { cloudflare1xxx, nginxPage } from "../../gateways/samples.ts";
import type { Report } from "./report.ts";

const CLOUDFLARE = { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" };
const heading = (code: number): string =>
  `<h1 class="x"><span data-translate="error">Error</span>\n <span>${code}</span></h1>`;

/** Answers whose writer or reason stands where nobody looked: in a number's markup, in a field, in a last line. */
export const NAMED_WRITERS: readonly Report[] = [
  {
    what: "a site's own program at Cloudflare's edge has crashed",
    status: 500,
    headers: CLOUDFLARE,
    body: cloudflare1xxx(heading(1101)),
    right: { side: "server", notCause: "gateway-fault", gateway: "Cloudflare", detail: "1101" },
  },
  {
    what: "a site's own program at Cloudflare's edge is over its limits",
    status: 503,
    headers: CLOUDFLARE,
    body: cloudflare1xxx(heading(1102)),
    right: { side: "server", cause: "overload", word: "overload", detail: "1102" },
  },
  {
    what: "a name that Cloudflare cannot resolve",
    status: 530,
    headers: CLOUDFLARE,
    body: cloudflare1xxx(heading(1016)),
    right: { side: "server", cause: "misconfigured", detail: "1016" },
  },
  {
    what: "a mesh without a ready endpoint, and an empty answer",
    status: 504,
    headers: { "l5d-proxy-error": "logical service 10.0.0.7:80: backend shop:80: service in fail-fast" },
    body: "",
    headersOnly: true,
    right: { side: "server", cause: "origin-down", gateway: "Linkerd", detail: "service in fail-fast" },
  },
  {
    what: "the same behind an Envoy that passed it on",
    status: 504,
    headers: { server: "envoy", "x-envoy-upstream-service-time": "3001", "l5d-proxy-error": "service in fail-fast" },
    body: "",
    headersOnly: true,
    right: { side: "server", cause: "origin-down", gateway: "Linkerd" },
  },
  {
    what: "a router that was refused",
    status: 502,
    headers: { "x-cf-routererror": "endpoint_failure (dial tcp 10.0.0.7:61004: connect: connection refused)" },
    body: "502 Bad Gateway: Registered endpoint failed to handle the request.",
    headersOnly: true,
    right: { side: "server", cause: "origin-down", gateway: "Cloud Foundry" },
  },
  {
    what: "a reason in a field of nobody's",
    status: 503,
    headers: { "x-upstream-error": "connect ECONNREFUSED 10.0.0.7:3000 connection refused" },
    body: "",
    headersOnly: true,
    right: { side: "server", cause: "origin-down", gateway: null, word: "origin-down" },
  },
  ...["stgw", "stgw/1.3.12.4_1.13.5", "Byte-nginx", "Angie/1.10.3", "freenginx/1.27.4"].map(
    (name): Report => ({
      what: `nginx's page with ${name} in its last line`,
      status: 502,
      body: nginxPage("502 Bad Gateway", `<hr><center>${name}</center>\r\n`),
      right: { side: "server", gateway: name.split("/")[0] ?? null, word: "no-valid-answer" },
    }),
  ),
];
