import type { Weight } from "./weight.ts";

/** What the front page gives as evidence: is it the whole site, or this page alone? */
export const SCOPE_WEIGHTS = {
  /**
   * The front page answers from the origin while this address fails: whatever stands on the way lets this site
   * through. What the gateway says of silence or of nonsense is then mostly true of the one page: of servers that hang or
   * crash as a whole perhaps one in sixteen still makes a front page. A limit, a notice or a rule may be about a part.
   */
  "only-this-page": {
    group: "scope",
    weights: {
      "page-only": 22,
      "origin-down": -15,
      "origin-slow": -12,
      "origin-invalid": -12,
      "local-proxy": -25,
      "captive-portal": -25,
    },
  },
  /**
   * The front page is served to a stranger while this page, which must not be asked for again, has failed. Dead sites
   * show that through copies that do not say so, perhaps one in a hundred. It is no word about the page: that may be
   * broken by itself or over its trouble by now, or fail with what this browser sends along.
   */
  "front-page-works": {
    group: "scope",
    weights: {
      "page-only": 12,
      transient: 5,
      "origin-down": -20,
      maintenance: -20,
      "switched-off": -20,
      "origin-slow": -12,
      "origin-invalid": -12,
      overload: -12,
      misconfigured: -12,
      "gateway-fault": -12,
      regional: -12,
      "local-proxy": -20,
      "captive-portal": -25,
      "stale-address": -15,
    },
  },
  /**
   * The same, and the front page sends a stranger on: of dead sites perhaps one in ten still does so, from a gateway.
   */
  "front-page-redirects": {
    group: "scope",
    weights: {
      "page-only": 6,
      "origin-down": -8,
      "origin-slow": -6,
      "origin-invalid": -6,
      overload: -6,
      maintenance: -8,
    },
  },
  /**
   * The same, and the front page turns a stranger away: a gateway does so by itself more often still, whatever stands behind
   * it, for it may have a rule against such requests, or no page at that place.
   */
  "front-page-refuses": {
    group: "scope",
    weights: {
      "page-only": 3,
      "origin-down": -4,
      "origin-slow": -3,
      "origin-invalid": -3,
      overload: -3,
      maintenance: -4,
    },
  },
  /** The front page fails for a stranger as well, who has none of this browser's cookies. */
  "whole-site": {
    group: "scope",
    weights: { "page-only": -20, cookies: -15 },
  },
} as const satisfies Record<string, Weight>;
