import { CACHED_ERROR, COOKIE_LIMIT_BYTES, faultOf, ORIGIN, reacting, type Truth } from "../faults.ts";
import type { GatewayKind } from "../gateways/contract.ts";
import type { Lab } from "../lab.ts";
import { KEPT_PAGE } from "../page-worker-script.ts";
import { type Behaviour, HEALTHY, type Written } from "../upstream.ts";
import { WORKER_SHAPES } from "../worker-shapes.ts";
import { dropping, html, killed, saying, withPageWorker } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";
import { BARE_503, DOWN, INVALID, theirs, yours } from "./truths.ts";

const prepare = (id: string): string => `${ORIGIN}/-/prepare/${id}`;

/** How apps and gateways fail that get more header than they take. */
const TOO_BIG: ReadonlyArray<readonly [program: GatewayKind, adds: string, how: "drop" | Written]> = [
  ["varnish", "the app cuts the connection", "drop"],
  ["squid", "the app cuts the connection, behind a Squid", "drop"],
  ["caddy", "the app cuts the connection, and Caddy says nothing", "drop"],
  ["node", "the app says that the header is too large, as 500", html(500, "Error", "Request header is too large")],
  ["apache", "the app answers a bare 503", html(503, "Unavailable", "Not now.")],
];

/** The same answer given to everybody: what it leaves open hangs on how it is worded. */
function asOutage(how: "drop" | Written): Truth {
  if (how === "drop") return INVALID;
  return how.status === 503 ? BARE_503 : theirs("origin-invalid", "gateway-fault", "origin-down");
}

const onBigCookies = (how: "drop" | Written) => (): Behaviour =>
  reacting(({ cookie }) => (Buffer.byteLength(cookie) > COOKIE_LIMIT_BYTES ? how : "serve"));

const bigCookies = TOO_BIG.flatMap(([program, adds, how]): readonly Draft[] => [
  {
    id: `big-cookies-${program}`,
    gateway: program,
    fault: `cookies beyond the limit: ${adds}`,
    truth: yours("cookies"),
    twin: `big-cookies-${program}-site-down`,
    staging: {
      program,
      http2: true,
      url: `${ORIGIN}/cart`,
      prepareUrl: prepare("oversized-cookie"),
      behaviour: onBigCookies(how),
    },
  },
  {
    id: `big-cookies-${program}-site-down`,
    gateway: program,
    fault: `the same cookies, and everybody fails: ${adds}`,
    truth: asOutage(how),
    twin: `big-cookies-${program}`,
    staging: {
      program,
      http2: true,
      url: `${ORIGIN}/cart`,
      prepareUrl: prepare("oversized-cookie"),
      whilePreparing: () => HEALTHY,
      behaviour: how === "drop" ? dropping : saying(how),
    },
  },
]);

/** Errors that browsers keep: with other codes and other leave than the plain one. */
const KEPT: ReadonlyArray<readonly [id: string, program: GatewayKind, adds: string, error: Written]> = [
  [
    "500",
    "apache",
    "a 500 that may be kept",
    html(500, "Error", "Something broke.", { "cache-control": "public, max-age=3600" }),
  ],
  [
    "502-expires",
    "caddy",
    "a 502 that may be kept until a date",
    html(502, "Bad gateway", "Try again.", { expires: "Wed, 31 Dec 2036 23:59:59 GMT" }),
  ],
  [
    "504-immutable",
    "haproxy",
    "a 504 that is said never to change",
    html(504, "Timeout", "Try again.", { "cache-control": "max-age=31536000, immutable" }),
  ],
  ["503-varnish", "varnish", "a 503 that may be kept, behind a cache", CACHED_ERROR],
];

/** The first visit after the preparation gets the error, every later one the page. */
const onceOnSale = (error: Written) => (): Behaviour => {
  let isOwed = false;
  return {
    listening: true,
    react({ path }) {
      if (path.startsWith("/-/prepare/")) isOwed = true;
      if (path !== "/sale" || !isOwed) return "serve";
      isOwed = false;
      return error;
    },
  };
};

