import { ORIGIN, reacting } from "../faults.ts";
import { HEAVY_HEADER_BYTES, OLD_USER_AGENT } from "../other-extensions.ts";
import type { Behaviour } from "../upstream.ts";
import { html, killed, saying } from "./behaviours.ts";
import type { Draft, Level2 } from "./scenario.ts";

const cart = `${ORIGIN}/cart`;
const down = { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] } as const;
const extension = { side: "you", cause: "extension", needsAnotherBrowser: true } as const;
const staleAddress = { side: "you", cause: "stale-address", needsAnotherBrowser: true } as const;
const regional = { side: "server", cause: "regional", needsAnotherBrowser: true } as const;

/** Every question that the popup offers, in its order. */
const ALL: Level2["asks"] = ["places", "address", "address-test"];

const crashingOnOldBrowsers = (): Behaviour =>
  reacting(({ userAgent }) => (userAgent === OLD_USER_AGENT ? "drop" : "serve"));

const crashingOnHeavyHeaders = (): Behaviour =>
  reacting(({ headerBytes }) => (headerBytes > HEAVY_HEADER_BYTES ? "drop" : "serve"));

/** What a machine says that served the shop once, long after the shop has moved. */
const DECOMMISSIONED = html(503, "Service Unavailable", "This server has been switched off.");

/**
 * Faults that show only from outside this browser: without its other extensions, with another name server,
 * from another place. What this browser sees is the same on either side.
 */
export const ELSEWHERE: readonly Draft[] = [
  {
    id: "extension-user-agent",
    gateway: "nginx",
    fault: "another extension claims to be an old browser, and the app crashes on that",
    truth: extension,
    twin: "signed-in-visitors-served",
    staging: { program: "nginx", otherExtension: "user-agent", url: cart, behaviour: crashingOnOldBrowsers },
  },
  {
    id: "extension-heavy-header",
    gateway: "haproxy",
    fault: "another extension adds a header beyond the app's limit",
    truth: extension,
    twin: "extension-idle-site-down",
    staging: { program: "haproxy", otherExtension: "heavy-header", url: cart, behaviour: crashingOnHeavyHeaders },
  },
  {
    id: "extension-idle-site-down",
    gateway: "haproxy",
    fault: "down for all, with another extension that adds a header",
    truth: down,
    twin: "extension-heavy-header",
    staging: { program: "haproxy", otherExtension: "heavy-header", url: cart, behaviour: killed },
  },
  // With leave to read all sites: which address a request of its own reached, Chromium tells no other extension.
  {
    id: "stale-address-dead",
    gateway: "nginx",
    fault: "the name leads to an old machine whose app is gone",
    truth: staleAddress,
    twin: "regional-edge-dead",
    staging: { program: "nginx", astray: true, url: cart, behaviour: killed, granted: true },
    level2: { asks: ALL },
  },
  {
    id: "stale-address-switched-off",
    gateway: "apache",
    fault: "the name leads to an old machine that answers 503",
    truth: staleAddress,
    twin: "regional-edge-503",
    staging: { program: "apache", astray: true, url: cart, behaviour: saying(DECOMMISSIONED), granted: true },
    level2: { asks: ALL },
  },
  {
    id: "regional-edge-dead",
    gateway: "nginx",
    fault: "the edge that serves this place has lost the site, the others have not",
    truth: regional,
    twin: "stale-address-dead",
    staging: { program: "nginx", astray: true, url: cart, behaviour: killed },
    level2: { asks: ["places"], nearIsAstray: true },
  },
  {
    id: "regional-edge-503",
    gateway: "apache",
    fault: "the edge that serves this place answers 503, the others do not",
    truth: regional,
    twin: "stale-address-switched-off",
    staging: { program: "apache", astray: true, url: cart, behaviour: saying(DECOMMISSIONED) },
    level2: { asks: ["places"], nearIsAstray: true },
  },
  {
    id: "everywhere-dead-green",
    gateway: "nginx",
    fault: "dead for everybody, with a green status page",
    truth: down,
    staging: { program: "nginx", url: cart, behaviour: killed, statusPage: "operational" },
    level2: { asks: ["places"] },
  },
  {
    id: "everywhere-dead-old-incident",
    gateway: "apache",
    fault: "503 for everybody, with an old incident on the status page",
    truth: { side: "server", cause: "overload", alsoAccept: ["origin-down", "maintenance"] },
    staging: { program: "apache", url: cart, behaviour: saying(DECOMMISSIONED), statusPage: "old-incident" },
    level2: { asks: ["places"] },
  },
];
