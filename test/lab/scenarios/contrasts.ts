import { COOKIE_LIMIT_BYTES, ORIGIN, reacting } from "../faults.ts";
import { STAND_INS } from "../stand-ins.ts";
import type { Behaviour, Written } from "../upstream.ts";
import { failingAt, html, killed } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";

const prepare = (id: string): string => `${ORIGIN}/-/prepare/${id}`;

/** What a balancer says whose server is dead. */
const saidBy = (id: string): Written => {
  const found = STAND_INS.find((standIn) => standIn.id === id);
  if (found === undefined) throw new Error(`no stand-in is called ${id}`);
  return found.answer;
};

const DEAD_SERVER = saidBy("istio-503");
const SLOW_SERVER = saidBy("envoy-504");
const MAINTENANCE = html(503, "Down for maintenance", "We are down for maintenance. Please come back later.");

/** The balancer writes this for whoever has this browser's cookie, and all others are served. */
const pinnedTo = (written: Written) => (): Behaviour =>
  reacting(({ cookie }) => (/\bsession=/.test(cookie) ? written : "serve"));

const account = { url: `${ORIGIN}/account`, prepareUrl: prepare("signed-in-outage") };
const byCookie = { side: "you", cause: "cookies", needsAnotherBrowser: true } as const;
const byAccount = { side: "server", cause: "signed-in", needsAnotherBrowser: true } as const;
const byPage = { side: "server", cause: "page-only", needsAnotherBrowser: true } as const;

/** A form is known by a mark that only automatic mode leaves. */
const form = { url: `${ORIGIN}/pay`, form: true, granted: true } as const;

/** Contrasts that a gateway's word or a front page's health seems to overrule, each with its twin. */
export const CONTRASTS: readonly Draft[] = [
  {
    id: "pinned-to-dead-server",
    gateway: "envoy",
    fault: "a cookie pins this session to a server that is dead",
    truth: byCookie,
    twin: "accounts-server-dead",
    staging: { program: "node", ...account, behaviour: pinnedTo(DEAD_SERVER) },
  },
  {
    id: "accounts-server-dead",
    gateway: "envoy",
    fault: "the server for all who are signed in is dead",
    truth: byAccount,
    twin: "pinned-to-dead-server",
    staging: { program: "node", ...account, behaviour: pinnedTo(DEAD_SERVER) },
  },
  {
    id: "pinned-to-slow-server",
    gateway: "envoy",
    fault: "a cookie pins this session to a server that hangs",
    truth: byCookie,
    twin: "accounts-server-slow",
    staging: { program: "node", ...account, behaviour: pinnedTo(SLOW_SERVER) },
  },
  {
    id: "accounts-server-slow",
    gateway: "envoy",
    fault: "the server for all who are signed in hangs",
    truth: byAccount,
    twin: "pinned-to-slow-server",
    staging: { program: "node", ...account, behaviour: pinnedTo(SLOW_SERVER) },
  },
  {
    id: "cookie-chooses-closed-version",
    gateway: "nginx",
    fault: "a cookie chooses a test version that is closed for maintenance",
    truth: byCookie,
    twin: "accounts-closed-for-maintenance",
    staging: { program: "nginx", ...account, behaviour: pinnedTo(MAINTENANCE) },
  },
  {
    id: "accounts-closed-for-maintenance",
    gateway: "nginx",
    fault: "accounts are closed for maintenance, visitors are served",
    truth: byAccount,
    twin: "cookie-chooses-closed-version",
    staging: { program: "nginx", ...account, behaviour: pinnedTo(MAINTENANCE) },
  },
  {
    id: "form-target-crashes",
    gateway: "nginx",
    fault: "what a form is sent to crashes, the front page works",
    truth: byPage,
    twin: "form-oversized-cookies",
    staging: { program: "nginx", ...form, behaviour: failingAt("/pay") },
  },
  {
    id: "form-oversized-cookies",
    gateway: "nginx",
    fault: "a form fails for cookies that have grown too large",
    truth: byCookie,
    twin: "form-target-crashes",
    staging: {
      program: "nginx",
      ...form,
      prepareUrl: prepare("oversized-cookie"),
      behaviour: () => reacting(({ cookie }) => (Buffer.byteLength(cookie) > COOKIE_LIMIT_BYTES ? "drop" : "serve")),
    },
  },
  {
    id: "form-whole-site-down",
    gateway: "nginx",
    fault: "a form's site is down, front page and all",
    truth: { side: "server", cause: "origin-down", alsoAccept: ["origin-invalid"] },
    twin: "form-oversized-cookies",
    staging: { program: "nginx", ...form, behaviour: killed },
  },
];
