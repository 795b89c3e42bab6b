import { MAINTENANCE, ORIGIN, reacting, type Truth } from "../faults.ts";
import type { GatewayKind } from "../gateways/contract.ts";
import { SHOP } from "../names.ts";
import { type Behaviour, HEALTHY, type Reaction } from "../upstream.ts";
import { failingAt, html, killed, saying } from "./behaviours.ts";
import type { Draft, Staging } from "./scenario.ts";
import { DOWN, NOTHING, SLOW, theirs } from "./truths.ts";

const OOPS = html(500, "Something broke", "We are looking into it.");

/** Each page's requests take these in turn, the last of them for ever. */
const inTurn = (...reactions: readonly Reaction[]): Behaviour => {
  const asked = new Map<string, number>();
  return reacting(({ path }) => {
    const before = asked.get(path) ?? 0;
    asked.set(path, before + 1);
    return reactions[Math.min(before, reactions.length - 1)] ?? "serve";
  });
};

/** Each page's requests take these round and round. */
const roundRobin = (...reactions: readonly Reaction[]): Behaviour => {
  const asked = new Map<string, number>();
  return reacting(({ path }) => {
    const before = asked.get(path) ?? 0;
    asked.set(path, before + 1);
    return reactions[before % reactions.length] ?? "serve";
  });
};

/** Answers this after so many seconds. */
const after = (seconds: number, written: Reaction & object): Reaction => ({ ...written, afterMs: seconds * 1000 });

const intermittent = theirs("intermittent", "transient");
const pageOnly = theirs("page-only");

type Row = readonly [
  id: string,
  program: GatewayKind,
  adds: string,
  behaviour: () => Behaviour,
  truth: Truth,
  more?: Partial<Staging>,
];

