import { createServer, type IncomingMessage, request, type ServerResponse } from "node:http";
import { createServer as createSecureServer, request as secureRequest } from "node:https";
import { connect, createServer as createTcpServer, type Socket } from "node:net";
import { createSecureContext } from "node:tls";
import { chromiumArgs, firefoxPrefs, portTable } from "../browser-settings.ts";
import { type Certificate, makeCertificate } from "../certificate.ts";
import type { Lab } from "../lab.ts";
import { closeServer, LOOPBACK, listen } from "../ports.ts";
import { createSocksServer } from "../socks.ts";
import type { Sighting } from "./sighting.ts";

/**
 * The only way out of a browser: every connection that it opens, to whatever name, address and port, ends here.
 * TLS is taken off, the request is written down whole, and only then handed to the lab.
 */
export interface Traffic {
  /** Everything since the start: each request in the order of arrival, and each handshake. */
  readonly all: readonly Sighting[];
  /** Everything since the phase began. */
  readonly phase: readonly Sighting[];
  /** For Chromium, in place of the lab's own. */
  readonly chromiumArgs: readonly string[];
  /** For Firefox, in place of the lab's own. */
  readonly firefoxPrefs: Lab["firefoxPrefs"];
  /** Names beside the lab's that lead to the shop's gateway as well. */
  alsoServes(hosts: readonly string[]): void;
  /** Ends the phase and begins the next one; brings what was seen in it. */
  take(): readonly Sighting[];
  stop(): Promise<void>;
}

/** First byte of a TLS record that opens a handshake. */
const HANDSHAKE = 0x16;
const CONNECTION_FIELDS = new Set(["connection", "keep-alive", "proxy-connection", "transfer-encoding", "upgrade"]);

const withoutPort = (host: string): string => host.replace(/:\d+$/, "");

/** Starts it before a lab. `address` is where it listens: what browsers then take for every site's address. */
export async function startTraffic(lab: Lab, address: string = LOOPBACK): Promise<Traffic> {
  const certificate = await makeCertificate();
  const all: Sighting[] = [];
  let phase: Sighting[] = [];
  const note = (sighting: Sighting): void => {
    all.push(sighting);
    phase.push(sighting);
  };
  const also = new Set<string>();
  const table = portTable(lab.ports);
  const { gatewayHttp, gatewayHttps } = lab.ports;

  const portFor = (scheme: Sighting["scheme"], host: string): number | undefined =>
    also.has(host) ? (scheme === "http" ? gatewayHttp : gatewayHttps) : table.get(`${host}:${PORT_OF[scheme]}`);

  const answer = async (scheme: Sighting["scheme"], asked: IncomingMessage, response: ServerResponse) => {
    const body: Buffer[] = [];
    // Written down before it has ended: a request that is cut off has left the browser as well.
    const sighting = sightingOf(scheme, asked);
    note(sighting);
    try {
      for await (const piece of asked) {
        body.push(piece as Buffer);
        sighting.bodyBytes += (piece as Buffer).length;
        sighting.body += String(piece);
      }
    } catch {
      return void response.destroy();
    }
    const port = portFor(scheme, sighting.host);
    if (port === undefined) return void response.writeHead(404, { "content-type": "text/plain" }).end("Nobody here");
    pass(scheme, port, asked, Buffer.concat(body), response);
  };
  const plain = createServer({ maxHeaderSize: 128 * 1024 }, (asked, response) => void answer("http", asked, response));
  const secure = createSecureServer(
    {
      maxHeaderSize: 128 * 1024,
      ...contextOf(certificate),
      SNICallback: (host, done) => {
        note({ ...CONNECTION, scheme: "https", host });
        done(null, createSecureContext(contextOf(certificate)));
      },
    },
    (asked, response) => void answer("https", asked, response),
  );
  // A socket that asks for something else than a page is written down by what was asked, and ended.
  for (const [scheme, server] of [["http", plain] as const, ["https", secure] as const]) {
    server.on("upgrade", (asked: IncomingMessage, socket: Socket) => {
      note(sightingOf(scheme, asked));
      socket.destroy();
    });
  }

  const inside = { plain: await listen(plain), secure: await listen(secure) };
  const sockets = new Set<Socket>();
  const door = createTcpServer((socket) => {
    sockets.add(socket);
    socket.once("close", () => sockets.delete(socket)).on("error", () => socket.destroy());
    socket.once("data", (first: Buffer) => {
      const onward = connect(first[0] === HANDSHAKE ? inside.secure : inside.plain, LOOPBACK);
      onward.on("error", () => socket.destroy()).on("close", () => socket.destroy());
      socket.on("close", () => onward.destroy());
      onward.write(first);
      socket.pipe(onward).pipe(socket);
    });
  });
  await new Promise<void>((resolve) => door.listen(0, address, resolve));
  const { port } = door.address() as { port: number };
  // Firefox has no host rules; a proxy that resolves names itself gives it the same single door.
  const socks = createSocksServer(() => port, address);
  const socksPort = await listen(socks);

  return {
    all,
    get phase() {
      return phase;
    },
    chromiumArgs: [
      ...chromiumArgs(`MAP * ${address}:${port}`, certificate.publicKeyHash),
      // Chromium asks Google for the time where it meets a certificate that it does not know.
      "--disable-features=NetworkTimeServiceQuerying",
    ],
    firefoxPrefs: {
      ...firefoxPrefs({ ...lab.ports, socks: socksPort }),
      "network.proxy.no_proxies_on": "",
      "network.proxy.allow_hijacking_localhost": true,
    },
    alsoServes: (hosts) => {
      for (const host of hosts) also.add(host);
    },
    take() {
      const over = phase;
      phase = [];
      return over;
    },
    async stop() {
      for (const socket of sockets) socket.destroy();
      await Promise.all([closeServer(door), closeServer(socks), closeServer(plain), closeServer(secure)]);
    },
  };
}

