import type { Report } from "./report.ts";

const FASTLY = { server: "Varnish", via: "1.1 varnish", "x-served-by": "cache-fra1234567-FRA", "retry-after": "0" };
const VARNISH_3 = { server: "Varnish", via: "1.1 varnish", "x-varnish": "1234567890", "retry-after": "5" };

const page = (title: string, text = ""): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

const guru = (heading: string, reason: string, prolog = ""): string =>
  `${prolog}<html><body><h1>Error 503 ${reason}</h1><p>${reason}</p><h3>${heading}:</h3><p>XID: 1</p></body></html>`;

const fastly = (reason: string, right: Report["right"]): Report => ({
  what: `Fastly: ${reason}`,
  status: 503,
  headers: FASTLY,
  body: guru("Guru Mediation", reason),
  right: { notWord: "unavailable", detail: reason, ...right },
});

const akamai = (reason: string, right: Report["right"]): Report => ({
  what: `Akamai: ${reason}`,
  status: 503,
  headers: { server: "AkamaiGHost" },
  body: `<H1>Service Unavailable - ${reason}</H1>Reference&#32;&#35;11&#46;1a2b3c17&#46;1700000000&#46;4d5e6f7`,
  right: { notCause: "overload", detail: reason, ...right },
});

const bare = (what: string, body: string, headers: Report["headers"] = {}): Report => ({
  what,
  status: 503,
  headers,
  body,
  right: { side: "server", notCause: ["overload", "maintenance"] },
});

/** Gateways whose page names a reason that no list holds, or none. */
export const BARE_503: readonly Report[] = [
  fastly("certificate has expired", { cause: "misconfigured" }),
  fastly("No healthy IP available for the backend", { cause: "origin-down" }),
  fastly("Backend unavailable, connection timeout", { cause: "origin-down" }),
  fastly("No healthy backends", { cause: "origin-down" }),
  fastly("unable to resolve backend host name", { cause: "misconfigured" }),
  akamai("DNS failure", { cause: "misconfigured" }),
  akamai("Fail to connect", { cause: "origin-down" }),
  akamai("Zero size object", { cause: "origin-invalid" }),
  akamai("SSL handshake failure", { cause: "misconfigured" }),
  akamai("Something of its own", { word: "unavailable" }),
  {
    what: "Varnish up to version 3, for every failed fetch",
    status: 503,
    headers: VARNISH_3,
    body: guru("Guru Meditation", "Service Unavailable", '<?xml version="1.0" encoding="utf-8"?>\n'),
    right: { word: "no-valid-answer", cause: ["origin-down", "origin-invalid"] },
  },
  {
    what: "a site's own reason in Varnish, in the details as it is",
    status: 503,
    body: guru("Guru Meditation", "Come back on Monday"),
    right: { word: "unavailable", notCause: "overload", detail: "Come back on Monday" },
  },
  bare("a bare 503 of nobody's", page("Service Unavailable")),
  bare(
    "a bare 503 of nginx's",
    "<center><h1>503 Service Temporarily Unavailable</h1></center><hr><center>nginx</center>",
  ),
  bare("an empty 503 behind Cloudflare", "", { server: "cloudflare", "cf-ray": "0123456789abcdef-FRA" }),
  bare(
    "a program that has not started",
    `${page("HTTP Status 503 – Service Unavailable")}<h3>Apache Tomcat/9.0.71</h3>`,
  ),
  {
    what: "a site that says it is full",
    status: 503,
    headers: { server: "nginx" },
    body: page("Busy", "There is a queue. Please wait."),
    right: { side: "server", cause: "overload" },
  },
];
