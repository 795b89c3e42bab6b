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
 * Lets the lab answer on the usual ports of every address of this machine, for a browser without a proxy. Rejects
 * where they may not be taken.
 */
export async function onUsualPorts(ports: LabPorts): Promise<UsualPorts> {
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
  const servers = [
    [forwarder(ports.gatewayHttp, ports.worldHttp), 80],
    [forwarder(ports.gatewayHttps, ports.worldHttps), 443],
  ] as const;
  for (const [server, port] of servers) {
    server.listen(port, "0.0.0.0");
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
      const closed = servers.map(([server]) => closeServer(server));
      cut([...shops, ...others]);
      await Promise.all(closed);
    },
  };
}
