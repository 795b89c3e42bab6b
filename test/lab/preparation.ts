import type { ServerResponse } from "node:http";
import { PAGE_WORKER_PATH, PARTING_WORKER_SCRIPT } from "./page-worker-script.ts";

/** Pages under this path bring a browser into the state that a fault needs. No fault ever breaks them. */
const PREPARATIONS = "/-/prepare/";

/** Sets five cookies of 2 KB each that scripts can see: more than 8 KB together, each below the browsers' limit. */
const BIG_COOKIES = Array.from(
  { length: 5 },
  (_, index) => `basket_${index}=${"x".repeat(2000)}; Path=/; Max-Age=86400`,
);

interface Preparation {
  readonly cookies?: readonly string[];
  /** What the page runs; the browser is ready when it has finished. */
  readonly script?: string;
}

const SIGNED_IN = "session=s3cret; Path=/; HttpOnly; SameSite=Lax; Max-Age=86400";
const INSTALL_WORKER = `await navigator.serviceWorker.register("${PAGE_WORKER_PATH}", { updateViaCache: "none" });
      await navigator.serviceWorker.ready;`;

const ALL: Record<string, Preparation> = {
  // A first, harmless visit.
  nothing: {},
  "oversized-cookie": { cookies: BIG_COOKIES },
  // The same weight, out of every script's sight: how frameworks set their session cookies.
  "hidden-oversized-cookie": { cookies: BIG_COOKIES.map((cookie) => `${cookie}; HttpOnly`) },
  "signed-in-outage": { cookies: [SIGNED_IN] },
  // Past whatever is stored already, and into the cache that navigations use.
  "cached-error": { script: `await fetch("/sale", { cache: "reload" });` },
  "page-worker": { script: INSTALL_WORKER },
  "page-worker-signed-in": { cookies: [SIGNED_IN], script: INSTALL_WORKER },
};

/** Path of the page that prepares a browser for this fault, or null when the fault needs nothing. */
export const preparationPath = (faultId: string): string | null =>
  faultId in ALL ? `${PREPARATIONS}${faultId}` : null;

/** Whether a request belongs to a preparation, so that faults leave it alone. */
export const isPreparation = (path: string): boolean => path.startsWith(PREPARATIONS);

/** Answers requests that prepare a browser; false for all others. `?then=/path` goes on to a page of the shop. */
export function servePreparation(url: URL, response: ServerResponse): boolean {
  if (url.pathname === PAGE_WORKER_PATH) {
    // Only its fault hands out the real one. Any other time a browser that has it gets one that takes
    // itself away, so that a person's browser is clean again afterwards.
    response.writeHead(200, { "content-type": "text/javascript", "cache-control": "no-store" });
    response.end(PARTING_WORKER_SCRIPT);
    return true;
  }
  const preparation = isPreparation(url.pathname) ? ALL[url.pathname.slice(PREPARATIONS.length)] : undefined;
  if (preparation === undefined) return false;
  const then = /^\/[\w-]*$/.exec(url.searchParams.get("then") ?? "")?.[0];
  response.writeHead(200, {
    "content-type": "text/html; charset=utf-8",
    "cache-control": "no-store",
    "set-cookie": [...(preparation.cookies ?? [])],
  });
  response.end(`<!doctype html><html lang="en"><meta charset="utf-8"><link rel="icon" href="data:,"><title>Preparing</title>
<p>Bringing this browser into the state that the fault needs.</p><script type="module">
${preparation.script ?? ""}
document.documentElement.dataset.ready = "true";
${then === undefined ? "" : `location.replace("${then}");`}
</script></html>`);
  return true;
}