const keptErrors = KEPT.flatMap(([id, program, adds, error]): readonly Draft[] => {
  const place = { program, http2: true, url: `${ORIGIN}/sale`, prepareUrl: prepare("cached-error") } as const;
  return [
    {
      id: `kept-error-${id}`,
      gateway: program,
      fault: `the browser keeps ${adds}; the site is well`,
      truth: yours("stale-cache"),
      twin: `kept-error-${id}-down`,
      staging: { ...place, behaviour: onceOnSale(error) },
    },
    {
      id: `kept-error-${id}-down`,
      gateway: program,
      fault: `the browser keeps ${adds}; the site has died since`,
      truth: DOWN,
      twin: `kept-error-${id}`,
      staging: { ...place, behaviour: saying(error), afterwards: killed },
    },
  ];
});

/**
 * The worker that keeps an old error, behind gateways whose errors look different. Not behind HAProxy, which over HTTP/2
 * gives a worker no page to keep when the app cuts.
 */
const keepingWorkers = (["apache", "caddy", "node"] as const).flatMap((program): readonly Draft[] => {
  const place = { program, http2: true, url: ORIGIN + KEPT_PAGE, prepareUrl: prepare("page-worker") } as const;
  return [
    {
      id: `keeping-worker-${program}`,
      gateway: program,
      fault: `the site's worker keeps an old answer of ${program}'s`,
      truth: yours("page-worker"),
      twin: `keeping-worker-${program}-down`,
      staging: { ...place, behaviour: faultOf("page-worker").behaviour },
    },
    {
      id: `keeping-worker-${program}-down`,
      gateway: program,
      fault: `a worker that passes on what ${program} says of a dead app`,
      truth: DOWN,
      twin: `keeping-worker-${program}`,
      staging: { ...place, whilePreparing: withPageWorker(WORKER_SHAPES["pass-through"]), behaviour: killed },
    },
  ];
});

type Machine = readonly [id: string, program: GatewayKind, adds: string, behaviour: () => Behaviour, asServer: Truth];

/** Servers of people's own: on this computer, and the same in the network around it. */
const MACHINES: readonly Machine[] = [
  ["haproxy-killed", "haproxy", "its server is not running, behind HAProxy", killed, DOWN],
  ["apache-killed", "apache", "its server is not running, behind Apache", killed, DOWN],
  [
    "crashed-500",
    "node",
    "it crashed",
    saying(html(500, "Error", "TypeError: cart is undefined")),
    theirs("origin-invalid", "gateway-fault", "origin-down"),
  ],
  [
    "starting-503",
    "node",
    "it has not started yet",
    saying(html(503, "Starting", "The development server is starting.")),
    theirs("origin-down", "overload", "maintenance"),
  ],
];

const at =
  (path: string) =>
  ({ ports }: Lab) =>
    `http://localhost:${ports.gatewayHttp}${path}`;

const ownMachines = MACHINES.flatMap(([id, program, adds, behaviour, asServer]): readonly Draft[] => [
  {
    id: `this-machine-${id}`,
    gateway: program,
    fault: `a site on this computer: ${adds}`,
    truth: yours("own-machine"),
    twin: `home-server-${id}`,
    staging: { program, url: at("/cart"), behaviour },
  },
  {
    id: `home-server-${id}`,
    gateway: program,
    fault: `a site on a machine in the same network: ${adds}`,
    truth: asServer,
    twin: `this-machine-${id}`,
    staging: { program, url: "http://nas.home.arpa/cart", behaviour },
  },
]);

/** Faults in this browser or on this computer, behind every gateway that words them otherwise, each with its twin. */
export const THIS_BROWSER: readonly Draft[] = [...bigCookies, ...keptErrors, ...keepingWorkers, ...ownMachines];
