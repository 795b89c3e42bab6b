import type { Weight } from "./weight.ts";

/** What status pages give as evidence: the site's own, and that of whoever stands before it. */
export const STATUS_PAGE_WEIGHTS = {
  /** An open outage there is rarely a coincidence. */
  "status-page-red": {
    group: "status-page",
    weights: { cookies: -15, "stale-cache": -10, "local-proxy": -15, "blocked-address": -10, "stale-address": -10 },
  },
  /** A minor incident, perhaps of another part of the site. */
  "status-page-degraded": {
    group: "status-page",
    weights: { cookies: -7, "stale-cache": -5, "local-proxy": -7, "blocked-address": -5, "stale-address": -5 },
  },
  /**
   * Any of these, while strangers are served and the tab, loaded after them, fails again: what the page speaks of is not
   * everybody's. It can be an outage of accounts, of which perhaps one in three is announced; of large sites about one in
   * ten has some incident open on any day.
   */
  "status-page-trouble-while-served": {
    group: "status-page",
    weights: { cookies: -5, "stale-cache": -5 },
  },
  /** A maintenance window is open right now. */
  "status-page-maintenance": {
    group: "status-page",
    weights: { maintenance: 15, cookies: -10, "local-proxy": -10 },
  },
  /** Whoever stands before the site reports an outage, though perhaps not at the place that serves this user. */
  "gateway-status-red": {
    group: "status-page",
    weights: {
      "gateway-fault": 10,
      cookies: -10,
      "stale-cache": -5,
      "local-proxy": -10,
      "blocked-address": -5,
      "stale-address": -5,
    },
  },
  /** Status pages lag outages by 15 to 45 minutes: green is barely evidence. */
  "status-page-green": {
    group: "status-page",
    weights: { cookies: 1, "local-proxy": 1, "blocked-address": 1, "stale-address": 1, regional: 1 },
  },
} as const satisfies Record<string, Weight>;
