import { freePorts } from "../ports.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { startHttp2Front } from "./http2-front.ts";
import { runProgram, withRetries } from "./program.ts";
import { squidArgs, squidBase, squidService } from "./squid-config.ts";
import { startTlsFront } from "./tls-front.ts";

const config = (folder: string, httpPort: number, upstreamPort: number, patienceSeconds: number): string => `
${squidBase(folder, patienceSeconds)}
visible_hostname edge.shop.example
http_port 127.0.0.1:${httpPort} accel defaultsite=shop.example
cache_peer 127.0.0.1 parent ${upstreamPort} 0 no-query no-digest originserver connect-timeout=${patienceSeconds} name=app
cache_peer_access app allow all
never_direct allow all
`;

/** Squid as a reverse proxy ("accelerator"). Debian builds it without OpenSSL, so a front takes the TLS off. */
export const startSquid = (setup: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const { upstreamPort, certificate, http2 = false, patienceSeconds = READ_TIMEOUT_SECONDS } = setup;
    const [httpPort = 0] = await freePorts(1);
    const program = await runProgram({
      name: "squid",
      debian: "squid",
      files: (folder) => ({ "squid.conf": config(folder, httpPort, upstreamPort, patienceSeconds) }),
      args: squidArgs,
      inSharedMemory: squidService,
      ports: [httpPort],
    });
    const front = await (http2 ? startHttp2Front(setup, httpPort) : startTlsFront(certificate, httpPort));
    const stop = async () => {
      await front.stop();
      await program.stop();
    };
    return { kind: "squid", httpPort, httpsPort: front.httpsPort, stop };
  });
