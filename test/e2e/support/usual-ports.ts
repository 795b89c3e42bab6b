import { once } from "node:events";
import { connect, createServer, type Server, type Socket } from "node:net";
import type { LabPorts } from "../../lab/browser-settings.ts";
import { SHOP, STATUS_PAGE } from "../../lab/names.ts";
import { closeServer, LOOPBACK } from "../../lab/ports.ts";

/** Which of the lab's two servers a connection is for: the name stands in the clear in a TLS greeting and in a request. */
const isForShop = (start: Buffer): boolean => start.includes(SHOP) && !start.includes(STATUS_PAGE);

/** The lab on the usual ports. */
export interface UsualPorts {
  /** From now on the shop answers nothing, on connections that are open neither. */
  silenceShop(): void;
  stop(): Promise<void>;
}

/**
 * Lets the lab answer on the usual ports of these addresses, for a browser without a proxy. Each process of tests takes
 * addresses of its own, so that several run at once. Rejects where the ports may not be taken.
 */
export async function onUsualPorts(ports: LabPorts, addresses: readonly string[]): Promise<UsualPorts> {
  let isSilent = false;
  const [shops, others] = [new Set<Socket>(), new Set<Socket>()];
  const forwarder = (shop: number, world: number): Server =>
    createServer((socket) => {
      socket.on("error", () => socket.destroy());
      socket.once("data", (start) => {
        const forShop = isForShop(start);
        (forShop ? shops : others).add(socket);
        if (forShop && isSilent) return void socket.destroy();
        const onward = connect(forShop ? shop : world, LOOPBACK);
        onward.on("error", () => socket.destroy());
        socket.on("close", () => onward.destroy());
        onward.write(start);
        socket.pipe(onward).pipe(socket);
      });
    });
  const servers = addresses.flatMap((address) => [
    { server: forwarder(ports.gatewayHttp, ports.worldHttp), address, port: 80 },
    { server: forwarder(ports.gatewayHttps, ports.worldHttps), address, port: 443 },
  ]);
  for (const { server, address, port } of servers) {
    server.listen(port, address);
    await once(server, "listening");
  }
  const cut = (sockets: Iterable<Socket>): void => {
    for (const socket of sockets) socket.destroy();
  };
  return {
    silenceShop() {
      isSilent = true;
      cut(shops);
    },
    async stop() {
      const closed = servers.map(({ server }) => closeServer(server));
      cut([...shops, ...others]);
      await Promise.all(closed);
    },
  };
}
