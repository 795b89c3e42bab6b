import type { Written } from "../upstream.ts";
import type { ForwardProxyKind } from "./forward-proxy.ts";

/** What a played proxy writes, from its documented markers: about its own way out, and about a site that refuses. */
export interface ProxyWords {
  readonly ownFault: Written;
  readonly siteRefuses: (host: string) => Written;
  /** It opens https as well, with a certificate that the browser has been told to trust. */
  readonly opensTls: boolean;
}

const HTML = { "content-type": "text/html; charset=utf-8", connection: "close" };

const mitmproxy = (reason: string): Written => ({
  status: 502,
  headers: { ...HTML, server: "mitmproxy 10.1.1" },
  body: `<html><head><title>502 Bad Gateway</title></head><body><h1>502 Bad Gateway</h1><p>${reason}</p></body></html>`,
});

/** It pads its page past 512 bytes, or old browsers would show one of their own. */
const fiddler = (text: string): Written => ({
  status: 502,
  headers: { ...HTML, "cache-control": "no-cache, must-revalidate", timestamp: "04:47:06.295" },
  body: `[Fiddler] ${text}${" ".repeat(512)}`,
});

const privoxy = (status: 502 | 503, reason: string): Written => ({
  status,
  headers: HTML,
  body: `<!doctype html><html><head><title>${status} - ${reason} (Privoxy@localhost)</title></head><body><h1>${status}</h1><p>${reason}</p></body></html>`,
});

/** A product that is in nobody's list: a title, a sentence and a reference that differs each time. */
const unlisted = (status: 502 | 503 | 504, title: string, text: string): Written => ({
  status,
  headers: HTML,
  body: `<!doctype html><html><head><title>${title}</title></head><body><h2>${title}</h2><p>${text}</p></body></html>`,
});

export const PROXY_WORDS: Record<Exclude<ForwardProxyKind, "squid">, ProxyWords> = {
  mitmproxy: {
    ownFault: mitmproxy("[Errno 111] Connect call failed ('127.0.0.1', 3128)"),
    siteRefuses: () => mitmproxy("[Errno 111] Connect call failed ('203.0.113.7', 443)"),
    opensTls: true,
  },
  fiddler: {
    ownFault: fiddler("The connection to the upstream proxy/gateway failed."),
    siteRefuses: (host) => fiddler(`The connection to '${host}' failed. <br />Error: ConnectionRefused (0x274d).`),
    opensTls: true,
  },
  privoxy: {
    ownFault: privoxy(503, "Forwarding failure"),
    siteRefuses: () => privoxy(503, "Connect failed"),
    opensTls: false,
  },
  "office-box": {
    ownFault: unlisted(503, "Gateway notice", "The upstream link is not available. Case 4711-03."),
    siteRefuses: (host) => unlisted(503, "Gateway notice", `${host} refused the connection. Case 4711-09.`),
    opensTls: false,
  },
  "school-filter": {
    ownFault: unlisted(504, "Schulfilter", "Die Leitung nach draußen antwortet nicht."),
    siteRefuses: (host) => unlisted(504, "Schulfilter", `${host} antwortet nicht.`),
    opensTls: false,
  },
  "opening-box": {
    ownFault: unlisted(502, "Secure web relay", "The relay has lost its way out."),
    siteRefuses: (host) => unlisted(502, "Secure web relay", `The relay was refused by ${host}.`),
    opensTls: true,
  },
};
