import { SHOP } from "../names.ts";
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
  readonly alpn: string;
  readonly patienceSeconds: number;
  readonly verifies: boolean;
}

/** What makes it verify the upstream's certificate. */
const VERIFYING = ` ssl verify required ca-file origin.pem sni str(${SHOP}) verifyhost ${SHOP}`;

const config = (settings: Settings): string => {
  const { httpPort, httpsPort, upstreamPort, limited, queued, alpn, patienceSeconds, verifies } = settings;
  return `
global
  maxconn 500
  tune.bufsize 131072
defaults
  mode http
  retries 0
  timeout connect ${patienceSeconds}s
  timeout client 30s
  timeout server ${patienceSeconds}s
  timeout queue ${queued ? QUEUE_SECONDS : patienceSeconds}s
frontend shop
  bind 127.0.0.1:${httpPort}
  bind 127.0.0.1:${httpsPort} ssl crt both.pem alpn ${alpn}${limited ? LIMIT : ""}
  default_backend app
backend app
  server app1 127.0.0.1:${upstreamPort}${queued ? " maxconn 1" : ""}${verifies ? VERIFYING : ""}
`;
};

/** HAProxy with its stock error pages, http and https. */
export const startHaproxy = ({
  upstreamPort,
  certificate,
  limited = false,
  queued = false,
  http2 = false,
  patienceSeconds = READ_TIMEOUT_SECONDS,
  originTrust,
}: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const [httpPort = 0, httpsPort = 0] = await freePorts(2);
    const settings = {
      httpPort,
      httpsPort,
      upstreamPort,
      limited,
      queued,
      alpn: http2 ? "h2,http/1.1" : "http/1.1",
      patienceSeconds,
      verifies: originTrust !== undefined,
    };
    const { stop } = await runProgram({
      name: "haproxy",
      debian: "haproxy",
      files: () => ({
        "haproxy.cfg": config(settings),
        "both.pem": `${certificate.cert}\n${certificate.key}`,
        ...(originTrust === undefined ? {} : { "origin.pem": originTrust }),
      }),
      args: () => ["-db", "-f", "haproxy.cfg"],
      ports: [httpPort, httpsPort],
    });
    return { kind: "haproxy", httpPort, httpsPort, stop };
  });
