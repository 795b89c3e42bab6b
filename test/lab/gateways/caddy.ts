import { freePorts } from "../ports.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { runProgram, withRetries } from "./program.ts";

const site = (address: string, tls: string, upstreamPort: number): string => `
${address} {
  bind 127.0.0.1
  ${tls}
  reverse_proxy 127.0.0.1:${upstreamPort} {
    transport http {
      dial_timeout ${READ_TIMEOUT_SECONDS}s
      response_header_timeout ${READ_TIMEOUT_SECONDS}s
    }
  }
}
`;

const config = (httpPort: number, httpsPort: number, upstreamPort: number): string => `
{
  admin off
  auto_https off
}
${site(`http://:${httpPort}`, "", upstreamPort)}
${site(`https://:${httpsPort}`, "tls cert.pem key.pem", upstreamPort)}
`;

/** Caddy, http and https. Its own errors have no body, so Chromium shows a page of the browser's instead. */
export const startCaddy = ({ upstreamPort, certificate }: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const [httpPort = 0, httpsPort = 0] = await freePorts(2);
    const { stop } = await runProgram({
      name: "caddy",
      debian: "caddy",
      files: () => ({
        Caddyfile: config(httpPort, httpsPort, upstreamPort),
        "cert.pem": certificate.cert,
        "key.pem": certificate.key,
      }),
      args: () => ["run", "--config", "Caddyfile", "--adapter", "caddyfile"],
      ports: [httpPort, httpsPort],
    });
    return { kind: "caddy", httpPort, httpsPort, stop };
  });
