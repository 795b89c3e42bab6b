import type { Weight } from "./weight.ts";

/** What the page of a box gives as evidence that stands on the user's side, or may. */
export const BOX_WEIGHTS = {
  /**
   * A product without use in front of a site says that its own next hop is dead: the site was never asked. Any site can use these words, so they make the server doubtful and are no mechanism: the box must
   * show elsewhere too.
   */
  "user-side-box": {
    group: "gateway",
    weights: { "local-proxy": 38 },
  },
  /**
   * A product without use in front of a site refuses by a rule. All of these are known by hearsay, and that it is a block
   * stands in the page more surely than whose it is: so the site's own rule stays beside it. To ask often does no good
   * with either. No mechanism, as above.
   */
  "blocked-by-own-box": {
    group: "gateway",
    weights: { "local-proxy": 26, "blocked-address": 28, "bot-check": 22 },
  },
  /**
   * A proxy of the user's, or over plain http one that may be, could not reach the site. Mostly the site is down; a
   * proxy without a network says the same, and only whether other addresses answer tells them apart.
   */
  "unreached-through-box": {
    group: "gateway",
    weights: { "origin-down": 12, "origin-slow": 8, misconfigured: 12, "local-proxy": 28 },
  },
  /**
   * A proxy of the user's, or over plain http one that may be, found no address by the name that was asked for. It asks
   * the resolvers of its own network, and knows nothing of names that exist elsewhere only, or is asked for a name that
   * was misspelt; a name that is gone for everybody reads the same. So neither side may win while others answer.
   */
  "name-unknown-to-box": {
    group: "gateway",
    weights: { misconfigured: 14, "local-proxy": 38 },
  },
  /**
   * A box that opens https on the user's side would not take the site's certificate. It has expired for everybody, or
   * the box alone lacks an authority or an intermediate that browsers have.
   */
  "site-distrusted-by-box": {
    group: "gateway",
    weights: { misconfigured: 20, "local-proxy": 30 },
  },
  /** Hearsay of an office proxy's page for a failed connection: no mechanism without a recording. */
  "hints-user-side-box": {
    group: "gateway",
    weights: { "origin-down": 6, "local-proxy": 26 },
  },
  /**
   * A proxy that stands on either side says that its own way out is dead. Over https it is the user's only where it
   * opens what is encrypted.
   */
  "cut-off-box": {
    group: "gateway",
    weights: { "gateway-fault": 8, "origin-down": 8, "local-proxy": 10 },
  },
  /**
   * The same over http, where every proxy on the way can write the page: an office's proxy and the site's own look
   * alike from one address, so neither side may win.
   */
  "cut-off-box-in-plain-http": {
    group: "gateway",
    weights: { "gateway-fault": 8, "origin-down": 8, "local-proxy": 38 },
  },
} as const satisfies Record<string, Weight>;
