import { CACHED_ERROR, COOKIE_LIMIT_BYTES, faultOf, ORIGIN, reacting } from "../faults.ts";
import { KEPT_PAGE } from "../page-worker-script.ts";
import { type Behaviour, HEALTHY } from "../upstream.ts";
import { WORKER_SHAPES } from "../worker-shapes.ts";
import { dropping, FROM_SHARED_CACHE, killed, saying, signedInOutage, TO_LOGIN, withPageWorker } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";

const prepare = (id: string): string => `${ORIGIN}/-/prepare/${id}`;

/** The app's header limit, as in many servers: beyond it, it crashes. */
const crashingOnBigCookies = (): Behaviour =>
  reacting(({ cookie }) => (Buffer.byteLength(cookie) > COOKIE_LIMIT_BYTES ? "drop" : "serve"));

const cachedError = { url: `${ORIGIN}/sale`, prepareUrl: prepare("cached-error") };
const staleCache = { side: "you", cause: "stale-cache" } as const;
const bigCookies = { url: `${ORIGIN}/cart`, prepareUrl: prepare("oversized-cookie") };
const cookies = { side: "you", cause: "cookies" } as const;
const worker = { url: ORIGIN + KEPT_PAGE, prepareUrl: prepare("page-worker") };
const down = { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] } as const;

