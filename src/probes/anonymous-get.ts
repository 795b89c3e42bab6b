import type { Answer, Response as HttpResponse } from "../core/http/answer.ts";
import type { Settled } from "../core/http/settled.ts";
import { settle } from "./act.ts";
import { bareFetch } from "./bare-fetch.ts";
import { readStart } from "./bounded-body.ts";
import { looksThrottled, noteAnswer } from "./throttle.ts";

/** A worker dies 30 s into a pending fetch. */
const PATIENCE_MS = 25_000;
const LONGEST_HEADER = 4_096;
const MOST_HEADERS = 100;
/** Names and values of all fields together, in bytes. Servers rarely send a quarter of it. */
const LONGEST_HEADERS = 16 * 1024;

/** What browsers accept for a page, as far as servers care. */
const AS_BROWSERS = "text/html,application/xhtml+xml,*/*;q=0.8";

interface Asking {
  /** Milliseconds. */
  readonly patience?: number;
  /** The field Accept; null for that of browsers. */
  readonly accept?: string | null;
}

/** Sends one GET for a page, as a visitor would who has never been there: without cookies. Waits at most 25 s, unless told. */
export async function anonymousGet(
  url: string,
  { patience = PATIENCE_MS, accept = null }: Asking = {},
): Promise<Settled<Answer>> {
  const result = await settle<Answer>(async () => {
    const response = await bareFetch(url, {
      headers: { accept: accept ?? AS_BROWSERS },
      signal: AbortSignal.timeout(patience),
    });
    if (response.type === "opaqueredirect") return { kind: "redirect", url };
    noteAnswer(url, response.status);
    return responseOf(response, url);
  });
  if (result.state === "failed" && result.reason === "network" && looksThrottled(url, result.took)) {
    return { state: "not-sent", reason: "throttled" };
  }
  return result;
}

/** Reads an answer: at most 16 KB of its header fields, and 16 KB of its body. */
export async function responseOf(response: Response, url: string): Promise<HttpResponse> {
  const { text, truncated } = await readStart(response);
  return { kind: "response", url, status: response.status, headers: headersOf(response), body: text, truncated };
}

/** Header fields in their order, bounded in number, in length and all together: a server may send a megabyte. */
function headersOf(response: Response): Array<readonly [string, string]> {
  let room = LONGEST_HEADERS;
  return [...response.headers].slice(0, MOST_HEADERS).flatMap(([name, value]) => {
    const kept = value.slice(0, Math.max(0, Math.min(LONGEST_HEADER, room - name.length)));
    const fits = name.length <= room;
    room = fits ? room - name.length - kept.length : 0;
    return fits ? [[name, kept] as const] : [];
  });
}
