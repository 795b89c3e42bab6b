import type { Report } from "./report.ts";

const PLAIN = "http://shop.example/cart";
const VENDOR = "www.gstatic.com/generate_204";
const page = (title: string, text: string): string =>
  `<html><head><title>${title}</title></head><body><h1>${title}</h1><p>${text}</p></body></html>`;

const YOU: Report["right"] = { side: "you", cause: "local-proxy" };
const LOGIN: Report["right"] = { side: "you", cause: "captive-portal" };
const NOT_YOU: Report["right"] = { notSide: "you" };

interface Way {
  readonly scheme: "http" | "https";
  readonly way: "impostor" | "captive-portal";
  readonly status: number;
  readonly body: string;
  readonly there: { readonly status: number; readonly body: string };
}

/** What the site gives and what comes in place of the browser maker's address, over the same scheme. */
const seen = (what: string, { scheme, way, status, body, there }: Way, right: Report["right"]): Report => ({
  what,
  url: scheme === "http" ? PLAIN : "https://shop.example/cart",
  status,
  body,
  way,
  inItsPlace: { url: `${scheme}://${VENDOR}`, ...there },
  right,
});

const errors = (
  what: string,
  scheme: "http" | "https",
  here: readonly [status: number, body: string],
  there: readonly [status: number, body: string],
  right: Report["right"],
): Report =>
  seen(
    what,
    { scheme, way: "impostor", status: here[0], body: here[1], there: { status: there[0], body: there[1] } },
    right,
  );

const portal = (
  what: string,
  here: readonly [status: number, body: string],
  there: string,
  right: Report["right"],
): Report =>
  seen(
    what,
    { scheme: "http", way: "captive-portal", status: here[0], body: here[1], there: { status: 200, body: there } },
    right,
  );

const LOST = page("No internet", "This gateway has no connection. Incident 4711, call the help desk.");
const NGINX = "<center><h1>502 Bad Gateway</h1></center><hr><center>nginx</center>";
const HAPROXY =
  "<html><body><h1>503 Service Unavailable</h1>\nNo server is available to handle this request.\n</body></html>";
const GOOGLE =
  "<h1>Error: Server Error</h1>\n<h2>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds.</h2>";
const WANTS = page("Welcome", "Please log in to use the Wi-Fi of this hotel.");
const json = (host: string, id: string): string =>
  `{"error":"upstream_unreachable","message":"the proxy cannot reach ${host}","request_id":"${id}"}`;
const leading = (host: string): string =>
  `<meta http-equiv="refresh" content="0; url=http://login.hotel.example/?to=${host}">`;

/** A network that filters the maker's name alone: until the failure comes again, a portal may have come between. */
const filtered = (...[what, here, there]: readonly [string, readonly [number, string], string]): Report => ({
  ...portal(what, here, there, { side: "unsure" }),
  onceAsked: { side: "server" },
});

/** What comes in place of an unrelated address, beside a failure of the same writer's, or of its look-alike's. */
export const WAYS: readonly Report[] = [
  errors("a nameless empty 502 for every plain site", "http", [502, ""], [502, ""], YOU),
  errors("an empty 502, and an empty refusal of the maker's address", "http", [502, ""], [403, ""], NOT_YOU),
  errors("an empty 502, and another empty error", "http", [502, ""], [503, ""], NOT_YOU),
  errors("a bare 503 for every plain site", "http", [503, "Service Unavailable"], [503, "Service Unavailable"], YOU),
  errors("two bare errors that differ", "http", [503, "Service Unavailable"], [503, "Forbidden by policy"], NOT_YOU),
  errors(
    "a proxy that speaks JSON",
    "http",
    [502, json("shop.example", "a1")],
    [502, json("www.gstatic.com", "b2")],
    YOU,
  ),
  errors(
    "one that speaks of its own plight, by an incident's number",
    "http",
    [503, LOST],
    [503, LOST.replace("4711", "4712")],
    YOU,
  ),
  errors(
    "an office's refusal of the maker's address, while the site is down",
    "http",
    [502, NGINX],
    [503, page("Blocked", "The policy of this office forbids this category.")],
    NOT_YOU,
  ),
  errors(
    "a network's refusal, while the site is down behind HAProxy",
    "http",
    [503, HAPROXY],
    [403, page("403 Forbidden", "Request forbidden by administrative rules.")],
    NOT_YOU,
  ),
  errors(
    "the maker's own address down behind the same service as the site",
    "http",
    [502, GOOGLE],
    [502, GOOGLE],
    NOT_YOU,
  ),
  errors("the same over https", "https", [502, GOOGLE], [502, GOOGLE], NOT_YOU),
  errors("an empty 503 of both over https", "https", [503, ""], [503, ""], { side: "unsure" }),
  errors("a bare 503 of both over https", "https", [503, "Service Unavailable"], [503, "Service Unavailable"], {
    side: "unsure",
  }),
  errors("a box that opens https and says what it is", "https", [502, LOST], [502, LOST.replace("4711", "4712")], YOU),
  portal("a portal that answers for the site with its own page", [503, WANTS], WANTS, LOGIN),
  portal(
    "a portal whose page for a site has a line more",
    [503, page("Not yet", "Please log in to use the Wi-Fi of this hotel.")],
    "<p>Please log in to use the Wi-Fi of this hotel.</p>",
    LOGIN,
  ),
  portal(
    "a portal whose page leads every reader to its log-in",
    [503, leading("shop.example")],
    leading("www.gstatic.com"),
    LOGIN,
  ),
  portal("a portal that says it by the code", [511, page("Sorry", "Not yet.")], WANTS, LOGIN),
  filtered("a network that filters the maker's name, while the site is down", [502, NGINX], WANTS),
  filtered("the same with a site behind HAProxy", [503, HAPROXY], WANTS),
  filtered("the same with a site that says nothing", [502, ""], WANTS),
  filtered("the same with a sinkhole that says nothing", [502, NGINX], ""),
  portal("a site's own bare page beside a bare one", [503, "Service Unavailable"], "OK", NOT_YOU),
];
