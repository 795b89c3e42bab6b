import type { Truth } from "../faults.ts";
import { ORIGIN } from "../faults.ts";
import { SHOP } from "../names.ts";
import type { WrittenText } from "../upstream.ts";
import type { ConnectivityState } from "../world.ts";
import { failingAt, html, killed, saying } from "./behaviours.ts";
import type { Draft, Staging } from "./scenario.ts";

const PLAIN = `http://${SHOP}/cart`;
const YOURS = { side: "you", cause: "local-proxy" } as const;
const WANTS_LOG_IN = { side: "you", cause: "captive-portal" } as const;
const DOWN = {
  side: "server",
  cause: "origin-down",
  alsoAccept: ["origin-invalid", "gateway-fault", "overload"],
} as const;
const LOOKS_ALIKE = { needsAnotherBrowser: true } as const;

const text = (status: number, body: string, headers: Readonly<Record<string, string>> = {}): WrittenText => ({
  status,
  headers: { ...(body !== "" && { "content-type": "text/plain; charset=utf-8" }), ...headers },
  body,
});

const EMPTY = text(502, "");
const BARE = text(503, "Service Unavailable");
const LOST = html(504, "No way out", `This gateway cannot reach ${SHOP}. Call the help desk and name incident 4711.`);
const AS_JSON: WrittenText = {
  status: 502,
  headers: { "content-type": "application/json" },
  body: JSON.stringify({
    error: "upstream_unreachable",
    message: `the proxy cannot reach ${SHOP}`,
    request_id: "a1b2",
  }),
};
const FORBIDDEN = html(403, "Blocked", "The policy of this office forbids this category of sites.");
const NGINX = html(502, "502 Bad Gateway", "</p><center>nginx</center><p>");
/** What a large service writes when it has trouble of its own, in front of whichever site. */
const SERVICE: WrittenText = {
  status: 502,
  headers: { "content-type": "text/html; charset=UTF-8", via: "1.1 google" },
  body: "<title>Error 502 (Server Error)!!1</title><p><b>502.</b> That’s an error.<p>The server encountered a temporary error and could not complete your request.<p>Please try again in 30 seconds. That’s all we know.",
};
const LOG_IN = html(200, "Welcome", "Please log in to use the Wi-Fi of this hotel.");
/** A form alone: a refresh would lead the tab away before anybody asks. */
const LEADING = `<form action="http://login.hotel.example/auth?to=${SHOP}"><input name="room"><input name="name"></form>`;
const leading = (status: number): WrittenText => ({ status, headers: { "content-type": "text/html" }, body: LEADING });

/** The same in place of a browser maker's address over plain http, while its https address brings nothing, or its own answer. */
const inPlace = (plain: WrittenText, secure: "nothing" | "own" = "nothing"): ConnectivityState => ({ plain, secure });

interface Way extends Partial<Staging> {
  readonly id: string;
  readonly fault: string;
  readonly gateway?: string;
  readonly truth: Truth;
  readonly twin: string;
  readonly connectivity: ConnectivityState;
}

/** Faultline may read all sites: otherwise nobody sees what comes in place of another address. */
const way = ({ id, fault, gateway = "none", truth, twin, ...staging }: Way): Draft => ({
  id: `way-${id}`,
  gateway,
  fault,
  truth,
  twin: `way-${twin}`,
  staging: { program: "node", url: PLAIN, behaviour: killed, granted: true, ...staging },
});

