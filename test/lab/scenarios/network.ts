import { ORIGIN } from "../faults.ts";
import type { ForwardProxyKind, ForwardProxyPlan } from "../forward-proxies/forward-proxy.ts";
import { SHOP } from "../names.ts";
import type { StatusPageState } from "../status-page.ts";
import { HEALTHY } from "../upstream.ts";
import { html, killed, saying, sayingHere } from "./behaviours.ts";
import type { Draft, Staging } from "./scenario.ts";

const NOBODY = "https://nobody.example/";
const PORTAL = html(511, "Network Authentication Required", "Log in to this Wi-Fi.");

/** Whether everybody is told so or this address alone, the answer does not say. */
const TOO_MANY = html(429, "Too Many Requests", "You have asked too often.", { "retry-after": "60" });

/** Only an intercepting proxy can put a page into https. */
const URLS: Record<ForwardProxyKind, Staging["url"]> = {
  // Squid cannot be told of the lab's ports, so the address names the port where the shop itself would be.
  squid: ({ upstream }) => `http://${SHOP}:${upstream.port}/cart`,
  mitmproxy: `${ORIGIN}/cart`,
  fiddler: `${ORIGIN}/cart`,
  privoxy: `http://${SHOP}/cart`,
  "office-box": `http://${SHOP}/cart`,
  "school-filter": `http://${SHOP}/cart`,
  "opening-box": `${ORIGIN}/cart`,
};

const KINDS: readonly ForwardProxyKind[] = [
  "squid",
  "mitmproxy",
  "fiddler",
  "privoxy",
  "office-box",
  "school-filter",
  "opening-box",
];

/** Without leave to read other sites nobody sees what these put in an encrypted address's place: a site's imitation looks alike. */
const OPENING_TLS: readonly ForwardProxyKind[] = ["mitmproxy", "fiddler", "opening-box"];

/** Nobody knows their pages: without leave to read other sites a site's own look alike, where the test addresses are blocked. */
const NAMELESS: readonly ForwardProxyKind[] = ["office-box", "school-filter"];

