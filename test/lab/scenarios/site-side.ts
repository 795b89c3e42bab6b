import { faultOf, ORIGIN, reacting } from "../faults.ts";
import { HEALTHY } from "../upstream.ts";
import {
  dropping,
  FROM_SHARED_CACHE,
  failingAt,
  html,
  killed,
  saying,
  signedInOutage,
  TO_LOGIN,
} from "./behaviours.ts";
import type { Draft } from "./scenario.ts";

const account = `${ORIGIN}/account`;
const signedIn = {
  prepareUrl: `${ORIGIN}/-/prepare/signed-in-outage`,
  url: account,
};
const oneBrowserCannotTell = { side: "server", cause: "signed-in", needsAnotherBrowser: true } as const;

/** Faults of the site that are more than "it is down": in part, at times, for some. */
export const SITE_SIDE: readonly Draft[] = [
  {
    id: "page-only",
    gateway: "nginx",
    fault: "one page crashes",
    truth: { side: "server", cause: "page-only" },
    staging: { program: "nginx", url: `${ORIGIN}/search`, behaviour: failingAt("/search") },
  },
  {
    id: "page-only-apache-500",
    gateway: "apache",
    fault: "one page answers 500",
    truth: { side: "server", cause: "page-only" },
    staging: {
      program: "apache",
      url: `${ORIGIN}/search`,
      behaviour: failingAt("/search", html(500, "Internal error", "Something went wrong.")),
    },
  },
  {
    id: "flapping",
    gateway: "nginx",
    fault: "every other request fails",
    truth: { side: "server", cause: "intermittent" },
    staging: { program: "nginx", url: `${ORIGIN}/cart`, behaviour: faultOf("flapping").behaviour },
  },
  {
    id: "flapping-haproxy",
    gateway: "haproxy",
    fault: "every other request fails",
    truth: { side: "server", cause: "intermittent" },
    staging: { program: "haproxy", url: `${ORIGIN}/cart`, behaviour: faultOf("flapping").behaviour },
  },
  {
    id: "transient",
    gateway: "nginx",
    fault: "over before the click",
    truth: { side: "server", cause: "transient" },
    staging: { program: "nginx", url: `${ORIGIN}/cart`, behaviour: killed, afterwards: () => HEALTHY },
  },
  {
    id: "transient-caddy",
    gateway: "caddy",
    fault: "over before the click, behind an empty page",
    truth: { side: "none", cause: null },
    inFirefox: { side: "server", cause: "transient" },
    staging: { program: "caddy", url: `${ORIGIN}/cart`, behaviour: killed, afterwards: () => HEALTHY },
  },
  {
    id: "overload-app",
    gateway: "nginx",
    fault: "the app is full",
    truth: { side: "server", cause: "overload" },
    staging: {
      program: "nginx",
      url: `${ORIGIN}/cart`,
      behaviour: saying(html(503, "Busy", "There is a queue. Please wait.", { "retry-after": "20" })),
    },
  },
  {
    id: "overload-nginx-limit",
    gateway: "nginx",
    fault: "the gateway's own limit, for all together",
    // Its page for a limit is also what an ingress of its make shows for a service with nobody left to serve.
    truth: { side: "server", cause: "overload", alsoAccept: ["origin-down"] },
    twin: "blocked-haproxy-limit",
    staging: {
      program: "nginx",
      limited: true,
      prepareUrl: `${ORIGIN}/-/prepare/nothing`,
      url: `${ORIGIN}/cart`,
      behaviour: () => HEALTHY,
    },
    level2: { asks: ["places"] },
  },
  {
    id: "overload-queue-haproxy",
    gateway: "haproxy",
    fault: "the app works, and the queue in front of it is full",
    truth: { side: "server", cause: "overload", alsoAccept: ["origin-down"] },
    twin: "haproxy-killed",
    staging: {
      program: "haproxy",
      crowd: 120,
      url: `${ORIGIN}/cart`,
      behaviour: () => reacting(() => "work"),
    },
  },
  {
    id: "app-500",
    gateway: "nginx",
    fault: "the app answers 500 everywhere",
    truth: { side: "server", cause: "origin-invalid", alsoAccept: ["gateway-fault"] },
    staging: {
      program: "nginx",
      url: `${ORIGIN}/cart`,
      behaviour: saying(html(500, "Internal Server Error", "Something went wrong.")),
    },
  },
  {
    id: "signed-in-visitors-served",
    gateway: "nginx",
    fault: "down for signed-in users, visitors are served",
    truth: oneBrowserCannotTell,
    twin: "bad-cookie-small",
    staging: { program: "nginx", ...signedIn, behaviour: signedInOutage("serve") },
  },
  {
    id: "signed-in-visitors-redirected",
    gateway: "haproxy",
    fault: "down for signed-in users, visitors are sent to a login",
    truth: oneBrowserCannotTell,
    twin: "bad-cookie-visitors-redirected",
    staging: {
      program: "haproxy",
      ...signedIn,
      behaviour: signedInOutage(TO_LOGIN),
    },
  },
  {
    id: "signed-in-visitors-cached",
    gateway: "apache",
    fault: "down for signed-in users, visitors get a shared cache's copy",
    truth: oneBrowserCannotTell,
    twin: "bad-cookie-visitors-cached",
    staging: {
      program: "apache",
      ...signedIn,
      behaviour: signedInOutage(FROM_SHARED_CACHE),
    },
  },
  {
    id: "whole-outage-small-cookies",
    gateway: "nginx",
    fault: "down for all, with small cookies in the browser",
    truth: { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] },
    twin: "oversized-cookies",
    staging: { program: "nginx", ...signedIn, whilePreparing: () => HEALTHY, behaviour: killed },
  },
  {
    id: "truncated-page-200",
    gateway: "nginx",
    fault: "answers 200 and stops in the middle",
    truth: { side: "none", cause: null },
    staging: { program: "nginx", url: `${ORIGIN}/cart`, behaviour: () => reacting(() => "truncate-body") },
  },
  {
    id: "lan-server-down",
    gateway: "nginx",
    fault: "a server in the local network is down",
    truth: { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] },
    twin: "own-machine-localhost",
    staging: { program: "nginx", url: "http://nas.home.arpa/cart", behaviour: killed },
  },
  {
    id: "status-green-outage",
    gateway: "haproxy",
    fault: "down, with a green status page",
    truth: { side: "server", cause: "origin-down" },
    staging: { program: "haproxy", url: `${ORIGIN}/cart`, behaviour: killed, statusPage: "operational" },
    level2: { asks: ["places"] },
  },
  {
    id: "status-red-outage",
    gateway: "varnish",
    fault: "crashes, with a red status page",
    truth: { side: "server", cause: "origin-invalid", alsoAccept: ["origin-down"] },
    staging: { program: "varnish", url: `${ORIGIN}/cart`, behaviour: dropping, statusPage: "major-outage" },
    level2: { asks: ["places"] },
  },
];
