import { packagedSuffixes } from "../../scripts/public-suffixes.ts";
import type { Clock } from "./clock.ts";

/** What an address answers. */
export interface FakeAnswer {
  /** 200 unless named. */
  readonly status?: number;
  readonly headers?: Readonly<Record<string, string>>;
  /** A page that says nothing unless named; Chromium shows one of its own in the place of an empty error. */
  readonly body?: string;
  /** A redirect, which nobody follows but a tab. */
  readonly location?: string;
  /** Nobody answers: the connection is refused. */
  readonly isRefused?: true;
  /** Milliseconds until it comes; `Infinity` for one that never does. */
  readonly takes?: number;
}

/** Who asks: the worker, without cookies, or a tab, as its user. */
export interface FakeRequest {
  readonly by: "worker" | "tab" | "page";
  readonly url: string;
  readonly method: string;
  readonly init: RequestInit;
  /** Milliseconds since the Unix epoch. */
  readonly at: number;
}

type Answering = FakeAnswer | ((request: FakeRequest) => FakeAnswer);

/** What stands on a page of which no test speaks. */
export const SOME_PAGE = "<html><body>A page</body></html>";

/** Of the shortest answer; no real connection attempt to another host fails as fast as Chromium's throttle. */
const USUAL_MS = 40;
/** Chromium counts these, and refuses the fetches of an extension after three for one host and path. */
const COUNTED = [500, 503, 509];
const isExempt = (host: string): boolean => /^(localhost|127\.\d+\.\d+\.\d+)$/.test(host);

const SUFFIXES = "public-suffixes.json";
let written: string | undefined;
/** The public suffix list as the build packs it; ten thousand rules are packed once. */
function suffixes(): string {
  written ??= packagedSuffixes();
  return written;
}

/** The one network. A host that no test speaks of does not exist. */
export class FakeNetwork {
  /** All that was asked, oldest first. Files of the extension's own package are no requests. */
  readonly requests: FakeRequest[] = [];
  readonly #answers = new Map<string, Answering>();
  readonly #counted = new Map<string, number>();
  /** So long the browser takes to read a file of the package. */
  filesTake = 0;
  readonly files = new Map<string, string>([
    ["status-pages.json", JSON.stringify({ "catalogued.example": "https://up.catalogued.example/" })],
  ]);

  constructor(
    private readonly clock: Clock,
    private readonly isFirefox: boolean,
  ) {}

  /** From now on an address answers so, or all of an origin that is named without a path. */
  answer(where: string, answering: Answering): void {
    this.#answers.set(where, answering);
  }

  /** The addresses that somebody has asked for, by the worker unless named. */
  asked(by: FakeRequest["by"] = "worker"): string[] {
    return this.requests.filter((request) => request.by === by).map(({ url }) => url);
  }

  /** One request; rejects as `fetch` does where nobody answers. */
  async ask(by: FakeRequest["by"], url: string, init: RequestInit = {}): Promise<FakeAnswer> {
    const address = new URL(url);
    // No fragment leaves the browser.
    address.hash = "";
    const { href, origin } = address;
    const request = { by, url: href, method: init.method ?? "GET", init, at: Date.now() };
    this.requests.push(request);
    const found = this.#answers.get(href) ?? this.#answers.get(origin);
    const answer = typeof found === "function" ? found(request) : (found ?? { isRefused: true });
    await this.#wait(answer.takes ?? USUAL_MS, init.signal ?? null);
    if (answer.isRefused) throw new TypeError("Failed to fetch");
    return answer;
  }

  /** The `fetch` of a worker. */
  async fetch(url: string | URL, init: RequestInit = {}): Promise<Response> {
    const address = String(url);
    const file = /^(?:chrome|moz)-extension:\/\/faultline\/(.+)$/.exec(address)?.[1];
    if (file !== undefined) {
      if (this.filesTake > 0) await this.#wait(this.filesTake, init.signal ?? null);
      return this.#packaged(file);
    }
    if (this.#isThrottled(address)) {
      await this.#wait(2, init.signal ?? null);
      throw new TypeError("Failed to fetch");
    }
    const answer = await this.ask("worker", address, init);
    this.#count(address, answer.status ?? 200);
    return responseOf(answer, address, init);
  }

  /** A new worker has a count of its own. */
  forgetWorker(): void {
    this.#counted.clear();
  }

  #packaged(path: string): Response {
    const body = path === SUFFIXES ? suffixes() : this.files.get(path);
    if (body === undefined) throw new TypeError("Failed to fetch");
    return new Response(body);
  }

  #wait(ms: number, signal: AbortSignal | null): Promise<void> {
    return new Promise((resolve, reject) => {
      signal?.addEventListener("abort", () => reject(signal.reason));
      if (signal?.aborted) reject(signal.reason);
      else if (Number.isFinite(ms)) this.clock.later(ms, resolve);
    });
  }

  #isThrottled(url: string): boolean {
    const { host, hostname, pathname } = new URL(url);
    return !this.isFirefox && !isExempt(hostname) && (this.#counted.get(host + pathname) ?? 0) >= 3;
  }

  #count(url: string, status: number): void {
    const { host, pathname } = new URL(url);
    const key = host + pathname;
    if (COUNTED.includes(status)) this.#counted.set(key, (this.#counted.get(key) ?? 0) + 1);
    else this.#counted.delete(key);
  }
}

/** What `fetch` gives for an answer; the browser hides what stands behind a redirect, and behind `no-cors`. */
export function responseOf(
  { status = 200, headers, body = SOME_PAGE, location }: FakeAnswer,
  url: string,
  init: RequestInit,
) {
  const isBare = status === 204 || status === 304;
  const hidden = location !== undefined ? "opaqueredirect" : init.mode === "no-cors" ? "opaque" : null;
  const response = hidden ? Response.error() : new Response(isBare ? null : body, { status, headers: { ...headers } });
  return Object.defineProperties(response, { url: { value: url }, ...(hidden ? { type: { value: hidden } } : {}) });
}