const ROWS: readonly Row[] = [
  // --- at times
  ["one-of-three", "nginx", "one of three servers is dead", () => roundRobin("drop", "serve", "serve"), intermittent],
  ["two-of-three", "nginx", "two of three servers are dead", () => roundRobin("drop", "drop", "serve"), intermittent],
  ["flapping-500", "apache", "one of two servers answers 500", () => roundRobin(OOPS, "serve"), intermittent],
  [
    "flapping-maintenance",
    "caddy",
    "one of two servers is still in maintenance",
    () => roundRobin(MAINTENANCE, "serve"),
    theirs("intermittent", "maintenance", "transient"),
  ],
  [
    "flapping-two-codes",
    "varnish",
    "two servers that fail in two ways",
    () => roundRobin("drop", OOPS),
    theirs("origin-invalid", "origin-down", "gateway-fault"),
  ],
  [
    "restarting",
    "nginx",
    "dead for the first answers, then back",
    () => inTurn("drop", "drop", "serve"),
    theirs("transient", "intermittent"),
  ],
  [
    "warming-up",
    "haproxy",
    "503 while it starts, then back before the click",
    () => inTurn(html(503, "Starting", "The shop is starting."), "serve"),
    theirs("transient", "intermittent"),
  ],
  [
    "worsening",
    "apache",
    "500 at first, then dead",
    () => inTurn(OOPS, "drop"),
    theirs("origin-down", "origin-invalid", "gateway-fault"),
  ],
  [
    "back-before-click",
    "apache",
    "over before the click, behind Apache",
    killed,
    theirs("transient"),
    { afterwards: () => HEALTHY },
  ],
  [
    "back-before-click-plain",
    "haproxy",
    "over before the click, over plain http",
    killed,
    theirs("transient"),
    { afterwards: () => HEALTHY, url: `http://${SHOP}/cart` },
  ],
  [
    "maintenance-over",
    "varnish",
    "a maintenance that ends before the click",
    saying(MAINTENANCE),
    theirs("transient", "maintenance"),
    { afterwards: () => HEALTHY },
  ],
  [
    "maintenance-then-dead",
    "nginx",
    "announced maintenance, then nothing listens",
    saying(MAINTENANCE),
    theirs("maintenance", "origin-down"),
    { afterwards: killed },
  ],
  // --- how long it takes
  [
    "500-after-1",
    "nginx",
    "500 after one second of work",
    () => reacting(() => after(1, OOPS)),
    theirs("origin-invalid", "gateway-fault", "overload"),
  ],
  [
    "503-after-1",
    "haproxy",
    "a bare 503 after one second",
    () => reacting(() => after(1, html(503, "Unavailable", "Not now."))),
    theirs("overload", "origin-down", "maintenance", "origin-slow"),
  ],
  [
    "504-of-the-app",
    "caddy",
    "the app's own 504 after a second and a half: its database is slow",
    () => reacting(() => after(1.5, html(504, "Gateway timeout", "The database did not answer in time."))),
    theirs("origin-slow", "origin-down"),
  ],
  ["works-slowly", "apache", "a page that takes a second and works", () => reacting(() => "work"), NOTHING],
  [
    "hung-then-back",
    "nginx",
    "hangs once, and answers everybody since",
    () => reacting(() => "hang"),
    theirs("transient"),
    { afterwards: () => HEALTHY },
  ],
  [
    "hung-page-only",
    "haproxy",
    "one page hangs, the others work",
    () => reacting(({ path }) => (path === "/search" ? "hang" : "serve")),
    theirs("page-only", "origin-slow"),
    { url: `${ORIGIN}/search` },
  ],
  [
    "hung-patient",
    "varnish",
    "hangs behind two gateways, of which the inner one waits two seconds",
    () => reacting(() => "hang"),
    SLOW,
    { front: { gateway: "nginx", isPatient: true } },
  ],
  // --- in part
  [
    "page-only-haproxy",
    "haproxy",
    "one page crashes, behind HAProxy and over plain http",
    failingAt("/search"),
    pageOnly,
    { url: `http://${SHOP}/search` },
  ],
  [
    "page-only-varnish",
    "varnish",
    "one page crashes, behind a cache",
    failingAt("/search"),
    pageOnly,
    { url: `${ORIGIN}/search` },
  ],
  [
    "page-only-squid-503",
    "squid",
    "one page answers a bare 503",
    failingAt("/search", html(503, "Unavailable", "Search is off.")),
    theirs("page-only", "overload", "maintenance"),
    { url: `${ORIGIN}/search` },
  ],
  [
    "page-only-empty",
    "caddy",
    "one page answers 500 with nothing",
    failingAt("/search", html(500, "", "")),
    pageOnly,
    { url: `${ORIGIN}/search` },
  ],
  [
    "all-but-front-page",
    "nginx",
    "every page but the front page crashes",
    () => reacting(({ path }) => (path === "/" ? "serve" : "drop")),
    theirs("page-only", "origin-invalid", "origin-down"),
  ],
  [
    "with-query-only",
    "apache",
    "a page crashes only with the query that it was asked with",
    () => reacting(({ path }) => (path === "/search" ? OOPS : "serve")),
    pageOnly,
    { url: `${ORIGIN}/search?q=hat` },
  ],
  [
    "front-page-only",
    "nginx",
    "the front page itself crashes, the others work",
    failingAt("/"),
    theirs("page-only", "origin-invalid", "origin-down"),
    { url: `${ORIGIN}/` },
  ],
  [
    "old-page-501",
    "node",
    "a page that the app does not know how to serve answers 501",
    failingAt("/search", html(501, "Not implemented", "This method is not supported.")),
    pageOnly,
    { url: `${ORIGIN}/search` },
  ],
  [
    "front-page-cached",
    "varnish",
    "dead, with a front page that the cache in front still has",
    () =>
      reacting(({ path }) => (path === "/" ? html(200, "Shop", "Welcome.", { age: "90", "x-cache": "HIT" }) : "drop")),
    theirs("origin-down", "page-only", "origin-invalid"),
  ],
  [
    "login-works",
    "apache",
    "dead, and only the static login page answers",
    () => reacting(({ path }) => (path === "/account" ? "serve" : "drop")),
    DOWN,
  ],
];

/** Faults that come and go, take their time, or hit a part of the site. */
export const RHYTHMS: readonly Draft[] = ROWS.map(([id, program, fault, behaviour, truth, more]) => ({
  id: `rhythm-${id}`,
  gateway: program,
  fault,
  truth,
  staging: { program, http2: true, url: `${ORIGIN}/cart`, behaviour, ...more },
}));
