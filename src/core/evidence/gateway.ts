import { BOX_WEIGHTS } from "./box.ts";
import type { Weight } from "./weight.ts";

/** Causes that have nothing to do with who asks; a rule that is set wrong refuses everybody, and is not among them. */
const OUTAGES = {
  "origin-down": -10,
  "origin-slow": -10,
  "origin-invalid": -10,
  overload: -10,
  maintenance: -10,
  "gateway-fault": -10,
  "page-only": -10,
} as const;

/** What the writer of the failing page gives as evidence: its words, its status, its place. */
export const GATEWAY_WEIGHTS = {
  // --- what the gateway says; a named reason outweighs a bare status
  /** The product's own text for a refused or dead upstream, read in its source. */
  "says-origin-down": {
    group: "gateway",
    weights: { "origin-down": 20, "origin-invalid": -5 },
  },
  /** The product's own text for an upstream timeout. A full queue shows as one too. */
  "says-origin-slow": {
    group: "gateway",
    weights: { "origin-slow": 20 },
  },
  /** The product's own text for an answer it could not use. */
  "says-origin-invalid": {
    group: "gateway",
    weights: { "origin-invalid": 20 },
  },
  /**
   * nginx and kin write the same page for refused, reset and malformed, Apache and Varnish for silence too: it
   * cannot be split further.
   */
  "says-no-valid-answer": {
    group: "gateway",
    weights: { "origin-down": 12, "origin-invalid": 12, "origin-slow": 5 },
  },
  /** The product's own text for a limit or a full queue. */
  "says-overload": {
    group: "gateway",
    weights: { overload: 18 },
  },
  /** The product's own text for a site that its owner or its host has stopped, or whose plan is used up. */
  "says-switched-off": {
    group: "gateway",
    weights: { "switched-off": 30 },
  },
  /**
   * A gateway's bare 503. It is how these products word a limit, a switch thrown by hand and a pool with nobody left
   * in it, so none of the three may stand out by it.
   */
  "says-unavailable": {
    group: "gateway",
    weights: { overload: 5, maintenance: 7, "origin-down": 5 },
  },
  /** The product names DNS, TLS or routing between itself and the origin. */
  "says-misconfigured": {
    group: "gateway",
    weights: { misconfigured: 20 },
  },
  /** The product blames itself. In perhaps one such page of four a setting made for this site is what it failed over. */
  "says-gateway-fault": {
    group: "gateway",
    weights: { "gateway-fault": 18, misconfigured: 13 },
  },
  /** RFC 9110 section 15.6.3: an invalid answer, which in practice is most often none. */
  "status-502": {
    group: "gateway",
    weights: { "origin-down": 5, "origin-invalid": 5 },
  },
  /**
   * RFC 9110 section 15.6.4 names overload and maintenance; Apache, HAProxy, Envoy, balancers and hosts of applications
   * give it for a server that is gone. Alone it says nothing of load.
   */
  "status-503": {
    group: "gateway",
    weights: { overload: 3, maintenance: 5, "origin-down": 3 },
  },
  /** RFC 9110 section 15.6.5: no answer in time. */
  "status-504": {
    group: "gateway",
    weights: { "origin-slow": 15 },
  },
  /**
   * 524 and 598, unregistered: whoever copied these numbers from Cloudflare or from proxies means a server that took the
   * request and kept silent, and a 504 can also be a connection that nobody took.
   */
  "status-524": {
    group: "gateway",
    weights: { "origin-slow": 20 },
  },
  /**
   * RFC 9110 section 15.6.1 (and 507 of RFC 4918): not a gateway's word but the program's own. It is up and answers
   * in time, with nothing that can be used, which is the nearest of the causes.
   */
  "status-500": {
    group: "gateway",
    weights: { "origin-invalid": 14, "origin-down": -8, "origin-slow": -8, overload: -5 },
  },
  /**
   * 501, 505, 506, 508 and 510: a server that answers, and says that it is not made or not set up for this request,
   * or that it runs in a circle.
   */
  "status-501": {
    group: "gateway",
    weights: { misconfigured: 14, "origin-down": -8, "origin-slow": -8, overload: -5 },
  },
  /** The unregistered code that hosts give once a plan's traffic is used up; a few for any limit. */
  "status-509": {
    group: "gateway",
    weights: { "switched-off": 28, overload: 10 },
  },
  /** The unregistered code that hosts give for too many visitors. */
  "status-529": {
    group: "gateway",
    weights: { overload: 14 },
  },
  /**
   * RFC 6585 section 4: too many requests from this visitor, so mostly the count is kept by address; some sites say
   * it to everybody while they are full. One browser cannot tell, so neither side may win, and no mechanism.
   */
  "status-429": {
    group: "gateway",
    weights: { "blocked-address": 42, overload: 16 },
  },
  /** A 5xx that names no more than that the server's side failed. */
  "status-other": {
    group: "gateway",
    weights: { "origin-invalid": 3, "gateway-fault": 3 },
  },
  /**
   * RFC 6585 section 6 reserves 511 for networks that want a log-in; over plain http nothing keeps one from saying
   * so. Nothing keeps a site from it either, so no mechanism: the network must show elsewhere too.
   */
  "status-511": {
    group: "gateway",
    weights: { "captive-portal": 45 },
  },
  /** A header that only challenge pages carry. */
  "challenge-page": {
    group: "gateway",
    weights: { "bot-check": 40 },
  },

  // --- the same by hearsay: about half, for the product or its meaning may be another
  /** Hearsay of how a product words a dead upstream: not read in its source, not recorded. */
  "hints-origin-down": {
    group: "gateway",
    weights: { "origin-down": 10 },
  },
  /** Hearsay of how a product words a timeout. */
  "hints-origin-slow": {
    group: "gateway",
    weights: { "origin-slow": 10 },
  },
  /** Hearsay of how a product words an answer it could not use. */
  "hints-origin-invalid": {
    group: "gateway",
    weights: { "origin-invalid": 10 },
  },
  /** Hearsay of how a product words getting no usable answer at all. */
  "hints-no-valid-answer": {
    group: "gateway",
    weights: { "origin-down": 6, "origin-invalid": 6, "origin-slow": 3 },
  },
  /** Hearsay of how a product words a limit. */
  "hints-overload": {
    group: "gateway",
    weights: { overload: 9 },
  },
  /** Hearsay of how a product words that a site was stopped. Its prior is low, so that half would say nothing. */
  "hints-switched-off": {
    group: "gateway",
    weights: { "switched-off": 24 },
  },
  /** Hearsay of how a product words broken DNS, TLS or routing. */
  "hints-misconfigured": {
    group: "gateway",
    weights: { misconfigured: 10 },
  },
  /** Hearsay of a product's page for a fault of its own. */
  "hints-gateway-fault": {
    group: "gateway",
    weights: { "gateway-fault": 9 },
  },

  // --- refused by a rule: of the site's for this visitor, or of a firewall's, which may be anybody's
  /**
   * The product's own page for a refused request. Whom the rule is about, and whose firewall it is, it does not say:
   * enough to doubt the server, no mechanism.
   */
  "says-blocked": {
    group: "gateway",
    weights: { "blocked-address": 32, "bot-check": 30, "local-proxy": 22 },
  },
  /** Hearsay of a block page. More than half, since to call a block an outage is the worse mistake. */
  "hints-blocked": {
    group: "gateway",
    weights: { "blocked-address": 24, "bot-check": 22, "local-proxy": 14 },
  },

  /**
   * The page tells its reader that it is they who are refused: their access, their address, their request. Whoever
   * writes that has looked at the reader and not at the site: of outages perhaps one in ten is still told in such words.
   * Whose rule it is it does not say. No mechanism, for any site can say so to everybody.
   */
  "says-you-are-refused": {
    group: "gateway",
    weights: { "blocked-address": 34, "bot-check": 26, "local-proxy": 20, ...OUTAGES },
  },
  /** The page asks its reader to show that they are a person, in words: no marker of a product's own test. */
  "says-prove-you-are-human": {
    group: "gateway",
    weights: { "bot-check": 36, "blocked-address": 20, ...OUTAGES },
  },

  ...BOX_WEIGHTS,

  // --- what the page announces in words of its own
  /** A 503 whose page says that maintenance is under way; a few sites use that text for every failure. */
  "announces-maintenance": {
    group: "announcement",
    weights: { maintenance: 22 },
  },
  /** A failing page says in a sentence that the site was suspended or paused, or has used up its share. */
  "announces-switched-off": {
    group: "announcement",
    weights: { "switched-off": 28 },
  },
  /**
   * The page says that more people want it than it can serve. Sites say so of other trouble too, perhaps one in twenty
   * such pages, so it weighs less than a limit in a product's own words.
   */
  "announces-load": {
    group: "announcement",
    weights: { overload: 14 },
  },
} as const satisfies Record<string, Weight>;
