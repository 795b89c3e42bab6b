import type { Cause } from "./causes.ts";

/**
 * Findings that share a mechanism are one witness: of a group only the strongest counts.
 */
export type Group =
  | "network"
  | "gateway"
  | "announcement"
  | "repetition"
  | "browser-cache"
  | "page-worker"
  | "cookies"
  | "cookie-size"
  | "reload"
  | "scope"
  | "status-page"
  | "machine";

export interface Weight {
  readonly group: Group;
  /** Decibans added to a cause's log-odds: 10 dB is a likelihood ratio of 10:1. Causes not named get 0. */
  readonly weights: Partial<Record<Cause, number>>;
  /** A contrast that only the user's side explains; no `you` verdict without one for its cause. */
  readonly mechanism?: Cause;
  /** Why this much: the error rate that the number stands for. */
  readonly reason: string;
}

/** Every piece of evidence a check may give. Ids are stable; checks name them, only this table weighs them. */
export const WEIGHTS = {
  // --- network
  online: {
    group: "network",
    weights: { offline: -40, "captive-portal": -25 },
    reason:
      "An authenticated https answer from an unrelated service: a portal cannot forge it, though some let chosen hosts through.",
  },
  "portal-answered": {
    group: "network",
    weights: { "captive-portal": 45 },
    mechanism: "captive-portal",
    reason: "A fixed plain-http address gave something other than its fixed answer: something on the way rewrote it.",
  },
  "nobody-answered": {
    group: "network",
    weights: { offline: 25, "captive-portal": 10 },
    reason: "No independent address answers. Firewalls that block the vendor's endpoint keep this from being proof.",
  },
  "runs-here": {
    group: "machine",
    weights: { "own-machine": 64 },
    mechanism: "own-machine",
    reason:
      "A loopback name never leaves the computer (RFC 6761): whoever can fix the server sits in front of it, whatever else the signs say of how it fails.",
  },

  // --- what the gateway says; a named reason outweighs a bare status
  "says-origin-down": {
    group: "gateway",
    weights: { "origin-down": 20, "origin-invalid": -5 },
    reason: "The product's own text for a refused or dead upstream, read in its source.",
  },
  "says-origin-slow": {
    group: "gateway",
    weights: { "origin-slow": 20 },
    reason: "The product's own text for an upstream timeout. A full queue shows as one too.",
  },
  "says-origin-invalid": {
    group: "gateway",
    weights: { "origin-invalid": 20 },
    reason: "The product's own text for an answer it could not use.",
  },
  "says-no-valid-answer": {
    group: "gateway",
    weights: { "origin-down": 12, "origin-invalid": 12, "origin-slow": 5 },
    reason:
      "nginx and kin write the same page for refused, reset and malformed, Apache and Varnish for silence too: it cannot be split further.",
  },
  "says-overload": {
    group: "gateway",
    weights: { overload: 18 },
    reason: "The product's own text for a limit or a full queue.",
  },
  "says-unavailable": {
    group: "gateway",
    weights: { overload: 8, maintenance: 5, "origin-down": 2 },
    reason: "A bare 503: limits first, then a switch thrown by hand.",
  },
  "says-misconfigured": {
    group: "gateway",
    weights: { misconfigured: 20 },
    reason: "The product names DNS, TLS or routing between itself and the origin.",
  },
  "says-gateway-fault": {
    group: "gateway",
    weights: { "gateway-fault": 18 },
    reason: "The product blames itself.",
  },
  "status-502": {
    group: "gateway",
    weights: { "origin-down": 5, "origin-invalid": 5 },
    reason: "RFC 9110 section 15.6.3: an invalid answer, which in practice is most often none.",
  },
  "status-503": {
    group: "gateway",
    weights: { overload: 5, maintenance: 5, "origin-down": 2 },
    reason: "RFC 9110 section 15.6.4: overload or maintenance; Apache and HAProxy also use it for a dead upstream.",
  },
  "status-504": {
    group: "gateway",
    weights: { "origin-slow": 15 },
    reason: "RFC 9110 section 15.6.5: no answer in time.",
  },
  "status-other": {
    group: "gateway",
    weights: { "origin-invalid": 3, "gateway-fault": 3 },
    reason: "A 5xx that names no more than that the server's side failed.",
  },
  "challenge-page": {
    group: "gateway",
    weights: { "bot-check": 40 },
    reason: "A header that only challenge pages carry.",
  },
  "announces-maintenance": {
    group: "announcement",
    weights: { maintenance: 22 },
    reason: "A 503 whose page speaks of maintenance; a few sites use that text for every failure.",
  },

  // --- asking again
  "keeps-failing": {
    group: "repetition",
    weights: {
      transient: -20,
      intermittent: -10,
      cookies: -15,
      "signed-in": -15,
      "stale-cache": -15,
      "page-worker": -15,
    },
    reason:
      "Three or more anonymous answers over seconds all fail: blips end sooner, and nothing of the user's was sent.",
  },
  "failed-again": {
    group: "repetition",
    weights: { transient: -8, cookies: -8, "signed-in": -8, "stale-cache": -8, "page-worker": -8 },
    reason: "It failed a second time, to a stranger as well; too few answers to speak of a lasting failure.",
  },
  "recovered-meanwhile": {
    group: "repetition",
    weights: { transient: 20, intermittent: 8 },
    reason: "The first answers failed and the later ones did not: it is coming back, or flapping slowly.",
  },
  "fails-sometimes": {
    group: "repetition",
    weights: { intermittent: 32 },
    reason: "Identical requests seconds apart differ: one of several servers, or one that restarts.",
  },
  "works-anonymously": {
    group: "repetition",
    weights: { transient: 15, cookies: 15, "signed-in": 15, "stale-cache": 15, "page-worker": 15, intermittent: 3 },
    reason: "Every repetition works: what is broken is over, or is something that the anonymous request leaves out.",
  },

  // --- the browser's own cache
  "cached-error": {
    group: "browser-cache",
    weights: { "stale-cache": 50 },
    mechanism: "stale-cache",
    reason:
      "The browser says that its cache supplied the error; a stranger was served past the cache, and so was the tab, cookies and all.",
  },
  "cached-and-works-past": {
    group: "browser-cache",
    weights: { "stale-cache": 25 },
    reason:
      "The browser's cache supplied the error and a stranger is served past it. A cached error of a dead account system looks the same until the tab is loaded again.",
  },
  "cached-but-still-failing": {
    group: "browser-cache",
    weights: { "stale-cache": -20 },
    reason: "The cache supplied the error, but the site gives the same one now.",
  },
  "not-from-cache": {
    group: "browser-cache",
    weights: { "stale-cache": -30 },
    reason: "The browser says that the network supplied the page.",
  },

  // --- the site's service worker in this browser
  "worker-fails-alone": {
    group: "page-worker",
    weights: { "page-worker": 25 },
    reason:
      "Seconds apart it fails twice through the page's service worker and works every time past it. A worker that adds cookies to its requests shows the same while accounts are down.",
  },
  "worker-bypassed": {
    group: "page-worker",
    weights: { "page-worker": 50 },
    mechanism: "page-worker",
    reason:
      "It failed twice through the page's service worker and never past it, and the tab itself, cookies and all, works once the worker is bypassed.",
  },
  "worker-not-to-blame": {
    group: "page-worker",
    weights: { "page-worker": -20 },
    reason: "Through the page's service worker and past it the answer is the same.",
  },
  "no-page-worker": {
    group: "page-worker",
    weights: { "page-worker": -40 },
    reason: "The navigation entry shows that no service worker took part.",
  },

  // --- with and without cookies
  "fails-without-cookies": {
    group: "cookies",
    weights: { cookies: -25, "signed-in": -20 },
    reason: "The site fails for a stranger too; two faults at once are rare.",
  },
  "stranger-sent-elsewhere": {
    group: "cookies",
    weights: { cookies: 13, "signed-in": 13, "origin-down": -8, "origin-slow": -8, "origin-invalid": -8, overload: -8 },
    reason:
      "Without cookies the site redirects or asks for a sign-in. Something answers, though it may be the gateway, and this page is not seen: it hints at the account and settles nothing.",
  },
  "fails-only-with-cookies": {
    group: "cookies",
    weights: { cookies: 30, "signed-in": 30, "page-worker": 20, extension: 20, transient: -20 },
    reason:
      "A stranger's request works, and the tab loaded after it fails again: what breaks the whole site cannot do that, what differs between the two can.",
  },
  "oversized-cookies": {
    group: "cookie-size",
    weights: { cookies: 25 },
    mechanism: "cookies",
    reason:
      "8 KB in cookies is where servers and proxies begin to refuse or to break; of visitors without trouble perhaps one in several hundred carries that much.",
  },

  // --- the tab itself, loaded again
  "reload-works": {
    group: "reload",
    weights: { transient: 20, "stale-cache": 20, "page-worker": 20, intermittent: 15 },
    reason: "With everything the browser sends, the page is back: what lasts for this user alone would still fail.",
  },

  // --- page or site
  "only-this-page": {
    group: "scope",
    weights: { "page-only": 22, "origin-down": -15 },
    reason: "The front page answers from the origin while this address fails.",
  },
  "whole-site": {
    group: "scope",
    weights: { "page-only": -20 },
    reason: "The front page fails as well.",
  },

  // --- what the site says of itself
  "status-page-red": {
    group: "status-page",
    weights: { cookies: -15, "stale-cache": -10, "local-proxy": -15, "blocked-address": -10, "stale-address": -10 },
    reason: "An open outage there is rarely a coincidence.",
  },
  "status-page-degraded": {
    group: "status-page",
    weights: { cookies: -7, "stale-cache": -5, "local-proxy": -7, "blocked-address": -5, "stale-address": -5 },
    reason: "A minor incident, perhaps of another part of the site.",
  },
  "status-page-maintenance": {
    group: "status-page",
    weights: { maintenance: 15, cookies: -10, "local-proxy": -10 },
    reason: "A maintenance window is open right now.",
  },
  "status-page-green": {
    group: "status-page",
    weights: { cookies: 1, "local-proxy": 1, "blocked-address": 1, "stale-address": 1, regional: 1 },
    reason: "Status pages lag outages by 15 to 45 minutes: green is barely evidence.",
  },
} as const satisfies Record<string, Weight>;

export type EvidenceId = keyof typeof WEIGHTS;
