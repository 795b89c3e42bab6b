import type { Report } from "./report.ts";

const VENDOR = "http://www.gstatic.com/generate_204";
const page = (title: string, text: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

const FORTIGATE =
  '<div class="message-container"><h1>504 DNS look up failed</h1><p>The webserver reported that an error occurred while trying to access the website.</p></div>';
const NOT_SITE: Report["right"] = { notSide: "server" };

/** A page that came in the place of the browser maker's address as well, with that address in it. */
const both = (what: string, status: number, written: (host: string) => string, right: Report["right"]): Report => ({
  what,
  url: "http://shop.example/cart",
  status,
  body: written("shop.example"),
  way: "impostor",
  inItsPlace: { url: VENDOR, status, body: written("www.gstatic.com") },
  right,
});

const certificate = (status: number, what: string): Report => ({
  what: `an office's gateway that does not take the site's certificate: ${what}`,
  status,
  body: page(`${status} Upstream Certificate ${what}`, "The certificate was not issued by a trusted authority."),
  right: { side: "unsure", cause: ["misconfigured", "local-proxy"], gateway: "Cisco Umbrella" },
});

const STYLE =
  "This is the company’s gateway. If you need help, call the help desk and name the time and the page. ".repeat(4);

/** Boxes of the user's that are told as the site's: some known by now, most of them not. */
export const UNKNOWN_BOXES: readonly Report[] = [
  {
    what: "an office's proxy that finds no address for an internal name",
    url: "http://core:8000/",
    status: 504,
    body: FORTIGATE,
    right: NOT_SITE,
  },
  {
    what: "the same for a public site, while others answer",
    url: "http://shop.example/",
    status: 504,
    body: FORTIGATE,
    way: "online",
    right: NOT_SITE,
  },
  certificate(515, "Untrusted"),
  certificate(516, "CN Mismatch"),
  certificate(517, "Revoked"),
  {
    what: "a debugging proxy that finds no address, over https",
    status: 502,
    body: "ZAP Error [java.net.UnknownHostException]: shop.example\n\njava.net.UnknownHostException: shop.example\n",
    right: { notSide: "server", gateway: "ZAP", word: "name-not-found" },
  },
  {
    what: "the same proxy, which waited in vain",
    status: 504,
    body: "<html><head></head><body><pre>ZAP Error [java.net.SocketTimeoutException]: Read timed out</pre></body></html>",
    right: { notSide: "server", gateway: "ZAP", word: "unreached" },
  },
  {
    what: "a proxy in Node that nobody knows, over https",
    status: 502,
    body: "Error: getaddrinfo ENOTFOUND shop.example",
    right: { notSide: "server", gateway: null, word: "name-not-found" },
  },
  {
    what: "a small proxy that does not tell a name from a connection, while others answer",
    url: "http://shop.example/cart",
    status: 502,
    body: "<h2>502 Bad Gateway</h2><h3>Host Not Found or connection failed</h3>",
    way: "online",
    right: NOT_SITE,
  },
  {
    what: "a proxy in Go that nobody knows, over https",
    status: 502,
    body: "dial tcp: lookup shop.example on 10.0.0.1:53: no such host\n",
    right: { notSide: "server", gateway: null, word: "name-not-found" },
  },
  {
    what: "a proxy with a page of its own that found no address, while others answer",
    url: "http://shop.example/cart",
    status: 503,
    body: page("DNS error", "The host name shop.example could not be resolved."),
    way: "online",
    right: NOT_SITE,
  },
  {
    what: "the most common proxy in Chinese that found no address, while others answer",
    url: "http://shop.example/cart",
    status: 503,
    body: '<html><head><title>错误</title></head><body id="ERR_DNS_FAIL"><p>无法找到主机名 shop.example 的 IP 地址</p></body></html>',
    way: "online",
    right: { ...NOT_SITE, gateway: "Squid", word: "name-not-found" },
  },
  {
    what: "a proxy that nobody knows and that speaks German, over https",
    status: 502,
    body: page("Fehler", "DNS-Auflösung von shop.example fehlgeschlagen."),
    right: { notSide: "server", gateway: null, word: "name-not-found" },
  },
  {
    what: "a box that speaks Russian of the site as of somebody else",
    url: "http://shop.example/cart",
    status: 504,
    body: page("Ошибка прокси", "Не удалось подключиться: удалённый сервер не отвечает."),
    right: NOT_SITE,
  },
  {
    what: "a site in German that is not to be reached by its own word, while others answer",
    url: "http://shop.example/cart",
    status: 503,
    body: page("Ups", "Unsere Webseite ist gerade nicht erreichbar."),
    way: "online",
    right: { side: "server" },
  },
  {
    what: "a firewall that nobody knows and that does not take the site's certificate",
    status: 503,
    body: page("Certificate Error", "The certificate of the server you are trying to contact has expired."),
    right: { side: "unsure", cause: ["misconfigured", "local-proxy"] },
  },
  {
    what: "a box that speaks of the site as of somebody else",
    url: "http://shop.example/cart",
    status: 504,
    body: page("Error", "The website you requested could not be reached."),
    right: NOT_SITE,
  },
  both("an unknown box that writes for every address", 504, (host) => page("Oops", `${host} cannot be shown.`), {
    side: "you",
    cause: "local-proxy",
  }),
  both(
    "a web server in the user's way",
    502,
    () => "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>",
    {
      side: "you",
      cause: "local-proxy",
    },
  ),
  both("a proxy that says nothing at all", 502, () => "", { side: "you", cause: "local-proxy" }),
  both(
    "a long page whose reason differs",
    503,
    (host) => page(host === "shop.example" ? "Timeout" : "Refused", STYLE),
    {
      side: "you",
      cause: "local-proxy",
    },
  ),
  {
    ...both("two pages of two writers", 502, () => "", { notSide: "you" }),
    body: page("Shop", "Something went wrong in our kitchen."),
  },
  {
    what: "a site's gateway that finds its own server not, over https",
    status: 502,
    body: page("502", "DNS lookup failed for the origin server."),
    right: { side: "server", cause: "misconfigured" },
  },
  {
    what: "a site whose server is down, behind a gateway that nobody knows",
    status: 502,
    body: page("502 Bad Gateway", "connect ECONNREFUSED 10.0.0.7:8080"),
    right: { side: "server", cause: "origin-down" },
  },
];
