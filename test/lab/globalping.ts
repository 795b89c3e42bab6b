import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { isIP } from "node:net";
import { closeServer, listen } from "./ports.ts";

/** One of the network's probes. */
export interface LabProbe {
  readonly city: string;
  readonly country: string;
  readonly continent: string;
  readonly latitude: number;
  readonly longitude: number;
  readonly network?: string;
  /** In a home's network, as the API marks it, unless told. */
  readonly tags?: readonly string[];
  /** It reaches the internet by IPv6 as well, unless told. */
  readonly hasV6?: false;
}

const probe = (city: string, country: string, continent: string, latitude: number, longitude: number): LabProbe => ({
  city,
  country,
  continent,
  latitude,
  longitude,
});

/** Enough of them for every question that Faultline asks. */
export const LAB_PROBES: readonly LabProbe[] = [
  probe("Berlin", "DE", "EU", 52.52, 13.41),
  probe("Munich", "DE", "EU", 48.14, 11.58),
  probe("Paris", "FR", "EU", 48.86, 2.35),
  probe("Boston", "US", "NA", 42.36, -71.06),
  probe("Tokyo", "JP", "AS", 35.68, 139.69),
  probe("Lima", "PE", "SA", -12.05, -77.04),
  probe("Sydney", "AU", "OC", -33.87, 151.21),
];

/** What a probe meets: a status with headers and a body, a failure by its source, or its own absence. */
export type Meeting =
  | {
      readonly status: number;
      readonly headers?: Readonly<Record<string, string>>;
      readonly body?: string;
      readonly address?: string;
      readonly authorized?: boolean;
    }
  | { readonly failure: "target" | "resolver" | "internal" }
  | "offline";

/** A question as it was put. */
export interface Question {
  readonly target: string;
  readonly locations: unknown;
  readonly limit?: number;
  readonly measurementOptions?: {
    readonly request?: { readonly host?: string; readonly path?: string };
    readonly protocol?: string;
    readonly ipVersion?: 4 | 6;
  };
}

interface Measurement {
  readonly id: string;
  readonly question: Question;
  readonly probes: readonly LabProbe[];
  /** What each has told so far; null while it is under way. */
  readonly results: Array<object | null>;
  looks: number;
  lastLook: number;
}

/** Rate limit of strangers: tests an hour. */
const FREE_TESTS = 250;
/** "Do not query the results of a single measurement more often than every 500 milliseconds." */
const LOOK_EVERY_MS = 500;

/**
 * A Globalping API on this computer, after its OpenAPI description: 202 with Location, results that come in one
 * by one, limits and their headers, 422 without probes, 429 for too much of either kind. What the probes meet is
 * the test's to say.
 */
export class Globalping {
  /** What a probe meets when it opens the target. */
  meets: (at: LabProbe, question: Question) => Meeting | Promise<Meeting> = () => ({ status: 200 });
  probes: readonly LabProbe[] = LAB_PROBES;
  remaining = FREE_TESTS;
  /** How many looks a question takes until it is finished; a probe more is done with each. */
  looksUntilDone = 2;
  readonly questions: Question[] = [];
  readonly tokens: Array<string | undefined> = [];
  readonly #measurements = new Map<string, Measurement>();

  handle(request: IncomingMessage, response: ServerResponse): void {
    for (const [name, value] of Object.entries(CORS)) response.setHeader(name, value);
    const { method, url = "/" } = request;
    if (method === "OPTIONS") return void response.writeHead(204).end();
    if (method === "POST" && url === "/v1/measurements") return void this.#create(request, response);
    const id = /^\/v1\/measurements\/([\w-]+)$/.exec(url)?.[1];
    const found = id === undefined ? undefined : this.#measurements.get(id);
    if (method === "GET" && found) return void this.#look(found, response);
    problem(response, 404, "not_found", "Couldn't find the requested item.");
  }