/** Faults in the user's browser, each followed by the twins that look alike and are the site's. */
export const USER_SIDE: readonly Draft[] = [
  {
    id: "cached-error",
    gateway: "nginx",
    fault: "the browser keeps an old error",
    truth: staleCache,
    twin: "cached-error-still-failing",
    staging: { program: "nginx", ...cachedError, behaviour: faultOf("cached-error").behaviour },
  },
  {
    id: "cached-error-red-unrelated",
    gateway: "haproxy",
    fault: "the same, while a status page is red about something else",
    truth: staleCache,
    twin: "cached-error-still-failing",
    staging: {
      program: "haproxy",
      ...cachedError,
      behaviour: faultOf("cached-error").behaviour,
      statusPage: "unrelated-outage",
    },
  },
  {
    id: "cached-error-still-failing",
    gateway: "nginx",
    fault: "a kept error, past which the site still fails",
    truth: { side: "server", cause: "overload", alsoAccept: ["maintenance", "origin-down"] },
    twin: "cached-error",
    staging: { program: "nginx", ...cachedError, behaviour: saying(CACHED_ERROR) },
  },
  {
    id: "cached-error-then-down",
    gateway: "caddy",
    fault: "a kept error, and the site has died since",
    truth: down,
    twin: "cached-error",
    staging: { program: "caddy", ...cachedError, behaviour: saying(CACHED_ERROR), afterwards: killed },
  },
  {
    id: "page-worker",
    gateway: "nginx",
    fault: "the site's worker keeps an old error",
    truth: { side: "you", cause: "page-worker" },
    twin: "page-worker-honest",
    staging: { program: "nginx", ...worker, behaviour: faultOf("page-worker").behaviour },
  },
  {
    id: "page-worker-varnish-maintenance-page",
    gateway: "varnish",
    fault: "the same, while the status page announces maintenance",
    truth: { side: "you", cause: "page-worker" },
    twin: "page-worker-apologising",
    staging: {
      program: "varnish",
      ...worker,
      behaviour: faultOf("page-worker").behaviour,
      statusPage: "maintenance",
    },
  },
  {
    id: "page-worker-honest",
    gateway: "nginx",
    fault: "a worker that passes on a real outage",
    truth: down,
    twin: "page-worker",
    staging: {
      program: "nginx",
      ...worker,
      whilePreparing: withPageWorker(WORKER_SHAPES["pass-through"]),
      behaviour: killed,
    },
  },
  {
    id: "page-worker-apologising",
    gateway: "apache",
    fault: "a worker that writes its own error page for a real outage",
    truth: down,
    twin: "page-worker",
    staging: {
      program: "apache",
      ...worker,
      whilePreparing: withPageWorker(WORKER_SHAPES.apologising),
      behaviour: killed,
    },
  },
  {
    id: "oversized-cookies",
    gateway: "nginx",
    fault: "cookies beyond the app's limit",
    truth: cookies,
    twin: "oversized-cookies-site-down",
    staging: { program: "nginx", ...bigCookies, behaviour: crashingOnBigCookies },
  },
  {
    id: "oversized-cookies-old-incident",
    gateway: "haproxy",
    fault: "the same, with an old incident on the status page",
    truth: cookies,
    twin: "oversized-cookies-site-down",
    staging: { program: "haproxy", ...bigCookies, behaviour: crashingOnBigCookies, statusPage: "old-incident" },
  },
  {
    id: "oversized-cookies-red-unrelated",
    gateway: "apache",
    fault: "the same, while a status page is red about something else",
    truth: cookies,
    twin: "oversized-cookies-site-down",
    staging: { program: "apache", ...bigCookies, behaviour: crashingOnBigCookies, statusPage: "unrelated-outage" },
  },
  {
    id: "oversized-cookies-site-down",
    gateway: "nginx",
    fault: "big cookies, and the site is down for all",
    truth: down,
    twin: "oversized-cookies",
    staging: { program: "nginx", ...bigCookies, whilePreparing: () => HEALTHY, behaviour: dropping },
  },
  {
    id: "oversized-cookies-transient",
    gateway: "nginx",
    fault: "big cookies, and an outage that is over before the click",
    truth: { side: "server", cause: "transient" },
    twin: "oversized-cookies",
    staging: {
      program: "nginx",
      ...bigCookies,
      whilePreparing: () => HEALTHY,
      behaviour: killed,
      afterwards: () => HEALTHY,
    },
  },
  {
    id: "hidden-oversized-cookies",
    gateway: "nginx",
    fault: "cookies beyond the app's limit that no script can see",
    truth: { side: "you", cause: "cookies", needsAnotherBrowser: true },
    twin: "signed-in-visitors-served",
    staging: {
      program: "nginx",
      url: `${ORIGIN}/cart`,
      prepareUrl: prepare("hidden-oversized-cookie"),
      behaviour: crashingOnBigCookies,
    },
  },
  {
    id: "bad-cookie-small",
    gateway: "nginx",
    fault: "one small cookie of this user's crashes the app",
    truth: { side: "you", cause: "cookies", needsAnotherBrowser: true },
    twin: "signed-in-visitors-served",
    staging: {
      program: "nginx",
      url: `${ORIGIN}/account`,
      prepareUrl: prepare("signed-in-outage"),
      behaviour: signedInOutage("serve"),
    },
  },
  {
    id: "bad-cookie-visitors-redirected",
    gateway: "haproxy",
    fault: "the same, and strangers are sent to a login",
    truth: { side: "you", cause: "cookies", needsAnotherBrowser: true },
    twin: "signed-in-visitors-redirected",
    staging: {
      program: "haproxy",
      url: `${ORIGIN}/account`,
      prepareUrl: prepare("signed-in-outage"),
      behaviour: signedInOutage(TO_LOGIN),
    },
  },
  {
    id: "bad-cookie-visitors-cached",
    gateway: "apache",
    fault: "the same, and strangers get a shared cache's copy",
    truth: { side: "you", cause: "cookies", needsAnotherBrowser: true },
    twin: "signed-in-visitors-cached",
    staging: {
      program: "apache",
      url: `${ORIGIN}/account`,
      prepareUrl: prepare("signed-in-outage"),
      behaviour: signedInOutage(FROM_SHARED_CACHE),
    },
  },
  {
    id: "own-machine-localhost",
    gateway: "nginx",
    fault: "the app on this computer is not running",
    truth: { side: "you", cause: "own-machine" },
    twin: "lan-server-down",
    staging: { program: "nginx", url: ({ ports }) => `http://localhost:${ports.gatewayHttp}/cart`, behaviour: killed },
  },
  {
    id: "own-machine-address",
    gateway: "caddy",
    fault: "the app on this computer hangs",
    truth: { side: "you", cause: "own-machine" },
    twin: "lan-server-down",
    staging: {
      program: "caddy",
      url: ({ ports }) => `http://127.0.0.1:${ports.gatewayHttp}/cart`,
      behaviour: () => reacting(() => "hang"),
    },
  },
];
