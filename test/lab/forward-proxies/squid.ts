import { runProgram, withRetries } from "../gateways/program.ts";
import { squidArgs, squidBase, squidService } from "../gateways/squid-config.ts";
import { SHOP, WORLD_NAMES } from "../names.ts";
import { freePorts } from "../ports.ts";
import type { ForwardProxy, ForwardProxyPlan } from "./forward-proxy.ts";

/** An office's Squid: through a parent that is gone, or straight out. */
const config = (folder: string, port: number, parentPort: number, wayOut: ForwardProxyPlan["wayOut"]): string => `
${squidBase(folder)}
visible_hostname proxy.office.lan
http_port 127.0.0.1:${port}
hosts_file ${folder}/hosts
${wayOut === "dead" ? `cache_peer 127.0.0.1 parent ${parentPort} 0 no-query no-digest default\nnever_direct allow all` : "always_direct allow all"}
`;

/**
 * A real Squid as forward proxy. It knows the shop as loopback, at whatever port the address names. The rest
 * of the lab's world it cannot be told of, so a browser with an open way out asks that past the proxy.
 */
export const startSquidForwardProxy = (wayOut: ForwardProxyPlan["wayOut"]): Promise<ForwardProxy> =>
  withRetries(async () => {
    const [port = 0, parentPort = 0] = await freePorts(2);
    const { stop } = await runProgram({
      name: "squid",
      debian: "squid",
      files: (folder) => ({ "squid.conf": config(folder, port, parentPort, wayOut), hosts: `127.0.0.1 ${SHOP}\n` }),
      args: squidArgs,
      inSharedMemory: squidService,
      ports: [port],
    });
    return { port, past: wayOut === "open" ? WORLD_NAMES : [], stop };
  });
