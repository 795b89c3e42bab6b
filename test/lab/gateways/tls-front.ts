import { connect } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import type { Certificate } from "../certificate.ts";
import { closeServer, LOOPBACK, listen } from "../ports.ts";

/**
 * Takes TLS off for a program that speaks none, and changes not one byte of what goes through. `protocols` are what
 * it lets browsers choose from; the program must speak them.
 */
export async function startTlsFront(
  { key, cert }: Pick<Certificate, "key" | "cert">,
  plainPort: number,
  protocols: readonly string[] = ["http/1.1"],
) {
  const open = new Set<TLSSocket>();
  const server = createServer({ key, cert, ALPNProtocols: [...protocols] }, (socket) => {
    open.add(socket);
    const onward = connect(plainPort, LOOPBACK);
    socket.pipe(onward).pipe(socket);
    socket.on("error", () => onward.destroy());
    onward.on("error", () => socket.destroy());
    onward.on("close", () => socket.destroy());
    socket.on("close", () => {
      open.delete(socket);
      onward.destroy();
    });
  });
  const httpsPort = await listen(server);
  const stop = () => {
    for (const socket of open) socket.destroy();
    return closeServer(server);
  };
  return { httpsPort, stop };
}
