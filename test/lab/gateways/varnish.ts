import { freePorts } from "../ports.ts";
import { type Gateway, type GatewaySetup, READ_TIMEOUT_SECONDS } from "./contract.ts";
import { runProgram, withRetries } from "./program.ts";
import { startTlsFront } from "./tls-front.ts";

/** As varnishd ships it: builtin.vcl writes the error pages, and requests with cookies pass the cache by. */
const vcl = (upstreamPort: number, patienceSeconds: number): string => `
vcl 4.1;
backend default {
  .host = "127.0.0.1";
  .port = "${upstreamPort}";
  .connect_timeout = ${patienceSeconds}s;
  .first_byte_timeout = ${patienceSeconds}s;
  .between_bytes_timeout = ${patienceSeconds}s;
}
`;

/** Room for cookies of 64 KB, so that big ones break the app and not the gateway. */
const ROOM = ["http_req_hdr_len=64k", "http_req_size=128k", "workspace_client=256k", "workspace_backend=256k"];

/** Varnish; it speaks no TLS, so a front takes that off. HTTP/2 it speaks itself, as behind Hitch. */
export const startVarnish = ({
  upstreamPort,
  certificate,
  http2 = false,
  patienceSeconds = READ_TIMEOUT_SECONDS,
}: GatewaySetup): Promise<Gateway> =>
  withRetries(async () => {
    const [httpPort = 0] = await freePorts(1);
    const parameters = [...ROOM, ...(http2 ? ["feature=+http2"] : [])];
    const program = await runProgram({
      name: "varnishd",
      debian: "varnish",
      files: () => ({ "default.vcl": vcl(upstreamPort, patienceSeconds) }),
      args: (folder) => [
        ...["-F", "-n", `${folder}/work`, "-f", `${folder}/default.vcl`, "-a", `127.0.0.1:${httpPort}`],
        ...["-s", "malloc,16m", "-T", "none", "-p", "vsl_space=2m"],
        ...parameters.flatMap((parameter) => ["-p", parameter]),
      ],
      ports: [httpPort],
    });
    const front = await startTlsFront(certificate, httpPort, http2 ? ["h2", "http/1.1"] : undefined);
    const stop = async () => {
      await front.stop();
      await program.stop();
    };
    return { kind: "varnish", httpPort, httpsPort: front.httpsPort, stop };
  });
