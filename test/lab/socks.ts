import { connect, createServer, type Socket } from "node:net";
import { LOOPBACK } from "./ports.ts";

const VERSION = 5;
const CONNECT = 1;
const DOMAIN_NAME = 3;
const SUCCEEDED = 0;
const HOST_UNREACHABLE = 4;

/** A reply of RFC 1928 section 6; the bound address is of no use to anyone here. */
const reply = (code: number): Buffer => Buffer.from([VERSION, code, 0, 1, 0, 0, 0, 0, 0, 0]);

/** Reads `host:port` from a CONNECT request by name; null for anything else. */
function targetOf(request: Buffer): string | null {
  const length = request[4] ?? 0;
  if (request[0] !== VERSION || request[1] !== CONNECT || request[3] !== DOMAIN_NAME) return null;
  if (request.length < 5 + length + 2) return null;
  return `${request.toString("latin1", 5, 5 + length)}:${request.readUInt16BE(5 + length)}`;
}

function serve(socket: Socket, portOf: (hostAndPort: string) => number | undefined): void {
  socket.on("error", () => socket.destroy());
  socket.once("data", () => {
    socket.write(Buffer.from([VERSION, 0]));
    socket.once("data", (request) => {
      const target = targetOf(request);
      const port = target === null ? undefined : portOf(target);
      if (port === undefined) return void socket.end(reply(HOST_UNREACHABLE));
      const onward = connect(port, LOOPBACK, () => {
        socket.write(reply(SUCCEEDED));
        socket.pipe(onward).pipe(socket);
      });
      onward.on("error", () => socket.destroy());
      onward.on("close", () => socket.destroy());
      socket.on("close", () => onward.destroy());
    });
  });
}

/**
 * A SOCKS 5 server (RFC 1928) that knows the lab's names and no others: it gives Firefox, which has no
 * host rules, the same closed world as Chromium's `--host-resolver-rules`.
 */
export function createSocksServer(portOf: (hostAndPort: string) => number | undefined) {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    serve(socket, portOf);
  });
  const closeAllConnections = () => {
    for (const socket of open) socket.destroy();
  };
  return Object.assign(server, { closeAllConnections });
}
