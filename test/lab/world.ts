import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { createServer as createSecureServer } from "node:https";
import { type ArchiveState, serveArchive, serveArchived } from "./archive.ts";
import type { Certificate } from "./certificate.ts";
import { Globalping } from "./globalping.ts";
import {
  ARCHIVE,
  ARCHIVED,
  CHROMIUM_CONNECTIVITY,
  FIREFOX_CONNECTIVITY,
  GLOBALPING,
  OTHER,
  RESOLVERS,
  SHOP,
  STATUS_PAGE,
  SWITCHES,
} from "./names.ts";
import { closeServer, listen } from "./ports.ts";
import type { RequestLog } from "./request-log.ts";
import { serveResolver } from "./resolver.ts";
import { type StatusPageState, serveStatusPage } from "./status-page.ts";
import type { WrittenText } from "./upstream.ts";

/** What comes from a browser maker's address over one scheme: its own answer, none, or this in its place. */
type FromMaker = "own" | "nothing" | WrittenText;

/**
 * How the way to the internet looks: as it should, behind a captive portal, without an answer, or with what comes in
 * place of the makers' addresses. A page that names the shop names the address that was asked for instead.
 */
export type ConnectivityState =
  | "online"
  | "captive-portal"
  | "no-internet"
  | { readonly plain: FromMaker; readonly secure: FromMaker };

type Handler = (request: IncomingMessage, response: ServerResponse) => void;

/** Everything outside the shop: connectivity endpoints, its status page, another site, the page of switches. */
export class World {
  statusPage: StatusPageState = "operational";
  /** The status page keeps its answers back until this is so. */
  statusPageReady: Promise<unknown> = Promise.resolve();
  connectivity: ConnectivityState = "online";
  /** Places around the world, and what public resolvers say of every name. */
  globalping = new Globalping();
  addresses: readonly string[] = ["198.51.100.7"];
  /** The copies that the archive has. */
  archive: ArchiveState = "none";
  httpPort = 0;
  httpsPort = 0;
  readonly #plain;
  readonly #secure;

  constructor(
    certificate: Certificate,
    private readonly log: RequestLog,
    private readonly switches: Handler,
  ) {
    const { key, cert } = certificate;
    this.#plain = createServer((request, response) => this.#answer("http", request, response));
    this.#secure = createSecureServer({ key, cert }, (request, response) => this.#answer("https", request, response));
  }

  async start(): Promise<void> {
    [this.httpPort, this.httpsPort] = await Promise.all([listen(this.#plain), listen(this.#secure)]);
  }

  async stop(): Promise<void> {
    await Promise.all([closeServer(this.#plain), closeServer(this.#secure)]);
  }

  #answer(scheme: "http" | "https", request: IncomingMessage, response: ServerResponse): void {
    this.log.note("world", scheme, request);
    const host = (request.headers.host ?? "").replace(/:\d+$/, "");
    switch (host) {
      case CHROMIUM_CONNECTIVITY:
      case FIREFOX_CONNECTIVITY:
        return void this.#connectivity(scheme, host, request, response);
      case STATUS_PAGE:
        return void this.statusPageReady.then(() => serveStatusPage(this.statusPage, request.url ?? "/", response));
      case GLOBALPING:
        return void this.globalping.handle(request, response);
      case RESOLVERS[0]:
      case RESOLVERS[1]:
        return void serveResolver(this.addresses, request, response);
      case ARCHIVE:
        return void serveArchive(this.archive, request, response);
      case ARCHIVED:
        return void serveArchived(response);
      case SWITCHES:
        return void this.switches(request, response);
      case OTHER:
        return void html(response, 200, "<h1>Another site</h1><p>It has nothing to do with the shop.</p>");
      default:
        return void html(response, 404, "<h1>No such site</h1>");
    }
  }

  #connectivity(scheme: "http" | "https", host: string, request: IncomingMessage, response: ServerResponse): void {
    const { plain, secure } = typeof this.connectivity === "string" ? WAYS[this.connectivity] : this.connectivity;
    const from = scheme === "http" ? plain : secure;
    if (from === "nothing") return void request.socket.destroy();
    if (from !== "own") {
      response.writeHead(from.status, from.headers);
      return void response.end(from.body.replaceAll(SHOP, host));
    }
    if (host === CHROMIUM_CONNECTIVITY && request.url === "/generate_204") return void response.writeHead(204).end();
    if (host === FIREFOX_CONNECTIVITY && request.url === "/success.txt") {
      response.writeHead(200, { "content-type": "text/plain" });
      return void response.end("success\n");
    }
    html(response, 404, "<h1>Not found</h1>");
  }
}

const framed = (status: number, body: string): WrittenText => ({
  status,
  headers: { "content-type": "text/html; charset=utf-8" },
  body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>${status}</title>${body}</html>`,
});

/** A portal answers plain http in everybody's name and can answer nothing that is encrypted. */
const WAYS = {
  online: { plain: "own", secure: "own" },
  "captive-portal": { plain: framed(200, "<h1>Log in to this Wi-Fi</h1>"), secure: "nothing" },
  "no-internet": { plain: "nothing", secure: "nothing" },
} as const satisfies Record<Extract<ConnectivityState, string>, Exclude<ConnectivityState, string>>;

function html(response: ServerResponse, status: number, body: string): void {
  const { headers, body: page } = framed(status, body);
  response.writeHead(status, headers);
  response.end(page);
}
