import type { Weight } from "./weight.ts";

/** All that breaks a page for everybody, and would have broken it in the user's other window or device as well. */
const BROKEN_FOR_ALL = {
  "origin-down": -20,
  "origin-slow": -20,
  "origin-invalid": -20,
  maintenance: -20,
  "switched-off": -20,
  "page-only": -20,
  transient: -20,
  // These let some requests through: a limit some visitors, a flapping site every second one.
  overload: -10,
  intermittent: -10,
} as const;

/**
 * What the user's own word weighs on a step that only they can do. They may have looked at the wrong window or at a
 * kept copy: of a hundred such answers one or two are wrong, so none weighs more than 20 dB against a cause.
 * What an answer fits gets nothing; what it rules out is marked down.
 */
export const STEP_WEIGHTS = {
  /**
   * On the same computer and network, moments apart, a new session of the same account works and the old one fails
   * again: accounts, site and way are well. What a private window leaves behind is cookies, and far more rarely
   * another extension or a kept page.
   */
  "fresh-session-works": {
    group: "private-window",
    weights: {
      ...BROKEN_FOR_ALL,
      intermittent: -7,
      cookies: 3,
      // One of several servers for accounts is dead, and the old session went there twice, the fresh one not.
      "signed-in": -13,
      misconfigured: -20,
      "gateway-fault": -20,
      regional: -20,
      "local-proxy": -20,
      "captive-portal": -20,
      "stale-address": -20,
      "blocked-address": -20,
      "bot-check": -10,
    },
    mechanism: "cookies",
  },
  /**
   * A private window begins without cookies, copies and workers, and mostly without extensions, and fails as well.
   * Most who say so have signed in there, so the site's public pages stood.
   */
  "fresh-session-fails": {
    group: "private-window",
    weights: { cookies: -20, extension: -15, "stale-cache": -20, "page-worker": -20, "signed-in": 5 },
  },

  /**
   * Another device in another network gets the page and this tab, loaded after it, does not: what fails for all is
   * out, save faults of some edges, some resolvers and, with another provider, some regions. Device and network
   * differ at once, so no cause on the user's side is shown.
   */
  "works-on-other-device": {
    group: "other-device",
    weights: { ...BROKEN_FOR_ALL, misconfigured: -13, "gateway-fault": -10, regional: -3 },
  },
  /**
   * The product's own page refuses by a rule, and elsewhere the page works: the rule is about this network or stands
   * in it. Rules against one browser alone are perhaps one in twenty refusals of ordinary visitors, and tests for
   * robots meet phones too.
   */
  "refused-only-here": {
    group: "other-device",
    weights: {
      ...BROKEN_FOR_ALL,
      misconfigured: -13,
      "gateway-fault": -10,
      "blocked-address": 12,
      "local-proxy": 12,
      "bot-check": -4,
    },
    mechanism: "blocked-address",
  },
  /**
   * A limit's words are the same for one address as for a full site, which they were counted for so far. A full site
   * lets some in, so that another device got the page does not settle it: no mechanism.
   */
  "limited-only-here": {
    group: "other-device",
    weights: { ...BROKEN_FOR_ALL, misconfigured: -13, "gateway-fault": -10, regional: -3, "blocked-address": 28 },
  },
  /**
   * A box on the user's side says that it could not bring the page or would not, and where it does not stand the
   * page works.
   */
  "works-past-own-box": {
    group: "other-device",
    weights: { ...BROKEN_FOR_ALL, misconfigured: -13, "gateway-fault": -13, regional: -3, "local-proxy": 5 },
    mechanism: "local-proxy",
  },
  /**
   * It fails where neither this browser nor this network is. One phone in twenty was still on the same Wi-Fi, so the
   * network's causes fall less.
   */
  "fails-on-other-device": {
    group: "other-device",
    weights: {
      cookies: -18,
      extension: -20,
      "stale-cache": -20,
      "page-worker": -20,
      offline: -20,
      "local-proxy": -13,
      "captive-portal": -13,
      "stale-address": -13,
      "blocked-address": -13,
    },
  },
} as const satisfies Record<string, Weight>;
