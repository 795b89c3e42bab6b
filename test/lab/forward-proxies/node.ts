import { createServer, type IncomingMessage, request as makeRequest, type ServerResponse } from "node:http";
import { connect, type Socket } from "node:net";
import { createSecureContext, TLSSocket } from "node:tls";
import { SHOP } from "../names.ts";
import { closeServer, LOOPBACK, listen } from "../ports.ts";
import type { Written } from "../upstream.ts";
import type { ForwardProxy, ForwardProxyPlan, ForwardProxySetup } from "./forward-proxy.ts";
import { PROXY_WORDS } from "./words.ts";

const send = (response: ServerResponse, { status, headers, body }: Written): void => {
  response.writeHead(status, { ...headers }).end(body);
};

/** Plays a forward proxy that is no Debian package: passes requests on, and words its failures as that product does. */
export async function startNodeForwardProxy(
  kind: Exclude<ForwardProxyPlan["kind"], "squid">,
  wayOut: ForwardProxyPlan["wayOut"],
  { certificate, sitePort, portOf }: ForwardProxySetup,
): Promise<ForwardProxy> {
  const words = PROXY_WORDS[kind];
  const portFor = (host: string, port: number) => (host === SHOP ? sitePort : portOf(`${host}:${port}`));

  const forward = (url: URL, request: IncomingMessage, response: ServerResponse): void => {
    if (wayOut === "dead") {
      send(response, words.ownFault);
      return;
    }
    const port = portFor(url.hostname, url.protocol === "https:" ? 443 : 80);
    const onward = makeRequest(
      { host: LOOPBACK, port: port ?? 1, method: request.method, path: url.pathname + url.search, agent: false },
      (answer) => {
        response.writeHead(answer.statusCode ?? 502, answer.headers);
        answer.pipe(response);
      },
    );
    onward.setHeader("host", url.host);
    onward.on("error", () => {
      if (response.headersSent) response.destroy();
      else send(response, words.siteRefuses(url.host));
    });
    request.pipe(onward);
  };

  const proxy = createServer((request, response) => {
    if (URL.canParse(request.url ?? "")) forward(new URL(request.url ?? ""), request, response);
    else response.writeHead(400).end();
  });
  // What comes out of a tunnel that the proxy has opened.
  const inside = createServer((request, response) => {
    forward(new URL(request.url ?? "/", `https://${request.headers.host}`), request, response);
  });
  const context = createSecureContext({ key: certificate.key, cert: certificate.cert });
  const open = new Set<Socket>();

  proxy.on("connect", ({ url = "" }: IncomingMessage, socket: Socket) => {
    open.add(socket);
    socket.on("error", () => socket.destroy()).on("close", () => open.delete(socket));
    const [host = "", port = "443"] = url.split(":");
    if (words.opensTls && (wayOut === "dead" || host === SHOP)) {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      const opened = new TLSSocket(socket, { isServer: true, secureContext: context });
      opened.on("error", () => socket.destroy());
      inside.emit("connection", opened);
      return;
    }
    const target = wayOut === "dead" ? undefined : portFor(host, Number(port));
    if (target === undefined) return void socket.end("HTTP/1.1 503 Forwarding failure\r\n\r\n");
    const onward = connect(target, LOOPBACK, () => {
      socket.write("HTTP/1.1 200 Connection established\r\n\r\n");
      socket.pipe(onward).pipe(socket);
    });
    onward.on("error", () => socket.destroy());
    socket.on("close", () => onward.destroy());
  });

  const port = await listen(proxy);
  const stop = () => {
    for (const socket of open) socket.destroy();
    return closeServer(proxy);
  };
  return { port, past: [], stop };
}
