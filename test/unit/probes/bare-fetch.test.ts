import { createServer, type IncomingMessage, type RequestListener } from "node:http";
import { afterEach, describe, expect, it, vi } from "vitest";
import { bareFetch } from "../../../src/probes/bare-fetch.ts";
import { closeServer, listen } from "../../lab/ports.ts";

let stop: () => Promise<unknown> = async () => undefined;
afterEach(async () => {
  vi.unstubAllGlobals();
  await stop();
});

async function site(answer: RequestListener): Promise<string> {
  const server = createServer(answer);
  stop = () => closeServer(server);
  return `http://127.0.0.1:${await listen(server)}/`;
}

const PROMISE = {
  method: "GET",
  credentials: "omit",
  cache: "no-store",
  redirect: "manual",
  referrerPolicy: "no-referrer",
};
const patience = () => AbortSignal.timeout(5_000);

describe("a bare request", () => {
  it("carries no cookies and no referrer, and goes past every cache", async () => {
    const seen: IncomingMessage[] = [];
    const url = await site((request, response) => {
      seen.push(request);
      response.writeHead(200, { "set-cookie": "session=1" }).end();
    });
    const asked = vi.fn(fetch);
    vi.stubGlobal("fetch", asked);
    await bareFetch(url, { signal: patience() });
    await bareFetch(url, { signal: patience() });
    expect(asked.mock.calls.map(([, init]) => init)).toEqual([
      { ...PROMISE, signal: expect.any(AbortSignal) },
      { ...PROMISE, signal: expect.any(AbortSignal) },
    ]);
    expect(
      seen.map(({ method, headers }) => [method, headers.cookie, headers.referer, headers["cache-control"]]),
    ).toEqual([
      ["GET", undefined, undefined, "no-cache"],
      ["GET", undefined, undefined, "no-cache"],
    ]);
  });

  it("follows no redirect", async () => {
    let visits = 0;
    const url = await site((_request, response) => {
      visits += 1;
      response.writeHead(302, { location: "/secret" }).end();
    });
    await bareFetch(url, { signal: patience() });
    expect(visits).toBe(1);
  });

  it("keeps the promise whatever else a caller names, cookies and cache among it", async () => {
    const asked = vi.fn(async (_url: string, _init: RequestInit) => new Response());
    vi.stubGlobal("fetch", asked);
    const wanted = { method: "POST", body: "{}", redirect: "error", signal: patience() } as const;
    await bareFetch("https://api.example/", { ...wanted, ...{ credentials: "include", cache: "default" } });
    expect(asked.mock.lastCall?.[1]).toEqual({ ...PROMISE, ...wanted });
  });

  it("ends when its signal does", async () => {
    const url = await site(() => undefined);
    const ending = new AbortController();
    const asked = bareFetch(url, { signal: ending.signal });
    ending.abort();
    await expect(asked).rejects.toThrow("aborted");
  });
});
