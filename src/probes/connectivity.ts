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
 * https answer is opaque: somebody answered, nobody knows who.
 */
export function connectivity(): Promise<Settled<WayOut>> {
  return settle(async () => {
    const readable = await hasSite(ENDPOINTS.secure).catch(() => false);
    const secure = await ask(ENDPOINTS.secure, readable).catch(() => null);
    if (secure) return readable ? read(secure, ENDPOINTS.secure) : { connectivity: "opaque", elsewhere: null };
    // An answer that cannot be read may be anybody's, and its redirects would be followed blindly.
    const plain = readable ? await ask(ENDPOINTS.plain, readable).catch(() => null) : null;
    return plain ? read(plain, ENDPOINTS.plain) : { connectivity: "no-internet", elsewhere: null };
  });
}

/** A portal redirects, or puts its own page over plain http. Any other odd answer is somebody's who will not let through. */
async function read(response: Response, url: string): Promise<WayOut> {
  const isPlain = url.startsWith("http:");
  if (response.type === "opaqueredirect")
    return { connectivity: isPlain ? "captive-portal" : "opaque", elsewhere: null };
  const answer = await responseOf(response, url);
  const isOwn = isFirefox ? answer.body.trim() === "success" : answer.status === 204;
  if (isOwn) return { connectivity: "online", elsewhere: null };
  const isPortal = isPlain && (answer.status === 511 || answer.status < 400);
  return isPortal
    ? { connectivity: "captive-portal", elsewhere: null }
    : { connectivity: "impostor", elsewhere: answer };
}
