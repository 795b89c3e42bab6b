import type { IncomingMessage } from "node:http";

/** One request as one part of the lab saw it. A request for the shop is seen by its gateway and by its upstream. */
export interface SeenRequest {
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
  readonly by: "gateway" | "upstream" | "world";
  readonly scheme: "http" | "https";
  readonly host: string;
  readonly method: string;
  /** Path and query. */
  readonly path: string;
  readonly cookie: string;
  /** `Sec-Fetch-Mode`: `navigate` for a page, `cors` for an extension; "" where the browser sends none. */
  readonly mode: string;
  readonly userAgent: string;
  /** What was answered; only gateways know it, and tell of a request when it is over. 0 where unknown. */
  readonly status: number;
}

type Filter = (request: SeenRequest) => boolean;

/** Keeps every request, in the order the lab learned of them, and lets tests wait for one. */
export class RequestLog {
  readonly all: SeenRequest[] = [];
  readonly #waiting = new Set<(request: SeenRequest) => void>();

  add(request: SeenRequest): void {
    this.all.push(request);
    for (const wake of [...this.#waiting]) wake(request);
  }

  /** Notes a request that Node received. */
  note(by: SeenRequest["by"], scheme: SeenRequest["scheme"], request: IncomingMessage, status = 0): void {
    const { headers } = request;
    this.add({
      at: Date.now(),
      by,
      scheme,
      host: (headers.host ?? "").replace(/:\d+$/, ""),
      method: request.method ?? "GET",
      path: request.url ?? "/",
      cookie: headers.cookie ?? "",
      mode: String(headers["sec-fetch-mode"] ?? ""),
      userAgent: headers["user-agent"] ?? "",
      status,
    });
  }

  /** The first request that fits and is learned of after this call; rejects after `timeout` milliseconds. */
  next(fits: Filter, timeout = 10_000): Promise<SeenRequest> {
    return new Promise((resolve, reject) => {
      const look = (request: SeenRequest) => {
        if (!fits(request)) return;
        end();
        resolve(request);
      };
      const timer = setTimeout(() => {
        end();
        reject(new Error(`the lab saw no such request within ${timeout} ms`));
      }, timeout);
      const end = () => {
        clearTimeout(timer);
        this.#waiting.delete(look);
      };
      this.#waiting.add(look);
    });
  }

  clear(): void {
    this.all.length = 0;
  }
}
