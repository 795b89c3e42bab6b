import { makeCertificate } from "../../lab/certificate.ts";
import { startForwardProxy } from "../../lab/forward-proxies/index.ts";
import { startGateway } from "../../lab/gateway.ts";
import { GATEWAY_KINDS } from "../../lab/gateways/contract.ts";
import { RequestLog } from "../../lab/request-log.ts";

/** What a process of its own starts, to be killed: the program of one kind that the lab starts, until it is stopped. */
export async function startProgram(kind: string): Promise<{ port: number; stop(): Promise<unknown> }> {
  const certificate = await makeCertificate();
  const gateway = GATEWAY_KINDS.find((known) => known === kind);
  if (gateway === undefined) {
    return startForwardProxy({ kind: "squid", wayOut: "dead" }, { certificate, sitePort: 1, portOf: () => undefined });
  }
  const { httpPort, stop } = await startGateway({ upstreamPort: 1, certificate, log: new RequestLog() }, gateway);
  return { port: httpPort, stop };
}

const [, main = "", kind] = process.argv;
if (main.endsWith("start-programs.ts") && kind !== undefined) {
  const { port } = await startProgram(kind);
  console.log(`port ${port}`);
}
