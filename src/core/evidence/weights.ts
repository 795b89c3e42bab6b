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
  online: {
    group: "network",
    weights: { offline: -40, "captive-portal": -25, "local-proxy": -10 },
    reason:
      "An authenticated https answer from an unrelated service: a portal cannot forge it, though some let chosen hosts through. A box without a way out would have failed that too, where it stands in every way.",
  },
  "answered-over-https": {
    group: "network",
    weights: { offline: -60, "captive-portal": -40, "local-proxy": -10 },
    reason:
      "The error itself came over a connection whose certificate the browser accepted: name, way and encryption work as far as whoever wrote it. Only a box that the user trusts to open https could have written it, and most of those sign their pages: such a writer does not give this evidence.",
  },
  "portal-answered": {
    group: "network",
    weights: { "captive-portal": 45 },
    mechanism: "captive-portal",
    reason: "A fixed plain-http address gave something other than its fixed answer: something on the way rewrote it.",
  },
  "same-writer-elsewhere": {
    group: "network",
    weights: { "local-proxy": 55 },
    mechanism: "local-proxy",
    reason:
      "The same product wrote an error page in the name of a second site that has nothing in common with this one: it stands before both, which is at the user's end.",
  },
  "nobody-answered": {
    group: "network",
    weights: { offline: 25, "captive-portal": 10, "local-proxy": 17 },
    reason:
      "No independent address answers. One network in fifty blocks the vendor's endpoint, which keeps this from being proof.",
  },
  "nobody-answered-past-box": {
    group: "network",
    weights: { "local-proxy": 17 },
    mechanism: "local-proxy",
    reason:
      "A page over plain http says that a box of the user's has lost its way out, and an address that has nothing to do with the site brings no answer: page and silence agree, and the site has no hand in the silence. One network in fifty blocks the vendor's endpoint.",
  },
  "nobody-answered-past-portal": {
    group: "network",
    weights: { "captive-portal": 10 },
    mechanism: "captive-portal",
    reason:
      "The page says 511 over plain http, the code of networks that want a log-in, and no independent address answers, as in such a network.",
  },
  "runs-here": {
    group: "machine",
    weights: { "own-machine": 70 },
    mechanism: "own-machine",
    reason:
      "A loopback name never leaves the computer (RFC 6761): whoever can fix the server sits in front of it, whatever else the signs say of how it fails.",
  },

  ...GATEWAY_WEIGHTS,
  ...LIMIT_WEIGHTS,

  ...TRACE_WEIGHTS,

  // --- asking again
  // They speak of time alone: what a stranger's failing means for cookies, cache and worker is for those contrasts.
  "keeps-failing": {
    group: "repetition",
    weights: { transient: -20, intermittent: -10 },
    reason: "Three or more anonymous answers over seconds all fail: blips end sooner.",
  },
  "failed-again": {
    group: "repetition",
    weights: { transient: -8 },
    reason: "It failed a second time; too few answers to speak of a lasting failure.",
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
    reason:
      "Every repetition works, on the same way: what fails for all is over, or it is something that the anonymous request leaves out. A flapping site gives four good answers in a row once in sixteen.",
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
  "stranger-limited": {
    group: "cookies",
    weights: { "blocked-address": 40, overload: 14, "bot-check": 14 },
    reason:
      "The tab fails with a 5xx and a stranger from the same address is told 429 moments later: this address is being counted. Whether the count made the tab fail, or only the asking, it does not say.",
  },
  "stranger-sent-elsewhere": {
    group: "cookies",
    weights: { cookies: 13, "signed-in": 13, "origin-down": -8, "origin-slow": -8, "origin-invalid": -8, overload: -8 },
    reason:
      "Without cookies the site redirects or asks for a sign-in. Something answers, though it may be the gateway, and this page is not seen: it hints at the account and settles nothing.",
  },
  "stranger-served-by-shared-cache": {
    group: "cookies",
    weights: { cookies: 10, "signed-in": 10 },
    reason:
      "Moments apart a stranger gets a copy out of a shared cache and the tab, loaded after it, fails again. The copy says nothing of the origin: it may be dead for all, for those signed in, or for this user.",
  },
  "stranger-sent-elsewhere-while-failing": {
    group: "cookies",
    weights: { cookies: 20, "signed-in": 20, "origin-down": -8, "origin-slow": -8, "origin-invalid": -8, overload: -8 },
    reason:
      "Moments apart a stranger is redirected or refused and the tab, loaded after it, fails again: of dead sites perhaps one in ten still redirects, from a gateway; of account troubles most do. It does not tell the account system from a bad cookie.",
  },
  "fails-only-with-cookies": {
    group: "cookies",
    weights: { cookies: 15, "signed-in": 15, "page-worker": 10, extension: 15, transient: -20 },
    reason:
      "A stranger's request works, and the tab loaded after it fails again: what breaks the whole site cannot do that, what differs between the two can.",
  },
  "oversized-cookies": {
    group: "cookie-size",
    weights: { cookies: 20 },
    mechanism: "cookies",
    reason:
      "8 KB in cookies is where servers and proxies begin to refuse or to break; of visitors without that trouble perhaps one in a hundred carries so much, on sites with many trackers more.",
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
    weights: { "page-only": 22, "origin-down": -15, "local-proxy": -25, "captive-portal": -25 },
    reason:
      "The front page answers from the origin while this address fails: whatever stands on the way lets this site through.",
  },
  "whole-site": {
    group: "scope",
    weights: { "page-only": -20 },
    reason: "The front page fails as well.",
  },

  ...STATUS_PAGE_WEIGHTS,
  ...OPINION_WEIGHTS,
  ...STEP_WEIGHTS,
} as const satisfies Record<string, Weight>;

export type EvidenceId = keyof typeof WEIGHTS;
