import { createServer, type IncomingHttpHeaders, type ServerResponse } from "node:http";
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from "node:net";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";

let anonymousGet: typeof import("../../../src/probes/anonymous-get.ts").anonymousGet;
const closing: Array<() => void> = [];

beforeEach(async () => {
  // What was counted of earlier answers belongs to each test alone.
  vi.resetModules();
  ({ anonymousGet } = await import("../../../src/probes/anonymous-get.ts"));
});

afterEach(() => {
  vi.unstubAllGlobals();
  vi.useRealTimers();
  for (const close of closing.splice(0)) close();
});

async function listening(server: Server): Promise<string> {
  const sockets = new Set<Socket>();
  server.on("connection", (socket: Socket) => sockets.add(socket));
  closing.push(() => {
    for (const socket of sockets) socket.destroy();
    server.close();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  return `http://127.0.0.1:${(server.address() as AddressInfo).port}/cart`;
}

const site = (react: (response: ServerResponse, headers: IncomingHttpHeaders) => void): Promise<string> =>
  listening(createServer((request, response) => react(response, request.headers)));
const bytes = (text: string): Promise<string> => listening(createTcpServer((socket) => socket.end(text)));

describe("anonymousGet", () => {
  it("brings status, fields and the start of the body", async () => {
    const url = await site((response) => {
      response.writeHead(502, { Server: "nginx", "Retry-After": "120" }).end("<h1>502 Bad Gateway</h1>");
    });
    const settled = await anonymousGet(url);
    expect(settled).toMatchObject({
      state: "ok",
      value: { kind: "response", url, status: 502, body: "<h1>502 Bad Gateway</h1>", truncated: false },
    });
    if (settled.state !== "ok" || settled.value.kind !== "response") throw new Error("unreachable");
    expect(settled.value.headers).toContainEqual(["server", "nginx"]);
    expect(settled.value.headers).toContainEqual(["retry-after", "120"]);
  });

  it("accepts what browsers do, unless it is to ask otherwise", async () => {
    const seen: Array<string | undefined> = [];
    const url = await site((response, { accept }) => {
      seen.push(accept);
      response.writeHead(502).end();
    });
    await anonymousGet(url);
    await anonymousGet(url, { accept: "application/problem+json, */*;q=0.8" });
    await anonymousGet(url, { accept: null });
    const page = "text/html,application/xhtml+xml,*/*;q=0.8";
    expect(seen).toEqual([page, "application/problem+json, */*;q=0.8", page]);
  });

  it("asks as a stranger: no cookies, no referrer, past every cache, no redirect followed", async () => {
    let seen: IncomingHttpHeaders = {};
    const url = await site((response, headers) => {
      seen = headers;
      response.writeHead(200, { "set-cookie": "session=1" }).end();
    });
    const asked = vi.fn(fetch);
    vi.stubGlobal("fetch", asked);
    await anonymousGet(url);
    await anonymousGet(url);
    expect(seen.cookie).toBeUndefined();
    expect(seen.referer).toBeUndefined();
    expect(seen["cache-control"]).toBe("no-cache");
    for (const [, init] of asked.mock.calls) {
      expect(init).toMatchObject({
        method: "GET",
        credentials: "omit",
        cache: "no-store",
        redirect: "manual",
        referrerPolicy: "no-referrer",
      });
      expect(init?.body).toBeUndefined();
    }
  });

  it("says that it was redirected, and not where to", async () => {
    let visits = 0;
    const url = await site((response) => {
      visits += 1;
      response.writeHead(302, { location: "http://192.168.0.1/secret" }).end();
    });
    // Node shows what is behind a redirect; browsers hide it so.
    const realFetch = fetch;
    vi.stubGlobal("fetch", async (input: string, init: RequestInit) => {
      const response = await realFetch(input, init);
      return response.status === 302 ? Object.defineProperty(response, "type", { value: "opaqueredirect" }) : response;
    });
    expect(await anonymousGet(url)).toMatchObject({ state: "ok", value: { kind: "redirect", url } });
    expect(visits).toBe(1);
  });

  it("bounds how long a field may be and how many there are", async () => {
    const many = Object.fromEntries(Array.from({ length: 300 }, (_, index) => [`x-${index}`, "y"]));
    vi.stubGlobal(
      "fetch",
      async () => new Response("", { status: 502, headers: { "a-long": "z".repeat(1e6), ...many } }),
    );
    const settled = await anonymousGet("https://shop.example/cart");
    if (settled.state !== "ok" || settled.value.kind !== "response") throw new Error("unreachable");
    expect(settled.value.headers).toHaveLength(100);
    expect(Math.max(...settled.value.headers.map(([, value]) => value.length))).toBe(4_096);
  });

  it("bounds all fields together, and keeps the first that fit", async () => {
    const many = Object.fromEntries(
      Array.from({ length: 100 }, (_, index) => [`x-${String(index).padStart(2, "0")}`, "y".repeat(4_096)]),
    );
    vi.stubGlobal("fetch", async () => new Response("", { status: 502, headers: { "a-server": "nginx", ...many } }));
    const settled = await anonymousGet("https://shop.example/cart");
    if (settled.state !== "ok" || settled.value.kind !== "response") throw new Error("unreachable");
    const { headers } = settled.value;
    expect(headers.flat().join("")).toHaveLength(16 * 1024);
    expect(headers[0]).toEqual(["a-server", "nginx"]);
    expect(headers.map(([name]) => name)).toEqual(["a-server", "content-type", "x-00", "x-01", "x-02", "x-03"]);
  });

  it("stops reading a body without end", async () => {
    const url = await site((response) => {
      response.writeHead(502);
      const pour = () => {
        while (response.write("a".repeat(4_096)));
      };
      response.on("drain", pour);
      pour();
    });
    expect(await anonymousGet(url)).toMatchObject({
      state: "ok",
      value: { status: 502, body: "a".repeat(16_384), truncated: true },
    });
  });

  it("takes the start of a body that breaks off for an answer", async () => {
    const url = await bytes("HTTP/1.1 502 Bad Gateway\r\ncontent-length: 99\r\n\r\nstart");
    expect(await anonymousGet(url)).toMatchObject({
      state: "ok",
      value: { status: 502, body: "start", truncated: true },
    });
  });

  it.each([
    ["garbage", "\u0000\u0001 not http at all\r\n\r\n"],
    ["no bytes", ""],
    ["a status line without end", "HTTP/1.1 502"],
  ])("has failed when the server answers %s", async (_what, text) => {
    expect(await anonymousGet(await bytes(text))).toMatchObject({ state: "failed", reason: "network" });
  });

  it("has failed when the connection is refused", async () => {
    const url = await bytes("");
    for (const close of closing.splice(0)) close();
    expect(await anonymousGet(url)).toMatchObject({ state: "failed", reason: "network" });
  });

  it("gives up a server that keeps silent after its patience", async () => {
    const url = await site(() => undefined);
    expect(await anonymousGet(url, { patience: 30 })).toMatchObject({ state: "failed", reason: "timeout" });
  });

  it("was not sent when the browser itself refuses at once after three errors", async () => {
    vi.useFakeTimers();
    const url = "https://shop.example/cart";
    vi.stubGlobal("fetch", async () => new Response("", { status: 503 }));
    for (let asked = 0; asked < 3; asked += 1) await anonymousGet(url);
    vi.stubGlobal("fetch", async () => {
      throw new TypeError("Failed to fetch");
    });
    expect(await anonymousGet(url)).toEqual({ state: "not-sent", reason: "throttled" });
    expect(await anonymousGet("https://shop.example/other")).toMatchObject({ state: "failed", reason: "network" });
  });
});
