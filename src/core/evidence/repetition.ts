import type { Weight } from "./weight.ts";
import { wholeSiteCauses } from "./whole-site-causes.ts";

/** What fails every time for as long as it lasts, for strangers as well: a site's outages, and faults of the way. */
const lasting = (decibans: number) =>
  ({
    ...wholeSiteCauses(decibans),
    "page-only": decibans,
    regional: decibans,
    "local-proxy": decibans,
    "captive-portal": decibans,
    "stale-address": decibans,
    "blocked-address": decibans,
  }) as const;

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
  /**
   * The first answers failed and the later ones did not: it is coming back, or flapping slowly. Whatever the page says
   * of its reason, what lasts would fail now, on the site's side and on the way alike; a limit lets some through.
   */
  "recovered-meanwhile": {
    group: "repetition",
    weights: { ...lasting(-10), overload: -5, transient: 20, intermittent: 8 },
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
    weights: { ...lasting(-15), overload: -12, intermittent: -12, "blocked-address": -12 },
  },

  // --- the tab itself, loaded again
  /** With everything the browser sends, the page is back: what lasts for this user alone would still fail. */
  "reload-works": {
    group: "reload",
    weights: { transient: 20, "stale-cache": 20, "page-worker": 20, offline: 20, intermittent: 15 },
  },
} as const satisfies Record<string, Weight>;
