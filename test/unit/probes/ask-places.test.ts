import { createServer, type RequestListener } from "node:http";
import { afterEach, beforeEach, describe, expect, it, vi } from "vitest";
import type { Survey } from "../../../src/core/places/measurement.ts";
import { addressRequest, type MeasurementRequest, placesRequest } from "../../../src/core/places/request.ts";
import { askPlaces } from "../../../src/probes/ask-places.ts";
import { type Globalping, startGlobalping } from "../../lab/globalping.ts";
import { closeServer, listen } from "../../lab/ports.ts";
import { HOME } from "../core/places/given.ts";

const URL_ASKED = "https://shop.example/";
const question = (): MeasurementRequest => {
  const body = placesRequest(URL_ASKED, {
    home: HOME,
    withPath: false,
    ipVersion: null,
    networks: "homes",
    provider: null,
  });
  if (!body) throw new Error("no question");
  return body;
};

let api: Globalping;
let base = "";
let stop: () => Promise<unknown>;
beforeEach(async () => {
  vi.useFakeTimers({ toFake: ["Date", "performance", "setTimeout", "clearTimeout"] });
  ({ api, base, stop } = await startGlobalping());
});
afterEach(async () => {
  await stop();
  vi.useRealTimers();
});

const seen: Survey[] = [];
/** Pauses take no time: the clock jumps to the end of each, and stands still while an answer is on its way. */
const ask = async (
  body = question(),
  apiBase = base,
  token: string | null = null,
  onProgress = async (survey: Survey): Promise<void> => void seen.push(survey),
) => {
  seen.length = 0;
  let isDone = false;
  const asked = askPlaces(body, URL_ASKED, { base: apiBase, token }, onProgress).finally(() => {
    isDone = true;
  });
  while (!isDone) {
    if (vi.getTimerCount() > 0) await vi.advanceTimersToNextTimerAsync();
    else await new Promise((resolve) => setImmediate(resolve));
  }
  return asked;
};
const resultsOf = (survey: Survey) => Object.fromEntries(survey.places.map(({ city, result }) => [city, result]));