/** What answers in place of every site, and the look-alikes in which the site is down and something else is amiss. */
export const WAYS: readonly Draft[] = [
  way({
    id: "empty-for-all",
    fault: "a nameless 502 without a body for every plain site",
    truth: YOURS,
    twin: "empty-refusal",
    behaviour: saying(EMPTY),
    connectivity: inPlace(EMPTY),
  }),
  way({
    id: "empty-for-all-plain",
    fault: "the same, in the way of plain http alone",
    truth: YOURS,
    twin: "empty-site",
    behaviour: saying(EMPTY),
    connectivity: inPlace(EMPTY, "own"),
  }),
  way({
    id: "empty-refusal",
    fault: "a site that says nothing, in a network that refuses a test address without a word",
    truth: DOWN,
    twin: "empty-for-all",
    behaviour: saying(EMPTY),
    connectivity: inPlace(text(403, "")),
  }),
  way({
    id: "empty-site",
    fault: "a site in plain http that says nothing",
    truth: DOWN,
    twin: "empty-for-all-plain",
    behaviour: saying(EMPTY),
    connectivity: "online",
  }),
  way({
    id: "empty-page",
    fault: "one page without a word, while the front page comes through, and a test address that says nothing either",
    truth: { side: "server", cause: "page-only" },
    twin: "empty-for-all",
    behaviour: failingAt("/cart", EMPTY),
    connectivity: inPlace(EMPTY),
  }),
  way({
    id: "bare-for-all",
    fault: "a bare 503 for every plain site",
    truth: YOURS,
    twin: "office-refusal",
    behaviour: saying(BARE),
    connectivity: inPlace(BARE),
  }),
  way({
    id: "office-refusal",
    fault: "a bare 503 of the site's, in an office that refuses a test address",
    truth: { ...DOWN, cause: "overload", alsoAccept: ["origin-down", "maintenance"] },
    twin: "bare-for-all",
    behaviour: saying(BARE),
    connectivity: inPlace(FORBIDDEN),
  }),
  way({
    id: "help-desk-for-all",
    fault: "a box that nobody knows, which names each site and an incident",
    truth: YOURS,
    twin: "help-desk-site",
    behaviour: saying(LOST),
    connectivity: inPlace({ ...LOST, body: LOST.body.replace("4711", "4712") }),
  }),
  way({
    id: "help-desk-site",
    fault: "a site whose own gateway writes such a page, in an office that refuses a test address",
    truth: { ...DOWN, ...LOOKS_ALIKE },
    twin: "help-desk-for-all",
    behaviour: saying(LOST),
    connectivity: inPlace(FORBIDDEN),
  }),
  way({
    id: "json-for-all",
    fault: "a box that nobody knows and that speaks JSON",
    truth: YOURS,
    twin: "json-site",
    behaviour: saying(AS_JSON),
    connectivity: inPlace({ ...AS_JSON, body: AS_JSON.body.replace("a1b2", "c3d4") }, "own"),
  }),
  way({
    id: "json-site",
    fault: "a site's own gateway that speaks JSON",
    truth: DOWN,
    twin: "json-for-all",
    behaviour: saying(AS_JSON),
    connectivity: "online",
  }),
  way({
    id: "nginx-for-all",
    gateway: "nginx",
    fault: "a web server in the way of every plain site",
    truth: YOURS,
    twin: "nginx-refused-maker",
    behaviour: saying(NGINX),
    connectivity: inPlace(NGINX),
  }),
  way({
    id: "nginx-refused-maker",
    gateway: "nginx",
    program: "nginx",
    fault: "a site that is down, in an office that refuses a test address",
    truth: DOWN,
    twin: "nginx-for-all",
    connectivity: inPlace(FORBIDDEN),
  }),
  way({
    id: "service-down",
    gateway: "google",
    fault: "a service that both the site and the test address use is out",
    truth: { side: "server", cause: "gateway-fault", alsoAccept: ["origin-down", "origin-invalid"] },
    twin: "help-desk-for-all",
    behaviour: saying(SERVICE),
    connectivity: inPlace(SERVICE, "nothing"),
  }),
  way({
    id: "bare-for-all-https",
    fault: "a box that opens https and gives a bare 503 for every site",
    truth: { ...YOURS, ...LOOKS_ALIKE },
    twin: "bare-both-https",
    url: `${ORIGIN}/cart`,
    behaviour: saying(BARE),
    connectivity: { plain: BARE, secure: BARE },
  }),
  way({
    id: "bare-both-https",
    fault: "a bare 503 of the site's, while a test address is out as well",
    truth: { ...DOWN, cause: "overload", alsoAccept: ["origin-down", "maintenance"], ...LOOKS_ALIKE },
    twin: "bare-for-all-https",
    url: `${ORIGIN}/cart`,
    behaviour: saying(BARE),
    connectivity: { plain: "nothing", secure: BARE },
  }),
  way({
    id: "portal-own-page",
    gateway: "portal",
    fault: "a portal that gives a 503 with its log-in page in the site's place",
    truth: WANTS_LOG_IN,
    twin: "portal-filter",
    behaviour: saying({ ...LOG_IN, status: 503 }),
    connectivity: inPlace(LOG_IN),
  }),
  way({
    id: "portal-leading",
    gateway: "portal",
    fault: "a portal whose pages say nothing and lead to its log-in",
    truth: WANTS_LOG_IN,
    twin: "portal-filter-redirect",
    behaviour: saying(leading(503)),
    connectivity: inPlace(leading(200)),
  }),
  way({
    id: "portal-filter",
    gateway: "nginx",
    program: "nginx",
    fault: "a site in plain http that is down, in a network that puts a page in a test address's place",
    truth: DOWN,
    twin: "portal-own-page",
    connectivity: inPlace(LOG_IN),
  }),
  way({
    id: "portal-filter-redirect",
    gateway: "haproxy",
    program: "haproxy",
    fault: "the same, in a network that redirects a test address to a page that says why",
    truth: DOWN,
    twin: "portal-leading",
    connectivity: inPlace({ status: 302, headers: { location: "http://blocked.provider.example/" }, body: "" }),
  }),
  way({
    id: "portal-filter-empty",
    gateway: "apache",
    program: "apache",
    fault: "the same, in a network that leads a test address astray to a server that says nothing",
    truth: DOWN,
    twin: "portal-own-page",
    connectivity: inPlace(text(200, ""), "own"),
  }),
];
