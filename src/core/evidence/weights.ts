import { GATEWAY_WEIGHTS } from "./gateway.ts";
import { LIMIT_WEIGHTS } from "./limits.ts";
import { OPINION_WEIGHTS } from "./opinions.ts";
import { STATUS_PAGE_WEIGHTS } from "./status-pages.ts";
import { STEP_WEIGHTS } from "./steps.ts";
import { TRACE_WEIGHTS } from "./traces.ts";
import type { Weight } from "./weight.ts";

/** Every piece of evidence a check may give. Ids are stable; checks name them, only this table weighs them. */
export const WEIGHTS = {
  // --- network
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
   * The same product wrote an error page in the name of a second site that has nothing in common with this one: it
   * stands before both, which is at the user's end.
   */
  "same-writer-elsewhere": {
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

  ...GATEWAY_WEIGHTS,
  ...LIMIT_WEIGHTS,

  ...TRACE_WEIGHTS,

  // --- asking again
  // They speak of time alone: what a stranger's failing means for cookies, cache and worker is for those contrasts.
  /** Three or more anonymous answers over seconds all fail: blips end sooner. */
  "keeps-failing": {
    group: "repetition",
    weights: { transient: -20, intermittent: -10 },
  },
  /** It failed a second time; too few answers to speak of a lasting failure. */
  "failed-again": {
    group: "repetition",
    weights: { transient: -8 },
  },
  /** The first answers failed and the later ones did not: it is coming back, or flapping slowly. */
  "recovered-meanwhile": {
    group: "repetition",
    weights: { transient: 20, intermittent: 8 },
  },
  /** Identical requests seconds apart differ: one of several servers, or one that restarts. */
  "fails-sometimes": {
    group: "repetition",
    weights: { intermittent: 32 },
  },
  /**
   * Every repetition works, on the same way: what fails for all is over, or it is something that the anonymous
   * request leaves out. A flapping site gives four good answers in a row once in sixteen.
   */
  "works-anonymously": {
    group: "repetition",
    weights: {
      "origin-down": -15,
      "origin-slow": -15,
      "origin-invalid": -15,
      overload: -12,
      maintenance: -15,
      misconfigured: -15,
      "gateway-fault": -15,
      "page-only": -15,
      regional: -15,
      intermittent: -12,
      "local-proxy": -15,
      "captive-portal": -15,
      "stale-address": -15,
      "blocked-address": -12,
    },
  },

  // --- the browser's own cache
  /**
   * The browser says that its cache supplied the error; a stranger was served past the cache, and so was the tab,
   * cookies and all.
   */
  "cached-error": {
    group: "browser-cache",
    weights: { "stale-cache": 50 },
    mechanism: "stale-cache",
  },
  /**
   * The browser's cache supplied the error and a stranger is served past it. A cached error of a dead account system
   * looks the same until the tab is loaded again.
   */
  "cached-and-works-past": {
    group: "browser-cache",
    weights: { "stale-cache": 25 },
  },
  /** The cache supplied the error, but the site gives the same one now. */
  "cached-but-still-failing": {
    group: "browser-cache",
    weights: { "stale-cache": -20 },
  },
  /** The browser says that the network supplied the page. */
  "not-from-cache": {
    group: "browser-cache",
    weights: { "stale-cache": -30 },
  },

  // --- the site's service worker in this browser
  /**
   * Seconds apart it fails twice through the page's service worker and works every time past it. A worker that adds
   * cookies to its requests shows the same while accounts are down.
   */
  "worker-fails-alone": {
    group: "page-worker",
    weights: { "page-worker": 25 },
  },
  /**
   * It failed twice through the page's service worker and never past it, and the tab itself, cookies and all, works
   * once the worker is bypassed.
   */
  "worker-bypassed": {
    group: "page-worker",
    weights: { "page-worker": 50 },
    mechanism: "page-worker",
  },
  /** Through the page's service worker and past it the answer is the same. */
  "worker-not-to-blame": {
    group: "page-worker",
    weights: { "page-worker": -20 },
  },
  /** The navigation entry shows that no service worker took part. */
  "no-page-worker": {
    group: "page-worker",
    weights: { "page-worker": -40 },
  },

  // --- with and without cookies
  /** The site fails for a stranger too; two faults at once are rare. */
  "fails-without-cookies": {
    group: "cookies",
    weights: { cookies: -25, "signed-in": -20 },
  },
  /**
   * The tab fails with a 5xx and a stranger from the same address is told 429 moments later: this address is being
   * counted. Whether the count made the tab fail, or only the asking, it does not say.
   */
  "stranger-limited": {
    group: "cookies",
    weights: { "blocked-address": 40, overload: 14, "bot-check": 14 },
  },
  /**
   * Without cookies the site redirects or asks for a sign-in. Something answers, though it may be the gateway, and
   * this page is not seen: it hints at the account and settles nothing.
   */
  "stranger-sent-elsewhere": {
    group: "cookies",
    weights: { cookies: 13, "signed-in": 13, "origin-down": -8, "origin-slow": -8, "origin-invalid": -8, overload: -8 },
  },
  /**
   * Moments apart a stranger gets a copy out of a shared cache and the tab, loaded after it, fails again. The copy
   * says nothing of the origin: it may be dead for all, for those signed in, or for this user.
   */
  "stranger-served-by-shared-cache": {
    group: "cookies",
    weights: { cookies: 10, "signed-in": 10 },
  },
  /**
   * Moments apart a stranger is redirected or refused and the tab, loaded after it, fails again: of dead sites
   * perhaps one in ten still redirects, from a gateway; of account troubles most do. It does not tell the account
   * system from a bad cookie.
   */
  "stranger-sent-elsewhere-while-failing": {
    group: "cookies",
    weights: { cookies: 20, "signed-in": 20, "origin-down": -8, "origin-slow": -8, "origin-invalid": -8, overload: -8 },
  },
  /**
   * A stranger's request works, and the tab loaded after it fails again: what breaks the whole site cannot do that,
   * what differs between the two can.
   */
  "fails-only-with-cookies": {
    group: "cookies",
    weights: { cookies: 15, "signed-in": 15, "page-worker": 10, extension: 15, transient: -20 },
  },
  /**
   * 8 KB in cookies is where servers and proxies begin to refuse or to break; of visitors without that trouble
   * perhaps one in a hundred carries so much, on sites with many trackers more.
   */
  "oversized-cookies": {
    group: "cookie-size",
    weights: { cookies: 20 },
    mechanism: "cookies",
  },

  // --- the tab itself, loaded again
  /** With everything the browser sends, the page is back: what lasts for this user alone would still fail. */
  "reload-works": {
    group: "reload",
    weights: { transient: 20, "stale-cache": 20, "page-worker": 20, intermittent: 15 },
  },

  // --- page or site
  /**
   * The front page answers from the origin while this address fails: whatever stands on the way lets this site
   * through.
   */
  "only-this-page": {
    group: "scope",
    weights: { "page-only": 22, "origin-down": -15, "local-proxy": -25, "captive-portal": -25 },
  },
  /** The front page fails as well. */
  "whole-site": {
    group: "scope",
    weights: { "page-only": -20 },
  },

  ...STATUS_PAGE_WEIGHTS,
  ...OPINION_WEIGHTS,
  ...STEP_WEIGHTS,
} as const satisfies Record<string, Weight>;

export type EvidenceId = keyof typeof WEIGHTS;
