import { COOKIE_LIMIT_BYTES, MAINTENANCE, ORIGIN, reacting, type Truth } from "../faults.ts";
import type { GatewayKind } from "../gateways/contract.ts";
import { type Ask, type Behaviour, HEALTHY, type Reaction } from "../upstream.ts";
import { dropping, failingAt, html, killed } from "./behaviours.ts";
import type { Draft, Staging } from "./scenario.ts";
import { DOWN, hidden, INVALID, theirs } from "./truths.ts";

const OOPS = html(500, "Something broke", "Your order was not taken.");
const order = `${ORIGIN}/order`;
const bigCookies = { prepareUrl: `${ORIGIN}/-/prepare/oversized-cookie` };

/** What becomes of orders alone; every page can be read. */
const orders =
  (how: Reaction, fits: (ask: Ask) => boolean = () => true) =>
  (): Behaviour =>
    reacting((ask) => (ask.method === "POST" && fits(ask) ? how : "serve"));

const isBig = ({ cookie }: Ask): boolean => Buffer.byteLength(cookie) > COOKIE_LIMIT_BYTES;

/**
 * While the front page works and the form may not be sent again, nobody here can tell the page's own fault from one that
 * these cookies bring.
 */
const untold = (truth: Truth): Truth => ({ ...truth, needsAnotherBrowser: true });

type Row = readonly [
  id: string,
  program: GatewayKind,
  adds: string,
  behaviour: () => Behaviour,
  truth: Truth,
  more?: Partial<Staging> & { readonly twin?: string },
];

const ROWS: readonly Row[] = [
  [
    "crash",
    "nginx",
    "the app crashes on the order alone",
    orders("drop"),
    untold(theirs("page-only", "origin-invalid", "origin-down")),
    { twin: "form-hidden-cookies" },
  ],
  [
    "500",
    "apache",
    "the app answers the order with 500",
    orders(OOPS),
    untold(theirs("page-only", "origin-invalid", "gateway-fault")),
    { twin: "form-hidden-cookies" },
  ],
  [
    "hung",
    "haproxy",
    "the order is never answered",
    orders("hang"),
    untold(theirs("page-only", "origin-slow", "origin-down")),
    { twin: "form-hidden-cookies" },
  ],
  [
    "maintenance",
    "caddy",
    "orders are closed for maintenance, the rest is open",
    orders(MAINTENANCE),
    theirs("maintenance", "page-only"),
  ],
  ["site-down", "nginx", "the site died while the form was filled in", dropping, INVALID],
  [
    "site-back",
    "nginx",
    "the site died for the order alone and answers everybody since",
    dropping,
    untold(theirs("transient", "origin-down", "page-only")),
    { afterwards: () => HEALTHY, twin: "form-hidden-cookies" },
  ],
  [
    "hidden-cookies",
    "nginx",
    "cookies that no script can see are too big for the form's handler",
    orders("drop", isBig),
    hidden("you", "cookies"),
    { prepareUrl: `${ORIGIN}/-/prepare/hidden-oversized-cookie`, twin: "form-crash" },
  ],
  [
    "big-cookies",
    "nginx",
    "cookies of the user's are too big for the form's handler",
    orders("drop", isBig),
    // Nobody may send the form again without them, so the next row looks the same.
    hidden("you", "cookies"),
    { ...bigCookies, twin: "form-big-cookies-crash" },
  ],
  [
    "big-cookies-crash",
    "nginx",
    "the same cookies, and the app crashes on everybody's order",
    orders("drop"),
    hidden("server", "page-only"),
    { ...bigCookies, twin: "form-big-cookies" },
  ],
  [
    "big-cookies-site-down",
    "nginx",
    "the same cookies, and the site is dead",
    dropping,
    INVALID,
    { ...bigCookies, twin: "form-big-cookies" },
  ],
  [
    "redirected",
    "varnish",
    "the order is taken, and the page of thanks crashes",
    failingAt("/order/thanks"),
    // The page that fails is one that strangers may ask for, and it fails for them too.
    theirs("page-only", "origin-invalid", "origin-down"),
    { url: order },
  ],
];

const form = ([id, program, fault, behaviour, truth, more = {}]: Row): Draft => {
  const { twin, ...staging } = more;
  return {
    id: `form-${id}`,
    gateway: program,
    fault,
    truth,
    ...(twin !== undefined && { twin }),
    staging: {
      program,
      http2: true,
      url: `${order}?direct`,
      form: true,
      behaviour,
      ...staging,
    },
  };
};

/** Addresses that may be used once, so that nobody may ask for them again to see. */
const ONE_TIME: readonly Draft[] = [
  {
    id: "one-time-page-only",
    gateway: "nginx",
    fault: "the way back from a login fails, the rest works",
    truth: untold(theirs("page-only", "origin-invalid", "origin-down")),
    twin: "one-time-hidden-cookies",
    staging: {
      program: "nginx",
      http2: true,
      url: `${ORIGIN}/account?code=4f3c2b1a&state=9d8e7f`,
      behaviour: failingAt("/account"),
    },
  },
  {
    id: "one-time-hidden-cookies",
    gateway: "nginx",
    fault: "the same, for cookies alone that no script can see",
    truth: hidden("you", "cookies"),
    twin: "one-time-page-only",
    staging: {
      program: "nginx",
      http2: true,
      url: `${ORIGIN}/account?code=4f3c2b1a&state=9d8e7f`,
      prepareUrl: `${ORIGIN}/-/prepare/hidden-oversized-cookie`,
      behaviour: () => reacting((ask) => (ask.path === "/account" && isBig(ask) ? "drop" : "serve")),
    },
  },
  {
    id: "one-time-site-down",
    gateway: "haproxy",
    fault: "the way back from a login fails, and so does everything",
    truth: DOWN,
    staging: {
      program: "haproxy",
      http2: true,
      url: `${ORIGIN}/account?code=4f3c2b1a&state=9d8e7f`,
      behaviour: killed,
    },
  },
];

/** Failures that must not be asked for again: forms, and addresses for one use. */
export const FORMS: readonly Draft[] = [...ROWS.map(form), ...ONE_TIME];
