import type { Certificate } from "./certificate.ts";
import type { RequestLog } from "./request-log.ts";

export type GatewayKind = "nginx" | "node";

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
  readonly log: RequestLog;
}

/** How long a gateway waits for the upstream; short, so that a 504 does not keep tests waiting. */
export const READ_TIMEOUT_SECONDS = 2;
