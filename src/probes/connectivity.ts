import type { Settled } from "../core/http/settled.ts";
import type { WayOut } from "../core/incident/signals.ts";
import type { ConnectivityEndpoint } from "../core/settings/connectivity.ts";
import { isFirefox } from "../platform/browser.ts";
import { isBehindPortal } from "../platform/captive-portal.ts";
import { hasSite } from "../platform/permissions.ts";
import { readSettings } from "../platform/settings.ts";
import { settle } from "./act.ts";
import { responseOf } from "./anonymous-get.ts";
import { bareFetch } from "./bare-fetch.ts";

const PATIENCE_MS = 5_000;

/** The browser vendor's own endpoints; a check opened by the user asks them, nothing else does. */
const VENDORS: ConnectivityEndpoint = isFirefox
  ? {
      secure: "https://detectportal.firefox.com/success.txt",
      plain: "http://detectportal.firefox.com/success.txt",
      expect: "success",
    }
  : { secure: "https://www.gstatic.com/generate_204", plain: "http://www.gstatic.com/generate_204", expect: "204" };

const ask = (url: string, readable: boolean): Promise<Response> =>
  bareFetch(url, {
    // Fetch refuses to ask without CORS where a redirect is not to be followed.
    ...(readable ? {} : { mode: "no-cors", redirect: "follow" }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

/**
 * Asks the browser vendor's endpoint, or the one that was set in its place, over https first: its own answer proves the
 * way to the internet, since nothing on the way can forge it but a box that the user has let open https. Only if that fails, over plain
 * http, where a portal or a proxy answers in the endpoint's place. Without access to the endpoint's host the
 * https answer is opaque: somebody answered, nobody knows who.
 */
export function connectivity(): Promise<Settled<WayOut>> {
  return settle(async () => {
    const endpoint = (await readSettings()).connectivity ?? VENDORS;
    const { secure, plain } = endpoint;
    const readable = await hasSite(secure).catch(() => false);
    const answer = await ask(secure, readable).catch(() => null);
    if (answer) return readable ? read(answer, secure, endpoint) : { connectivity: "opaque", impostorAnswer: null };
    // An answer that cannot be read may be anybody's, and its redirects would be followed blindly.
    const plainly = readable && plain !== null ? await ask(plain, readable).catch(() => null) : null;
    if (plainly && plain !== null) return read(plainly, plain, endpoint);
    // The browser's own word stands only where ours brought nothing, for it may be some minutes old.
    return { connectivity: (await isBehindPortal()) ? "captive-portal" : "no-internet", impostorAnswer: null };
  });
}

/** A portal redirects, or puts its own page over plain http. Any other odd answer is somebody's who will not let through. */
async function read(response: Response, url: string, endpoint: ConnectivityEndpoint): Promise<WayOut> {
  const isPlain = url.startsWith("http:");
  if (response.type === "opaqueredirect")
    return { connectivity: isPlain ? "captive-portal" : "opaque", impostorAnswer: null };
  const answer = await responseOf(response, url);
  const { expect } = endpoint;
  const isOwn = /^\d{3}$/.test(expect) ? answer.status === Number(expect) : answer.body.trim() === expect;
  if (isOwn) return { connectivity: "online", impostorAnswer: null };
  const isPortal = isPlain && (answer.status === 511 || answer.status < 400);
  if (isPortal) return { connectivity: "captive-portal", impostorAnswer: null };
  // An endpoint of the organisation's own may stand behind the very gateway of the failing site: no stranger to it.
  return { connectivity: "impostor", impostorAnswer: endpoint === VENDORS ? answer : null };
}
