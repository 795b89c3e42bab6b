import type { Weight } from "./weight.ts";

/** What the way from this computer gives as evidence: who answers at other addresses, and whether there is a way at all. */
export const NETWORK_WEIGHTS = {
  /**
   * An unrelated service's fixed answer, the way that the page came: over https a portal cannot forge it, and plainly
   * none answered in its place, though some let chosen hosts through. A box without a way out would have failed that
   * too, where it stands in every way.
   */
  online: {
    group: "network",
    weights: { offline: -40, "captive-portal": -25, "local-proxy": -10 },
  },
  /**
   * The same beside the page of a box of the user's that refuses this site by a rule: such a box lets other addresses
   * through while it is well.
   */
  "online-beside-own-rule": {
    group: "network",
    weights: { offline: -40, "captive-portal": -25 },
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
  /**
   * A log-in page came in place of a fixed plain-http address, and the failing page is that portal's as well: the same
   * page, one that leads to the same host, a 511, or one in the networks' machine language. Nobody else has both to write.
   */
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
   * A log-in page or a redirect in place of that address alone, while the site's own failure comes through. Portals
   * leave this sign, and so does a network that filters the one name, about one in a thousand; that what a portal
   * gives for a site shares nothing with its log-in page is no likelier than one in a hundred.
   */
  "portal-at-one-address": {
    group: "network",
    weights: { "captive-portal": 10 },
  },
  /**
   * The same, and the failure has not come again since. The tab may show the site's last word before the log-in ran
   * out: one network in a thousand filters that address.
   */
  "portal-may-stand-between": {
    group: "network",
    weights: { "captive-portal": 30 },
  },
  /**
   * The same writer wrote an error page in the name of a second site that has nothing in common with this one: it
   * stands before both, which is at the user's end.
   */
  "same-writer-of-unrelated-page": {
    group: "network",
    weights: { "local-proxy": 55 },
    mechanism: "local-proxy",
  },
  /**
   * Over plain http two unrelated sites give the same status and nothing beside it, or a word or two. One network in
   * some thousands answers for the vendor's address with a bare error of its own, and then the site must fail with the
   * very same: 10^5 against what a proxy without a page writes everywhere.
   */
  "same-bare-error-of-unrelated-site": {
    group: "network",
    weights: { "local-proxy": 48 },
    mechanism: "local-proxy",
  },
  /**
   * The same over https. Few boxes open that, and one that shows no more of itself looks like the vendor's own address
   * and the site both out at once, or like a box that refuses the vendor's address and passes on what the site says.
   */
  "same-bare-error-over-https": {
    group: "network",
    weights: { "local-proxy": 25 },
  },
  /**
   * One proxy signed two unrelated sites' errors, which share nothing else. It stands at the user's end, and still one
   * error may be a rule against the vendor's address and the other the site's own.
   */
  "same-hop-before-unrelated-error": {
    group: "network",
    weights: { "local-proxy": 15 },
  },
  /**
   * Two errors of different kinds send their reader to one third host. A box does, and so do a box's rule against the
   * vendor's address and a site's own page that both have a way back to the same search engine.
   */
  "same-lead-in-unrelated-error": {
    group: "network",
    weights: { "local-proxy": 25 },
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