  async #create(request: IncomingMessage, response: ServerResponse): Promise<void> {
    this.tokens.push(request.headers.authorization);
    let text = "";
    for await (const chunk of request) text += chunk;
    let question: Question;
    try {
      question = JSON.parse(text) as Question;
    } catch {
      return problem(response, 400, "validation_error", "Parameter validation failed.");
    }
    const isJson = request.headers["content-type"]?.startsWith("application/json") === true;
    if (!isJson || typeof question.target !== "string") {
      return problem(response, 400, "validation_error", "Parameter validation failed.");
    }
    if (question.measurementOptions?.ipVersion !== undefined && isIP(question.target) !== 0) {
      return problem(response, 400, "validation_error", "ipVersion is not allowed when target is not a domain");
    }
    const probes = this.#probesFor(question);
    if (!probes || probes.length === 0) {
      return problem(response, 422, "no_probes_found", "No matching IPv4 probes available.");
    }
    const consumed = probes.length;
    const isOver = consumed > this.remaining;
    if (!isOver) this.remaining -= consumed;
    response.setHeader("x-ratelimit-limit", FREE_TESTS);
    response.setHeader("x-ratelimit-consumed", isOver ? 0 : consumed);
    response.setHeader("x-ratelimit-remaining", this.remaining);
    response.setHeader("x-ratelimit-reset", 1800);
    response.setHeader("x-request-cost", consumed);
    if (isOver) {
      return problem(response, 429, "rate_limit_exceeded", "This measurement exceeds the remaining hourly rate limit.");
    }
    this.questions.push(question);
    const id = `lab-${this.#measurements.size + 1}`;
    const results: Array<object | null> = probes.map(() => null);
    for (const [index, at] of probes.entries()) {
      void Promise.resolve(this.meets(at, question)).then((met) => {
        results[index] = resultOf(met, question.measurementOptions?.ipVersion ?? 4);
      });
    }
    this.#measurements.set(id, { id, question, probes, results, looks: 0, lastLook: 0 });
    response.setHeader("location", `https://${request.headers.host}/v1/measurements/${id}`);
    json(response, 202, { id, probesCount: consumed });
  }

  /** Null for an earlier question that is not known. */
  #probesFor({ locations, limit = 1, measurementOptions }: Question): readonly LabProbe[] | null {
    if (typeof locations === "string") return this.#measurements.get(locations)?.probes ?? null;
    if (!Array.isArray(locations)) return this.probes.slice(0, limit);
    const taken = new Set<LabProbe>();
    for (const wanted of locations as Location[]) {
      const fitting = this.probes.filter(
        (one) =>
          !taken.has(one) &&
          (wanted.country === undefined || one.country === wanted.country) &&
          (wanted.continent === undefined || one.continent === wanted.continent) &&
          (wanted.magic ?? "").split("+").every((part) => fitsMagic(one, part)) &&
          (wanted.tags ?? []).every((tag) => (one.tags ?? HOME).includes(tag)) &&
          (measurementOptions?.ipVersion !== 6 || one.hasV6 !== false),
      );
      for (const one of fitting.slice(0, wanted.limit ?? 1)) taken.add(one);
    }
    return [...taken];
  }

  #look(measurement: Measurement, response: ServerResponse): void {
    const now = Date.now();
    // Timers may be a little early.
    if (now - measurement.lastLook < LOOK_EVERY_MS - 25) {
      response.setHeader("retry-after", 1);
      return void problem(response, 429, "too_many_requests", "Too many requests. Please retry in 1 seconds.");
    }
    measurement.lastLook = now;
    measurement.looks++;
    const { id, question, probes, results, looks } = measurement;
    const isDone = looks >= this.looksUntilDone && !results.includes(null);
    json(response, 200, {
      id,
      type: "http",
      status: isDone ? "finished" : "in-progress",
      createdAt: new Date(now).toISOString(),
      updatedAt: new Date(now).toISOString(),
      target: question.target,
      probesCount: probes.length,
      results: probes.map((at, index) => ({
        probe: { ...PROBE_REST, ...at },
        result: (isDone || index < looks - 1 ? results[index] : null) ?? IN_PROGRESS,
      })),
    });
  }
}

const CORS = {
  "access-control-allow-origin": "*",
  "access-control-allow-headers": "Authorization, Content-Type",
  "access-control-expose-headers":
    "ETag, Link, Location, Retry-After, X-RateLimit-Limit, X-RateLimit-Consumed, X-RateLimit-Remaining, X-RateLimit-Reset",
  "access-control-max-age": "600",
} as const;

/** A place that is asked for. */
interface Location {
  readonly country?: string;
  readonly continent?: string;
  readonly tags?: readonly string[];
  readonly magic?: string;
  readonly limit?: number;
}

const fitsMagic = ({ city, country, continent, network = PROBE_REST.network }: LabProbe, part: string): boolean =>
  [city, country, continent, network].some((name) => name.toLowerCase().includes(part.trim().toLowerCase()));

const HOME: readonly string[] = ["eyeball-network"];
/** Where the site's name leads everybody, by either version. */
const LEADS_TO = { 4: "198.51.100.7", 6: "2001:db8::7" } as const;

const PROBE_REST = {
  region: "Somewhere",
  state: null,
  asn: 64500,
  network: "Lab Network",
  tags: HOME,
  resolvers: ["private"],
};

const IN_PROGRESS = { status: "in-progress", rawOutput: "" };

function resultOf(met: Meeting, ipVersion: 4 | 6): object {
  if (met === "offline") return { status: "offline", rawOutput: "" };
  if ("failure" in met) return { status: "failed", rawOutput: "Request failed.", failureSource: met.failure };
  const { status, headers = {}, body = "", address = LEADS_TO[ipVersion], authorized = true } = met;
  return {
    status: "finished",
    rawOutput: body,
    rawHeaders: "",
    rawBody: body,
    truncated: false,
    headers,
    statusCode: status,
    statusCodeName: "",
    resolvedAddress: address,
    timings: { total: 120, dns: 10, tcp: 20, tls: 30, firstByte: 50, download: 10 },
    tls: { authorized, protocol: "TLSv1.3" },
  };
}

function json(response: ServerResponse, status: number, body: object): void {
  response.writeHead(status, { "content-type": "application/json; charset=utf-8" });
  response.end(JSON.stringify(body));
}

const problem = (response: ServerResponse, status: number, type: string, message: string): void =>
  json(response, status, { error: { type, message }, links: { documentation: "https://globalping.io/docs" } });

/** The API on a port of its own, over plain http, for tests without a browser. */
export async function startGlobalping(): Promise<{ api: Globalping; base: string; stop: () => Promise<unknown> }> {
  const api = new Globalping();
  const server = createServer((request, response) => api.handle(request, response));
  const port = await listen(server);
  return { api, base: `http://127.0.0.1:${port}/v1`, stop: () => closeServer(server) };
}
