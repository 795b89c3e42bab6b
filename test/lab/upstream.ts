import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { closeServer, listen } from "./ports.ts";
import type { RequestLog } from "./request-log.ts";
import { serveSite } from "./site.ts";

/** What the upstream knows of a request when it decides how to react. */
export interface Ask {
  readonly method: string;
  readonly path: string;
  readonly cookie: string;
  readonly userAgent: string;
  readonly accept: string;
  /** The version that an app's own program names in its requests; "" where it names none. */
  readonly appVersion: string;
  /** From where the gateway was asked, where it says so: nginx and the one in Node do; "" otherwise. */
  readonly address: string;
  /** Bytes of all header fields as they came, names and values. */
  readonly headerBytes: number;
}

/** An answer written in place of the site's own. */
export interface Written {
  readonly status: number;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string | Uint8Array;
  /** So many milliseconds of work come first; none unless told. */
  readonly afterMs?: number;
}

/** One whose body is text. */
export interface WrittenText extends Written {
  readonly body: string;
}

/**
 * What becomes of a request: `serve` the site's page, serve it after some work (`work`), `hang` for ever, serve
 * it too late (`slow`), answer
 * `garbage`, stop in the middle of the header (`truncate`) or of the page (`truncate-body`), or `drop` the
 * connection as a crashing app does.
 */
export type Reaction = "serve" | "work" | "hang" | "slow" | "garbage" | "truncate" | "truncate-body" | "drop" | Written;

/** How the app behaves for the time of one fault. */
export interface Behaviour {
  /** False: nothing listens, connections are refused. */
  readonly listening: boolean;
  readonly react: (ask: Ask) => Reaction;
}

export const HEALTHY: Behaviour = { listening: true, react: () => "serve" };

/**
 * A status line and then bytes that no header can hold. Without the status line nginx takes any bytes
 * for HTTP/0.9 and hands them on as they are.
 */
const GARBAGE = Buffer.concat([Buffer.from("HTTP/1.1 200 OK\r\n"), Buffer.from([0x00, 0x16, 0x03, 0x01, 0xff, 0x0a])]);

/** An app that dies while it writes: the header has no end. */
const HALF_A_HEADER = "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Le";
/** The same a moment later: the header promises more than comes. */
const HALF_A_PAGE =
  "HTTP/1.1 200 OK\r\nContent-Type: text/html; charset=utf-8\r\nContent-Length: 5000\r\n\r\n<!doctype html><title>Shop</title><h1>Shop</h1><p>Wel";

/** What a page costs an app that has much to do: well below every gateway's patience. */
const WORK_MS = 1_200;

/** Later than every gateway of the lab waits, sooner than a test gives up. */
const SLOW_MS = 6_000;

/** Node's own limit is 16 KB for all fields; the lab sends more in cookies alone. */
export const MAX_HEADER_BYTES = 128 * 1024;

/** The app behind the gateway of shop.example: a real server that can really be broken. */
export class Upstream {
  port = 0;
  #behaviour = HEALTHY;
  #server = this.#make();

  constructor(private readonly log: RequestLog) {}

  async start(): Promise<void> {
    this.port = await listen(this.#server, this.port);
  }

  async stop(): Promise<void> {
    if (this.#server.listening) await closeServer(this.#server);
  }

  /** Behaves this way from now on; requests that hang are let go. */
  async behave(behaviour: Behaviour): Promise<void> {
    this.#behaviour = behaviour;
    this.#server.closeAllConnections();
    if (!behaviour.listening) return this.stop();
    if (!this.#server.listening) {
      this.#server = this.#make();
      await this.start();
    }
  }

  #make() {
    return createServer({ maxHeaderSize: MAX_HEADER_BYTES }, (request, response) => this.#answer(request, response));
  }

  #answer(request: IncomingMessage, response: ServerResponse): void {
    const scheme = request.headers["x-forwarded-proto"] === "https" ? "https" : "http";
    this.log.note("upstream", scheme, request);
    const path = new URL(request.url ?? "/", "http://upstream").pathname;
    const reaction = this.#behaviour.react({
      method: request.method ?? "GET",
      path,
      cookie: request.headers.cookie ?? "",
      userAgent: request.headers["user-agent"] ?? "",
      accept: request.headers.accept ?? "",
      appVersion: String(request.headers["x-app-version"] ?? ""),
      address: String(request.headers["x-real-ip"] ?? ""),
      headerBytes: request.rawHeaders.reduce((sum, text) => sum + Buffer.byteLength(text), 0),
    });
    if (reaction === "serve") return void serveSite(request, response);
    if (reaction === "work") return void setTimeout(() => serveSite(request, response), WORK_MS);
    if (reaction === "hang") return;
    if (reaction === "slow") return void setTimeout(() => serveSite(request, response), SLOW_MS).unref();
    if (reaction === "truncate") return void request.socket.end(HALF_A_HEADER);
    if (reaction === "truncate-body") return void request.socket.end(HALF_A_PAGE);
    if (reaction === "drop") return void request.socket.destroy();
    if (reaction === "garbage") return void request.socket.end(GARBAGE);
    const { status, headers, body, afterMs = 0 } = reaction;
    const write = () => response.writeHead(status, headers).end(body);
    if (afterMs > 0) return void setTimeout(write, afterMs).unref();
    write();
  }
}