const PORT_OF = { http: 80, https: 443 } as const;

/** Its body is still to come. */
type Growing = Sighting & { bodyBytes: number; body: string };

/** What a handshake tells before anything is asked. */
const CONNECTION = {
  method: "",
  path: "",
  query: "",
  cookie: "",
  referrer: "",
  mode: "",
  destination: "",
  accept: "",
  bodyBytes: 0,
  body: "",
} as const;

const contextOf = ({ key, cert }: Certificate) => ({ key, cert, ALPNProtocols: ["http/1.1"] });

function sightingOf(scheme: Sighting["scheme"], { method = "", url = "/", headers }: IncomingMessage): Growing {
  const [path = "", ...query] = url.split("?");
  const text = (name: string): string => String(headers[name] ?? "");
  // To insecure addresses browsers do not say what a request is for; only navigations ask to be upgraded.
  const mode = text("sec-fetch-mode") || (text("upgrade-insecure-requests") === "1" ? "navigate" : "");
  return {
    scheme,
    host: withoutPort(text("host")),
    method,
    path,
    query: query.join("?"),
    cookie: text("cookie") + text("authorization"),
    referrer: text("referer") + text("origin").replace(/^(?:chrome|moz)-extension:.*|^null$/, ""),
    mode,
    destination: text("sec-fetch-dest"),
    accept: text("accept"),
    bodyBytes: 0,
    body: "",
  };
}

/** Hands a request on to the lab, and its answer back as it is; one that breaks off breaks off here too. */
function pass(
  scheme: Sighting["scheme"],
  port: number,
  asked: IncomingMessage,
  body: Buffer,
  response: ServerResponse,
): void {
  const headers = Object.fromEntries(Object.entries(asked.headers).filter(([name]) => !CONNECTION_FIELDS.has(name)));
  const options = { host: LOOPBACK, port, method: asked.method, path: asked.url, headers, rejectUnauthorized: false };
  const onward = (scheme === "https" ? secureRequest : request)(options, (answered) => {
    const fields = answered.rawHeaders.flatMap((name, index, all) =>
      index % 2 === 0 && !CONNECTION_FIELDS.has(name.toLowerCase()) ? [[name, all[index + 1] ?? ""] as const] : [],
    );
    for (const [name, value] of fields) response.appendHeader(name, value);
    response.writeHead(answered.statusCode ?? 502);
    answered.pipe(response);
    answered.on("error", () => response.destroy());
  });
  onward.on("error", () => response.destroy());
  response.on("close", () => onward.destroy());
  onward.end(body);
}