const behind = (kind: ForwardProxyKind, wayOut: ForwardProxyPlan["wayOut"], granted = false): Draft => {
  const suffix = granted ? "-granted" : "";
  const isDead = wayOut === "dead";
  const opensTls = OPENING_TLS.includes(kind);
  const looksAlike = NAMELESS.includes(kind) && !granted;
  return {
    id: `forward-${kind}-${wayOut}${suffix}`,
    gateway: kind,
    fault: `the user's proxy ${isDead ? "has no way out" : "says truly that the site is down"}${granted ? ", and Faultline may read all sites" : ""}`,
    truth: isDead
      ? {
          side: "you",
          cause: "local-proxy",
          ...((looksAlike || (opensTls && !granted)) && { needsAnotherBrowser: true }),
        }
      : { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid", "overload"] },
    twin:
      isDead && (opensTls || looksAlike)
        ? `imitated-${kind}${suffix}`
        : `forward-${kind}-${isDead ? "open" : "dead"}${suffix}`,
    staging: { program: "node", url: URLS[kind], behaviour: killed, forwardProxy: { kind, wayOut }, granted },
  };
};

/** The one line by which this network's refusals are known. */
const REFUSED = html(
  503,
  "Error",
  "Reference&#32;&#35;18&#46;2d351ab8&#46;1557333295&#46;a4e16ab<P>https&#58;&#47;&#47;errors.edgesuite.net/18.2d351ab8.1557333295.a4e16ab",
  {
    server: "AkamaiGHost",
  },
);

const blockedByRule = (id: string, statusPage: StatusPageState): Draft => ({
  id,
  gateway: "akamai",
  fault: `a rule of the site's refuses this address, with a status page that says ${statusPage}`,
  truth: { side: "you", cause: "blocked-address", needsAnotherBrowser: true },
  twin: "refused-everywhere",
  staging: { program: "node", url: `${ORIGIN}/cart`, behaviour: sayingHere(REFUSED), statusPage },
  level2: { asks: ["places"] },
});

/** What lies between the browser and the site: proxies, portals, limits on an address, robots' tests. */
export const NETWORK: readonly Draft[] = [
  ...KINDS.flatMap((kind) => [behind(kind, "dead"), behind(kind, "open")]),
  // With leave to read all sites the second, unrelated site's answer can be read as well.
  ...(["squid", "mitmproxy", "fiddler", "opening-box", "office-box", "school-filter"] as const).flatMap((kind) => [
    behind(kind, "dead", true),
    behind(kind, "open", true),
  ]),
  {
    id: "captive-portal-511",
    gateway: "portal",
    fault: "a portal answers 511 in the site's place",
    truth: { side: "you", cause: "captive-portal" },
    twin: "captive-portal-site-down",
    staging: {
      program: "node",
      url: `http://${SHOP}/cart`,
      behaviour: saying(PORTAL),
      connectivity: "captive-portal",
    },
  },
  {
    id: "captive-portal-503",
    gateway: "portal",
    fault: "a portal writes a 503 in the site's place",
    truth: { side: "you", cause: "captive-portal" },
    twin: "captive-portal-503-site-down",
    staging: {
      program: "node",
      url: `http://${SHOP}/cart`,
      behaviour: saying(html(503, "Log in to this Wi-Fi", "Log in to this Wi-Fi to go on.")),
      connectivity: "captive-portal",
      // Without leave nobody can read what comes in the other address's place.
      granted: true,
    },
  },
  {
    id: "captive-portal-503-site-down",
    gateway: "haproxy",
    fault: "a portal on the network, and the site's own 503 over https",
    truth: { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] },
    twin: "captive-portal-503",
    staging: {
      program: "haproxy",
      http2: true,
      url: `${ORIGIN}/cart`,
      behaviour: killed,
      connectivity: "captive-portal",
    },
  },
  {
    id: "captive-portal-site-down",
    gateway: "nginx",
    fault: "a portal on the network, and the site's own 502 over https",
    truth: { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] },
    twin: "captive-portal-511",
    staging: { program: "nginx", url: `${ORIGIN}/cart`, behaviour: killed, connectivity: "captive-portal" },
  },
  {
    id: "vendor-blocked-site-down",
    gateway: "apache",
    fault: "a network that blocks the vendor's endpoint, and the site is down",
    truth: { side: "server", cause: "origin-down" },
    twin: "no-internet-nobody",
    staging: { program: "apache", url: `${ORIGIN}/cart`, behaviour: killed, connectivity: "no-internet" },
  },
  {
    id: "captive-portal-nobody",
    gateway: "none",
    fault: "a portal, and no answer at all",
    truth: { side: "none", cause: null },
    staging: { program: "node", url: NOBODY, behaviour: () => HEALTHY, connectivity: "captive-portal" },
  },
  {
    id: "no-internet-nobody",
    gateway: "none",
    fault: "no internet, and no answer at all",
    truth: { side: "none", cause: null },
    twin: "vendor-blocked-site-down",
    staging: { program: "node", url: NOBODY, behaviour: () => HEALTHY, connectivity: "no-internet" },
  },
  {
    id: "blocked-haproxy-limit",
    gateway: "haproxy",
    fault: "the gateway refuses this address, which asked too often",
    truth: { side: "you", cause: "blocked-address", needsAnotherBrowser: true },
    twin: "overload-nginx-limit",
    staging: {
      program: "haproxy",
      limited: true,
      prepareUrl: `${ORIGIN}/-/prepare/nothing`,
      url: `${ORIGIN}/cart`,
      behaviour: () => HEALTHY,
    },
    level2: { asks: ["places"] },
  },
  {
    id: "limited-429",
    gateway: "nginx",
    fault: "429 for this address",
    truth: { side: "you", cause: "blocked-address", needsAnotherBrowser: true },
    twin: "overload-429",
    staging: { program: "nginx", url: `${ORIGIN}/cart`, behaviour: sayingHere(TOO_MANY) },
    level2: { asks: ["places"] },
  },
  {
    id: "overload-429",
    gateway: "nginx",
    fault: "429 for everybody",
    truth: { side: "server", cause: "overload", needsAnotherBrowser: true },
    twin: "limited-429",
    staging: { program: "nginx", url: `${ORIGIN}/cart`, behaviour: saying(TOO_MANY) },
    level2: { asks: ["places"] },
  },
  blockedByRule("blocked-by-rule", "operational"),
  blockedByRule("blocked-by-rule-red-unrelated", "unrelated-outage"),
  blockedByRule("blocked-by-rule-old-incident", "old-incident"),
  {
    id: "refused-everywhere",
    gateway: "akamai",
    fault: "a rule of the site's refuses everybody",
    truth: { side: "server", cause: "misconfigured", needsAnotherBrowser: true },
    twin: "blocked-by-rule",
    staging: { program: "node", url: `${ORIGIN}/cart`, behaviour: saying(REFUSED) },
    // A refusal reads the same whoever gets it: five of them name no cause.
    level2: { asks: ["places"], truth: { side: "unsure", cause: null } },
  },
  {
    id: "challenge-503",
    gateway: "cloudflare",
    fault: "a test for robots",
    truth: { side: "unsure", cause: "bot-check" },
    twin: "cloudflare-521",
    staging: {
      program: "node",
      url: `${ORIGIN}/cart`,
      behaviour: saying(
        html(503, "Just a moment...", "Checking the connection.", {
          server: "cloudflare",
          "cf-ray": "8a1b2c3d4e5f6071-FRA",
          "cf-mitigated": "challenge",
        }),
      ),
    },
  },
];
