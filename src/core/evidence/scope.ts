import type { Weight } from "./weight.ts";

/** What the front page gives as evidence: is it the whole site, or this page alone? */
export const SCOPE_WEIGHTS = {
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
} as const satisfies Record<string, Weight>;