describe("asking places around the world", () => {
  it("brings every place's answer, and shows them as they come in", async () => {
    api.looksUntilDone = 3;
    api.meets = ({ country }) => ({ status: country === "DE" ? 502 : 200 });
    const asked = await ask();
    if (asked.state !== "asked") throw new Error("refused");
    expect(asked.survey.finished).toBe(true);
    expect(resultsOf(asked.survey)).toEqual({
      Berlin: "down",
      Munich: "down",
      Paris: "works",
      Boston: "works",
      Tokyo: "works",
    });
    expect(seen.map((survey) => survey.places.filter(({ result }) => result !== "pending").length)).toEqual([0, 1]);
  });

  it("never looks more often than the API asks for", async () => {
    api.looksUntilDone = 3;
    const started = Date.now();
    expect(await ask()).toMatchObject({ state: "asked", survey: { finished: true } });
    expect(Date.now() - started).toBeGreaterThanOrEqual(1_400);
  });

  it.each([-3, 3])("takes forty seconds at the longest, though the clock jumps by %i days meanwhile", async (days) => {
    api.looksUntilDone = Number.POSITIVE_INFINITY;
    const began = performance.now();
    let jumped = false;
    const jump = async (): Promise<void> => {
      if (!jumped) vi.setSystemTime(Date.now() + days * 86_400_000);
      jumped = true;
    };
    expect(await ask(question(), base, null, jump)).toMatchObject({ state: "asked", survey: { finished: false } });
    expect(jumped).toBe(true);
    expect(performance.now() - began).toBeGreaterThanOrEqual(39_000);
    expect(performance.now() - began).toBeLessThan(60_000);
  });

  it("tells failures of the site from failures of the places", async () => {
    const meetings = { Berlin: { failure: "target" }, Munich: { failure: "internal" }, Paris: "offline" } as const;
    api.meets = ({ city }) => meetings[city as keyof typeof meetings] ?? { status: 403 };
    const asked = await ask();
    expect(asked.state === "asked" && resultsOf(asked.survey)).toEqual({
      Berlin: "down",
      Munich: "none",
      Paris: "none",
      Boston: "blocked",
      Tokyo: "blocked",
    });
  });

  it("asks the same places again about one address, with the site's name in the Host header", async () => {
    const first = await ask();
    if (first.state !== "asked") throw new Error("refused");
    const body = addressRequest(URL_ASKED, "203.0.113.9", first.survey.id, false);
    if (!body) throw new Error("no question");
    api.meets = (_at, { target, measurementOptions }) =>
      target === "203.0.113.9" && measurementOptions?.request?.host === "shop.example" ? { status: 502 } : "offline";
    const again = await ask(body);
    expect(again.state === "asked" && Object.values(resultsOf(again.survey))).toEqual(Array(5).fill("down"));
  });

  it("says until when, where the limit is used up", async () => {
    api.remaining = 4;
    const asked = await ask();
    expect(asked).toMatchObject({ state: "refused", reason: "limit" });
    const wait = asked.state === "refused" && asked.retryAt !== null ? asked.retryAt - Date.now() : 0;
    expect(wait).toBeGreaterThan(1_790_000);
    expect(api.questions).toEqual([]);
  });

  it("is refused where no place fits", async () => {
    api.probes = [];
    expect(await ask()).toEqual({ state: "refused", reason: "no-places", retryAt: null });
  });

  it("makes do with fewer places", async () => {
    api.probes = api.probes.filter(({ country }) => country !== "DE");
    const asked = await ask();
    expect(asked.state === "asked" && asked.survey.places.map(({ city }) => city)).toEqual([
      "Paris",
      "Boston",
      "Tokyo",
    ]);
  });

  it("shows its token to the API, and only when there is one", async () => {
    await ask(question(), base, "secret-token");
    await ask();
    expect(api.tokens).toEqual(["Bearer secret-token", undefined]);
  });

  const withServer = async (listener: RequestListener, run: (base: string) => Promise<void>) => {
    const server = createServer(listener);
    const port = await listen(server);
    await run(`http://127.0.0.1:${port}/v1`).finally(() => closeServer(server));
  };

  it("waits as long as the API says when it looked too often", async () => {
    const times: number[] = [];
    await withServer(
      (request, response) => {
        times.push(Date.now());
        if (request.method === "POST") return void response.writeHead(202).end('{"id":"m1","probesCount":1}');
        if (times.length === 2) return void response.writeHead(429, { "retry-after": "1" }).end("{}");
        response.end('{"id":"m1","status":"finished","results":[]}');
      },
      async (other) => {
        expect(await ask(question(), other)).toMatchObject({ state: "asked", survey: { finished: true } });
      },
    );
    expect((times[2] ?? 0) - (times[1] ?? 0)).toBeGreaterThanOrEqual(1_400);
  });

  it.each<[string, RequestListener, string]>([
    ["speaks no JSON", (_request, response) => void response.end("<html>"), "other"],
    ["fails", (_request, response) => void response.writeHead(500).end(), "other"],
    ["sends elsewhere", (_request, response) => void response.writeHead(302, { location: "/x" }).end(), "unreachable"],
    ["breaks off", (request) => void request.socket.destroy(), "unreachable"],
  ])("gives up on an API that %s", async (_what, listener, reason) => {
    await withServer(listener, async (other) => {
      expect(await ask(question(), other)).toMatchObject({ state: "refused", reason });
    });
  });

  it("brings what it has when the answers turn into garbage", async () => {
    await withServer(
      (request, response) => void response.end(request.method === "POST" ? '{"id":"m1","probesCount":1}' : "<html>"),
      async (other) => {
        expect(await ask(question(), other)).toEqual({
          state: "asked",
          survey: { id: "m1", finished: false, places: [] },
        });
      },
    );
  });
});
