import type { Certificate } from "../certificate.ts";
import type { RequestLog } from "../request-log.ts";

export const GATEWAY_KINDS = ["nginx", "apache", "haproxy", "varnish", "squid", "caddy", "node"] as const;

export type GatewayKind = (typeof GATEWAY_KINDS)[number];

/** What stands between the browser and the upstream and writes the error pages. */
export interface Gateway {
  readonly kind: GatewayKind;
  readonly httpPort: number;
  readonly httpsPort: number;
  stop(): Promise<void>;
}

export interface GatewaySetup {
  readonly upstreamPort: number;
  readonly certificate: Certificate;
  /** nginx and the proxy in Node tell it of every request; the other programs' own logs are not read. */
  readonly log: RequestLog;
  /** nginx and HAProxy only: a limit of the gateway's own, so low that everything after one request is refused. */
  readonly limited?: boolean;
  /** HAProxy only: the app is given one request at a time, and the others wait in a queue for a second at most. */
  readonly queued?: boolean;
  /** It offers browsers HTTP/2 beside HTTP/1.1. Caddy always does. */
  readonly http2?: boolean;
  /** How long it waits for the upstream; `READ_TIMEOUT_SECONDS` unless told. */
  readonly patienceSeconds?: number;
  /** It speaks TLS to the upstream, under the shop's name, and trusts this certificate (PEM) alone. */
  readonly originTrust?: string;
}

/** The programs that can be told to verify the certificate of what stands behind them. */
export const VERIFYING = ["nginx", "apache", "haproxy", "caddy", "node"] as const satisfies readonly GatewayKind[];

/** How long a gateway waits for the upstream; short, so that a 504 does not keep tests waiting. */
export const READ_TIMEOUT_SECONDS = 2;
