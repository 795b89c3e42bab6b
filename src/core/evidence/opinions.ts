import type { Weight } from "./weight.ts";
import { wholeSiteCauses } from "./whole-site-causes.ts";

/** Causes that break the site for everyone who asks it. */
const forEveryone = (decibans: number) =>
  ({
    ...wholeSiteCauses(decibans),
    transient: decibans,
  }) as const;

/** Causes that sit in one browser or one network. */
const hereOnly = (decibans: number) =>
  ({
    "local-proxy": decibans,
    "captive-portal": decibans,
    offline: decibans,
    "blocked-address": decibans,
    "stale-address": decibans,
    cookies: decibans,
    extension: decibans,
    "stale-cache": decibans,
    "page-worker": decibans,
  }) as const;

/** What second opinions weigh: other places, and public resolvers. */
export const OPINION_WEIGHTS = {
  // --- other places, asked at the same time
  /**
   * Three to five strangers in several countries meet the failure at the same time; what sits in one browser or
   * network cannot do that, but for two faults at once.
   */
  "fails-everywhere": {
    group: "vantage",
    weights: { ...hereOnly(-30), regional: -25, "signed-in": -20 },
  },
  /**
   * All places near by fail and all far ones work. Flapping servers give that pattern about once in ten, dead ones
   * only through copies that do not say so.
   */
  "fails-in-region": {
    group: "vantage",
    weights: { ...hereOnly(-20), ...forEveryone(-20), regional: 25, intermittent: -10, "signed-in": -15 },
  },
  /** Others meet the failure too, without the pattern of a region: it is not of this user's making. */
  "fails-in-some-places": {
    group: "vantage",
    weights: { ...hereOnly(-15), regional: 12, intermittent: 10 },
  },
  /**
   * The same request fails here and works at every place asked, neighbours among them. Whatever the gateway says of
   * its own server is then true of one place only; it does not tell which of the narrow causes it is.
   */
  "places-served": {
    group: "vantage",
    weights: {
      ...forEveryone(-30),
      intermittent: -15,
      "page-only": -20,
      regional: 12,
      "blocked-address": 20,
      "stale-address": 20,
      "local-proxy": 20,
    },
  },
  /** The same request fails here and works at every place asked, but none of them is known to be near. */
  "works-far-away": {
    group: "vantage",
    weights: {
      ...forEveryone(-20),
      intermittent: -10,
      "page-only": -15,
      regional: 18,
      "blocked-address": 10,
      "stale-address": 10,
      "local-proxy": 10,
    },
  },
  /**
   * The same request fails here and works at every place asked, but by the other version of IP. A site that answers by
   * one version alone is as common as a network that does, and its owner seldom notices.
   */
  "works-by-other-ip-version": {
    group: "vantage",
    weights: {
      ...forEveryone(-10),
      misconfigured: 5,
      intermittent: -5,
      "page-only": -15,
      regional: 15,
    },
  },
  /**
   * Others are served while the gateway speaks of a limit here: one on this address, or a full server to which a
   * balancer always sends it. No mechanism, for the two look alike.
   */
  "places-served-limited-here": {
    group: "vantage",
    weights: {
      ...forEveryone(-30),
      intermittent: -15,
      "page-only": -20,
      regional: 12,
      "blocked-address": 30,
      "stale-address": 10,
      "local-proxy": 15,
    },
  },
  /**
   * The page refuses in so many words, and at the same time the same request is served to neighbours and to the far
   * side of the world: the rule is about this address.
   */
  "places-served-refused-here": {
    group: "vantage",
    weights: {
      ...forEveryone(-30),
      intermittent: -15,
      "page-only": -20,
      "bot-check": -10,
      "blocked-address": 50,
      "local-proxy": 20,
    },
    mechanism: "blocked-address",
  },

  // --- where the name leads
  /** Public resolvers name the very address that this browser reached. */
  "address-shared": {
    group: "address",
    weights: { "stale-address": -30 },
  },
  /** No resolver names the address, but the site answers others there: it is one of the site's. */
  "address-serves-others": {
    group: "address",
    weights: { "stale-address": -20 },
  },
  /**
   * No resolver and no neighbour is led to the address reached here, a web server and no content network fails
   * there, for others too, and the name works for the same places at other addresses.
   */
  "address-is-stale": {
    group: "address",
    weights: { "stale-address": 50 },
    mechanism: "stale-address",
  },
} as const satisfies Record<string, Weight>;
