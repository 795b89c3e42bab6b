import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { startHaproxy } from "./haproxy.ts";

/** Longer than whatever stands behind it, so that no error page is its own. */
const PATIENCE = 3;

/** HTTP/2 and TLS for a program that speaks neither: a HAProxy, which passes on what the program says. */
export const startHttp2Front = (
  { certificate, log, patienceSeconds = READ_TIMEOUT_SECONDS }: GatewaySetup,
  plainPort: number,
): Promise<Gateway> =>
  startHaproxy({
    upstreamPort: plainPort,
    certificate,
    log,
    http2: true,
    patienceSeconds: PATIENCE * patienceSeconds,
  });
