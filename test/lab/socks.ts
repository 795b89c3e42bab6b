import { connect, createServer, type Socket } from "node:net";
import { LOOPBACK } from "./ports.ts";

const VERSION = 5;
const CONNECT = 1;
const IPV4 = 1;
const DOMAIN_NAME = 3;
const IPV6 = 4;
const SUCCEEDED = 0;
const HOST_UNREACHABLE = 4;

/** A reply of RFC 1928 section 6; the bound address is of no use to anyone here. */
const reply = (code: number): Buffer => Buffer.from([VERSION, code, 0, 1, 0, 0, 0, 0, 0, 0]);

/** The host that a CONNECT request names, and where the port follows it; null for anything else. */
function hostOf(request: Buffer): { host: string; end: number } | null {
  if (request[0] !== VERSION || request[1] !== CONNECT) return null;
  const length = request[4] ?? 0;
  switch (request[3]) {
    case IPV4:
      return { host: [...request.subarray(4, 8)].join("."), end: 8 };
    case DOMAIN_NAME:
      return { host: request.toString("latin1", 5, 5 + length), end: 5 + length };
    case IPV6:
      return { host: `[${request.toString("hex", 4, 20).replace(/.{4}(?!$)/g, "$&:")}]`, end: 20 };
    default:
      return null;
  }
}

/** Reads `host:port` from a CONNECT request; null for anything else. */
function targetOf(request: Buffer): string | null {
  const named = hostOf(request);
  if (named === null || request.length < named.end + 2) return null;
  return `${named.host}:${request.readUInt16BE(named.end)}`;
}

function serve(socket: Socket, portOf: (hostAndPort: string) => number | undefined, address: string): void {
  socket.on("error", () => socket.destroy());
  socket.once("data", () => {
    socket.write(Buffer.from([VERSION, 0]));
    socket.once("data", (request) => {
      const target = targetOf(request);
      const port = target === null ? undefined : portOf(target);
      if (port === undefined) return void socket.end(reply(HOST_UNREACHABLE));
      const onward = connect(port, address, () => {
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
 * host rules, the same closed world as Chromium's `--host-resolver-rules`. `address` is where the ports are.
 */
export function createSocksServer(portOf: (hostAndPort: string) => number | undefined, address = LOOPBACK) {
  const open = new Set<Socket>();
  const server = createServer((socket) => {
    open.add(socket);
    socket.once("close", () => open.delete(socket));
    serve(socket, portOf, address);
  });
  const closeAllConnections = () => {
    for (const socket of open) socket.destroy();
  };
  return Object.assign(server, { closeAllConnections });
}
