import type { Weight } from "./weight.ts";

/** What an answer shows beside its writer's words: how long it took, and whom it passed on the way. */
export const TRACE_WEIGHTS = {
  // --- how long it took
  /**
   * The error took as long as gateways wait by default (10, 15, 30, 60, 100 s and kin): somebody's patience ended.
   * Packets to a dead host that are dropped look the same, but mostly end sooner.
   */
  "waited-for-timeout": {
    group: "elapsed",
    weights: { "origin-slow": 12, "origin-down": -3, overload: 2, misconfigured: 2 },
  },
  /**
   * Answer after answer took the same two seconds or more, within a few percent, save for one of many that was late: a
   * timer ran out each time, whatever the page says.
   */
  "waits-alike": {
    group: "elapsed",
    weights: { "origin-slow": 14, "origin-down": -3, overload: 2, transient: -5 },
  },
  /** The error came at once, again and again: nobody waited for anything. */
  "failed-at-once": {
    group: "elapsed",
    weights: { "origin-slow": -15 },
  },

  // --- what stands beyond the gateway
  /**
   * A standard header (Cache-Status fwd-status, Proxy-Status received-status) says that the hop behind the gateway gave
   * this status itself: something runs there. Behind a content network that is mostly one more gateway, which writes
   * the same for a dead program: in perhaps half of such outages there is one.
   */
  "origin-wrote-it": {
    group: "relay",
    weights: { "origin-down": -3, "gateway-fault": -8, "origin-invalid": 3 },
  },
  /** A shared cache gave out an error from its store: what is behind it may work again. */
  "kept-by-shared-cache": {
    group: "relay",
    weights: { transient: 6, misconfigured: 3 },
  },

  // --- where the writer stands
  /**
   * Over plain http the last hop signs with a name or address of a private network, as office proxies do. Some
   * sites' own gateways do so too, perhaps one in thirty of such pages.
   */
  "user-side-via": {
    group: "place",
    weights: { "local-proxy": 15, "captive-portal": 3 },
  },
} as const satisfies Record<string, Weight>;
