import type { Weight } from "./weight.ts";

/** What the way from this computer gives as evidence: who answers at other addresses, and whether there is a way at all. */
export const NETWORK_WEIGHTS = {
  /**
   * An authenticated https answer from an unrelated service: a portal cannot forge it, though some let chosen hosts
   * through. A box without a way out would have failed that too, where it stands in every way.
   */
  online: {
    group: "network",
    weights: { offline: -40, "captive-portal": -25, "local-proxy": -10 },
  },
  /**
   * The error itself came over a connection whose certificate the browser accepted: name, way and encryption work as
   * far as whoever wrote it. Only a box that the user trusts to open https could have written it, and most of those
   * sign their pages: such a writer does not give this evidence.
   */
  "answered-over-https": {
    group: "network",
    weights: { offline: -60, "captive-portal": -40, "local-proxy": -10 },
  },
  /** A fixed plain-http address gave something other than its fixed answer: something on the way rewrote it. */
  "portal-answered": {
    group: "network",
    weights: { "captive-portal": 45 },
    mechanism: "captive-portal",
  },
  /**
   * The page's own service worker may have written the page, the site is silent, and a fixed plain-http address gives
   * something else: so it looks behind a portal, which can write nothing that is encrypted. It does as well where that
   * one address is filtered and the site is dead, so no mechanism.
   */
  "portal-before-silent-site": {
    group: "network",
    weights: { "captive-portal": 35 },
  },
  /**
   * The same product wrote an error page in the name of a second site that has nothing in common with this one: it
   * stands before both, which is at the user's end.
   */
  "same-writer-of-unrelated-page": {
    group: "network",
    weights: { "local-proxy": 55 },
    mechanism: "local-proxy",
  },
  /**
   * No independent address answers. One network in fifty blocks the vendor's endpoint, which keeps this from being
   * proof.
   */
  "nobody-answered": {
    group: "network",
    weights: { offline: 25, "captive-portal": 10, "local-proxy": 17 },
  },
  /**
   * The page's own service worker may have written the page, and past it nothing answers at all: neither an unrelated
   * address, as above, nor the site, again and again over seconds. Of sites that fail perhaps one in thirty does so
   * without a word: most stand behind a gateway that has one.
   */
  "silence-past-page-worker": {
    group: "network",
    weights: { offline: 40, "captive-portal": 25, "local-proxy": 32 },
    mechanism: "offline",
  },
  /**
   * A page over plain http says that a box of the user's has lost its way out, and an address that has nothing to do
   * with the site brings no answer: page and silence agree, and the site has no hand in the silence. One network in
   * fifty blocks the vendor's endpoint.
   */
  "nobody-answered-past-box": {
    group: "network",
    weights: { "local-proxy": 17 },
    mechanism: "local-proxy",
  },
  /**
   * The page says 511 over plain http, the code of networks that want a log-in, and no independent address answers,
   * as in such a network.
   */
  "nobody-answered-past-portal": {
    group: "network",
    weights: { "captive-portal": 10 },
    mechanism: "captive-portal",
  },
  /**
   * A loopback name never leaves the computer (RFC 6761): whoever can fix the server sits in front of it, whatever
   * else the signs say of how it fails.
   */
  "runs-here": {
    group: "machine",
    weights: { "own-machine": 70 },
    mechanism: "own-machine",
  },
} as const satisfies Record<string, Weight>;
