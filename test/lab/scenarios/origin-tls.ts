import { ORIGIN, type Truth } from "../faults.ts";
import type { VERIFYING } from "../gateways/contract.ts";
import type { OriginTls } from "../origin-tls.ts";
import { HEALTHY } from "../upstream.ts";
import { killed } from "./behaviours.ts";
import type { Draft } from "./scenario.ts";
import { INVALID, NOTHING, theirs } from "./truths.ts";

type Verifying = (typeof VERIFYING)[number];

const SAYS: Record<Exclude<OriginTls, "sound">, string> = {
  expired: "the certificate of the site's server has expired",
  "wrong-name": "the certificate of the site's server is another site's",
  "unknown-authority": "the certificate of the site's server comes from nobody that the gateway trusts",
  "handshake-refused": "the site's server refuses the TLS handshake",
  "plain-port": "the gateway speaks TLS to a port that speaks plain http",
};

/** Apache says that the handshake failed. The lab's own gateway says, by Proxy-Status, which part of it. */
const NAMED: Truth = theirs("misconfigured");
/** nginx, HAProxy and Caddy show the page of a dead server. */
const UNNAMED: Truth = theirs("misconfigured", "origin-down", "origin-invalid");

/**
 * Gateways that say something of TLS meet every fault. The others show one page for all of them: each of those meets a
 * fault of the certificate and one of the handshake.
 */
const TABLE: readonly (readonly [Verifying, Truth, readonly Exclude<OriginTls, "sound">[]])[] = [
  ["apache", NAMED, ["expired", "wrong-name", "unknown-authority", "handshake-refused", "plain-port"]],
  ["node", NAMED, ["expired", "wrong-name", "unknown-authority", "handshake-refused", "plain-port"]],
  ["nginx", UNNAMED, ["expired", "handshake-refused"]],
  ["haproxy", UNNAMED, ["wrong-name", "plain-port"]],
  ["caddy", UNNAMED, ["unknown-authority", "handshake-refused"]],
];

const cart = `${ORIGIN}/cart`;

/** Real faults of TLS between the gateway and the site's server, and what looks alike without one. */
export const ORIGIN_TLS_FAULTS: readonly Draft[] = [
  ...TABLE.flatMap(([program, truth, faults]) =>
    faults.map(
      (fault): Draft => ({
        id: `${program}-origin-${fault}`,
        gateway: program,
        fault: SAYS[fault],
        truth,
        staging: { program, http2: true, originTls: fault, url: cart, behaviour: () => HEALTHY },
      }),
    ),
  ),
  {
    id: "apache-origin-tls-cut",
    gateway: "apache",
    fault: "TLS is sound, and whoever speaks it cuts the connection, for the app behind is dead",
    truth: INVALID,
    staging: { program: "apache", http2: true, originTls: "sound", url: cart, behaviour: killed },
  },
  {
    id: "nginx-origin-tls-sound",
    gateway: "nginx",
    fault: "TLS is sound, and the page works",
    truth: NOTHING,
    staging: { program: "nginx", http2: true, originTls: "sound", url: cart, behaviour: () => HEALTHY },
  },
];
