import type { Certificate } from "../certificate.ts";

/**
 * What somebody has set as proxy in the browser. Squid is the real program, the others are played; the last three are
 * products that no list knows: an office's, a school's, and one that opens https.
 */
export type ForwardProxyKind =
  | "squid"
  | "mitmproxy"
  | "fiddler"
  | "privoxy"
  | "office-box"
  | "school-filter"
  | "opening-box";

export interface ForwardProxyPlan {
  readonly kind: ForwardProxyKind;
  /**
   * `dead`: whatever the proxy itself goes out through is gone, so nothing works. `open`: all is well, and
   * what the proxy says of a site is true.
   */
  readonly wayOut: "dead" | "open";
}

export interface ForwardProxySetup {
  readonly certificate: Certificate;
  /** Where the site's own address leads: nothing listens there while the site is down. */
  readonly sitePort: number;
  /** Port of loopback that answers for `name:port`, for everything else. */
  readonly portOf: (hostAndPort: string) => number | undefined;
}

export interface ForwardProxy {
  readonly port: number;
  /** Names that the browser asks past the proxy, where the proxy cannot be told of the lab's own ports. */
  readonly past: readonly string[];
  stop(): Promise<void>;
}
