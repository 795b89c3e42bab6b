import type { Settled } from "../core/http/settled.ts";
import type { WayOut } from "../core/incident/signals.ts";
import type { ConnectivityEndpoint } from "../core/settings/connectivity.ts";
import { isBehindPortal } from "../platform/captive-portal.ts";
import { hasSite } from "../platform/permissions.ts";
import { readSettings } from "../platform/settings.ts";
import { VENDOR_TEST } from "../platform/vendor-test.ts";
import { settle } from "./act.ts";
import { responseOf } from "./anonymous-get.ts";
import { bareFetch } from "./bare-fetch.ts";

const PATIENCE_MS = 5_000;

const ask = (url: string, readable: boolean): Promise<Response> =>
  bareFetch(url, {
    // Fetch refuses to ask without CORS where a redirect is not to be followed.
    ...(readable ? {} : { mode: "no-cors", redirect: "follow" }),
    signal: AbortSignal.timeout(PATIENCE_MS),
  });

/**
 * Asks the browser vendor's endpoint, or the one that was set in its place, the same way as the failing `page` came:
 * - For a page over https, and where nobody knows of one, over https first: its own answer proves the way to the
 *   internet, since nothing on the way can forge it but a box that the user has let open https. Only if nobody answers,
 *   over plain http, where a portal or a proxy answers in the endpoint's place.
 * - For a page over plain http that way first, for what stands in it need not stand in the way of https. Only if the
 *   fixed answer does not come, over https.
 *
 * Without access to the endpoint's host the https answer is opaque: somebody answered, nobody knows who.
 */
export function connectivity(page: string | null = null): Promise<Settled<WayOut>> {
  return settle(async () => {
    const endpoint = (await readSettings()).connectivity ?? VENDOR_TEST;
    const { secure, plain } = endpoint;
    // Plainly an answer that cannot be read may be anybody's, and its redirects would be followed blindly.
    const plainly = async () => (plain !== null && (await isReadable(plain)) ? tried(plain, endpoint) : null);
    const securely = async () => ((await isReadable(secure)) ? tried(secure, endpoint) : someoneAt(secure));
    const seen = page?.startsWith("http:")
      ? await pastPlain(plainly, securely)
      : ((await securely()) ?? (await plainly()));
    // The browser's own word stands only where ours brought nothing, for it may be some minutes old.
    return seen ?? { connectivity: (await isBehindPortal()) ? "captive-portal" : "no-internet", impostorAnswer: null };
  });
}

/** Asked for each way: a grant may be for one scheme of the host alone. */
const isReadable = (url: string): Promise<boolean> => hasSite(url).catch(() => false);

type Tried = () => Promise<WayOut | null>;

/** Plainly, and where the fixed answer does not come, over https as well: then the endpoint itself may be out of order. */
async function pastPlain(plainly: Tried, securely: Tried): Promise<WayOut | null> {
  const plain = await plainly();
  if (plain?.connectivity === "online") return plain;
  const secure = await securely();
  return secure?.connectivity === "impostor" ? secure : (plain ?? secure);
}

/** What came from the endpoint, or null if nobody answered. */
async function tried(url: string, endpoint: ConnectivityEndpoint): Promise<WayOut | null> {
  const answer = await ask(url, true).catch(() => null);
  return answer && read(answer, url, endpoint);
}

const someoneAt = async (url: string): Promise<WayOut | null> =>
  (await ask(url, false).catch(() => null)) && { connectivity: "opaque", impostorAnswer: null };

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
  return {
    connectivity: isPortal ? "captive-portal" : "impostor",
    // An endpoint of the organisation's own may stand behind the very gateway of the failing site: no stranger to it.
    impostorAnswer: endpoint === VENDOR_TEST ? answer : null,
  };
}
