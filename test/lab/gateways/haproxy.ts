import { freePorts } from "../ports.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { runProgram, withRetries } from "./program.ts";

/** What operators write against floods; the refusal then reads like any other 503 of HAProxy's. */
const LIMIT = `
  stick-table type ip size 1k expire 1h store http_req_cnt
  http-request track-sc0 src
  http-request deny deny_status 503 if { sc_http_req_cnt(0) gt 1 }`;

const QUEUE_SECONDS = 1;

interface Settings {
  readonly httpPort: number;
  readonly httpsPort: number;
  readonly upstreamPort: number;
  readonly limited: boolean;
  readonly queued: boolean;
}

const config = ({ httpPort, httpsPort, upstreamPort, limited, queued }: Settings): string => `
global
  maxconn 500
  tune.bufsize 131072
defaults
  mode http
  retries 0
  timeout connect ${READ_TIMEOUT_SECONDS}s
  timeout client 30s
  timeout server ${READ_TIMEOUT_SECONDS}s
  timeout queue ${queued ? QUEUE_SECONDS : READ_TIMEOUT_SECONDS}s
frontend shop
  bind 127.0.0.1:${httpPort}
  bind 127.0.0.1:${httpsPort} ssl crt both.pem${limited ? LIMIT : ""}
  default_backend app
backend app
  server app1 127.0.0.1:${upstreamPort}${queued ? " maxconn 1" : ""}
`;

/** HAProxy with its stock error pages, http and https. */
export const startHaproxy = ({
  upstreamPort,
  certificate,
  limited = false,
  queued = false,
}: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const [httpPort = 0, httpsPort = 0] = await freePorts(2);
    const { stop } = await runProgram({
      name: "haproxy",
      debian: "haproxy",
      files: () => ({
        "haproxy.cfg": config({ httpPort, httpsPort, upstreamPort, limited, queued }),
        "both.pem": `${certificate.cert}\n${certificate.key}`,
      }),
      args: () => ["-db", "-f", "haproxy.cfg"],
      ports: [httpPort, httpsPort],
    });
    return { kind: "haproxy", httpPort, httpsPort, stop };
  });
