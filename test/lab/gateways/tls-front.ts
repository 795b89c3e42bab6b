import { connect } from "node:net";
import { createServer, type TLSSocket } from "node:tls";
import type { Certificate } from "../certificate.ts";
import { closeServer, LOOPBACK, listen } from "../ports.ts";

/** Takes TLS off for a program that speaks none, and changes not one byte of what goes through. */
export async function startTlsFront({ key, cert }: Certificate, plainPort: number) {
  const open = new Set<TLSSocket>();
  const server = createServer({ key, cert, ALPNProtocols: ["http/1.1"] }, (socket) => {
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
  const port = await listen(server);
  const stop = () => {
    for (const socket of open) socket.destroy();
    return closeServer(server);
  };
  return { port, stop };
}
