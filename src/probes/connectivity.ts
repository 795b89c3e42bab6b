import { isFirefox } from "../platform/browser.ts";
import { hasSite } from "../platform/permissions.ts";
import type { Response as HttpResponse } from "../signals/answer.ts";
import type { Settled } from "../signals/settled.ts";
import type { Connectivity } from "../signals/signals.ts";
import { settle } from "./act.ts";
import { responseOf } from "./anonymous-get.ts";

const PATIENCE_MS = 5_000;

/** The browser vendor's own endpoints; a check opened by the user asks them, nothing else does. */
const ENDPOINTS = isFirefox
  ? { secure: "https://detectportal.firefox.com/success.txt", plain: "http://detectportal.firefox.com/success.txt" }
  : { secure: "https://www.gstatic.com/generate_204", plain: "http://www.gstatic.com/generate_204" };

/** What the endpoint showed of the way, and the page that somebody else gave in its place, where that was one. */
export interface WayOut {
  readonly connectivity: Connectivity;
  readonly elsewhere: HttpResponse | null;
}

const ask = (url: string, readable: boolean): Promise<Response> =>
  fetch(url, {
    mode: readable ? "cors" : "no-cors",
    credentials: "omit",
    cache: "no-store",
    redirect: readable ? "manual" : "follow",
    referrerPolicy: "no-referrer",
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

/**
 * Asks the browser vendor's endpoint over https first: its own answer proves the way to the internet, since
 * nothing on the way can forge it but a box that the user has let open https. Only if that fails, over plain
 * http, where a portal or a proxy answers in the endpoint's place. Without access to the endpoint's host the
 * answers are opaque: somebody answered, nobody knows who.
 */
export function connectivity(): Promise<Settled<WayOut>> {
  return settle(async () => {
    const readable = await hasSite(ENDPOINTS.secure).catch(() => false);
    const secure = await ask(ENDPOINTS.secure, readable).catch(() => null);
    if (secure) return readable ? read(secure, ENDPOINTS.secure) : { connectivity: "opaque", elsewhere: null };
    const plain = await ask(ENDPOINTS.plain, readable).catch(() => null);
    if (!plain) return { connectivity: "no-internet", elsewhere: null };
    return readable ? read(plain, ENDPOINTS.plain) : { connectivity: "plain-only", elsewhere: null };
  });
}

async function read(response: Response, url: string): Promise<WayOut> {
  if (response.type === "opaqueredirect") return { connectivity: "captive-portal", elsewhere: null };
  const answer = await responseOf(response, url);
  const isOwn = isFirefox ? answer.body.trim() === "success" : answer.status === 204;
  if (isOwn) return { connectivity: "online", elsewhere: null };
  // An error is not what a portal shows: somebody could not pass the question on, or the vendor is down.
  if (answer.status >= 500 && answer.status !== 511) return { connectivity: "impostor", elsewhere: answer };
  return { connectivity: "captive-portal", elsewhere: null };
}
