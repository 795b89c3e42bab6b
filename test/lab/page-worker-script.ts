/** Where the shop's service worker comes from. */
export const PAGE_WORKER_PATH = "/page-worker.js";

/** Where the service worker got its stale answer from: a page that the fault drops, so that the gateway writes it. */
export const OLD_ANSWER_PATH = "/-/old/news";

/** The page whose answer it keeps. */
export const KEPT_PAGE = "/news";

/**
 * A cache-first service worker, as sites write them by mistake: it keeps whatever answer it got once,
 * here a real 502 of the gateway, and serves it for ever. A fresh `Response` is stored because a
 * kept one would tell of the other address.
 */
export const PAGE_WORKER_SCRIPT = `
async function keep() {
  const old = await fetch("${OLD_ANSWER_PATH}", { cache: "no-store" });
  const { status, statusText, headers } = old;
  const cache = await caches.open("pages");
  await cache.put("${KEPT_PAGE}", new Response(await old.blob(), { status, statusText, headers }));
  await self.skipWaiting();
}
self.addEventListener("install", (event) => event.waitUntil(keep()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) => {
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request)));
});
`;

/** Replaces the one above and takes itself away. */
export const PARTING_WORKER_SCRIPT = `
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil(
  caches.delete("pages").then(() => self.registration.unregister())
));
`;
