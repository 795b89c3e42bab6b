import type { Weight } from "./weight.ts";

/**
 * What asking again gives as evidence, of a stranger and of the tab. A stranger's answers speak of time alone here: what
 * they mean for cookies, cache and worker is for those contrasts.
 */
export const REPETITION_WEIGHTS = {
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
      "switched-off": -15,
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

  // --- the tab itself, loaded again
  /** With everything the browser sends, the page is back: what lasts for this user alone would still fail. */
  "reload-works": {
    group: "reload",
    weights: { transient: 20, "stale-cache": 20, "page-worker": 20, offline: 20, intermittent: 15 },
  },
} as const satisfies Record<string, Weight>;
