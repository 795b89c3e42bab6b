import { SHOP } from "../names.ts";
import { freePorts } from "../ports.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { runProgram, withRetries } from "./program.ts";

interface Origin {
  readonly upstreamPort: number;
  readonly patienceSeconds: number;
  readonly verifies: boolean;
}

/** What makes it verify the upstream's certificate. */
const VERIFYING = `
      tls
      tls_server_name ${SHOP}
      tls_trusted_ca_certs origin.pem`;

const site = (address: string, tls: string, { upstreamPort, patienceSeconds, verifies }: Origin): string => `
${address} {
  bind 127.0.0.1
  ${tls}
  reverse_proxy 127.0.0.1:${upstreamPort} {
    transport http {
      dial_timeout ${patienceSeconds}s
      response_header_timeout ${patienceSeconds}s${verifies ? VERIFYING : ""}
    }
  }
}
`;

const config = (httpPort: number, httpsPort: number, origin: Origin): string => `
{
  admin off
  auto_https off
}
${site(`http://:${httpPort}`, "", origin)}
${site(`https://:${httpsPort}`, "tls cert.pem key.pem", origin)}
`;

/** Caddy, http and https. Its own errors have no body, so Chromium shows a page of the browser's instead. */
export const startCaddy = ({
  upstreamPort,
  certificate,
  patienceSeconds = READ_TIMEOUT_SECONDS,
  originTrust,
}: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const [httpPort = 0, httpsPort = 0] = await freePorts(2);
    const { stop } = await runProgram({
      name: "caddy",
      debian: "caddy",
      files: () => ({
        Caddyfile: config(httpPort, httpsPort, { upstreamPort, patienceSeconds, verifies: originTrust !== undefined }),
        "cert.pem": certificate.cert,
        "key.pem": certificate.key,
        ...(originTrust === undefined ? {} : { "origin.pem": originTrust }),
      }),
      args: () => ["run", "--config", "Caddyfile", "--adapter", "caddyfile"],
      ports: [httpPort, httpsPort],
    });
    return { kind: "caddy", httpPort, httpsPort, stop };
  });
