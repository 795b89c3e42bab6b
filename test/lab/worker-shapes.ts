/** The service workers that sites have, by what they do with a page: each shape is one that frameworks and guides hand out. */

/** What installed apps show when the network brings them nothing. */
export const OFFLINE_PAGE =
  "<!doctype html><title>Offline</title><h1>You are offline</h1><p>Check your connection.</p>";
const OFFLINE_PAGE_IN_GERMAN =
  '<!doctype html><html lang="de"><title>Offline</title><h1>Sie sind offline</h1><p>Bitte prüfen Sie Ihre Internetverbindung.</p>';
const OFFLINE_DATA = '{"error":"offline","message":"You are offline"}';
const SORRY = "<!doctype html><title>Sorry</title><h1>The shop does not answer</h1>";

const beginning = (atActivation = ""): string => `
self.addEventListener("install", () => self.skipWaiting());
self.addEventListener("activate", (event) => event.waitUntil((async () => { ${atActivation} await self.clients.claim(); })()));
`;

/** An answer as a worker writes it. */
const made = (body: string | null, status: number, type = "text/html"): string =>
  `new Response(${JSON.stringify(body)}, { status: ${status}, headers: { "content-type": "${type}" } })`;

/** Asks the network first, and writes the page itself where that brings nothing or an error. */
const networkFirst = (answer: string): string => `${beginning()}
const own = () => ${answer};
self.addEventListener("fetch", (event) =>
  event.respondWith(fetch(event.request).then((answer) => (answer.status >= 500 ? own() : answer), own)));
`;

/** Responds to everything so. */
const responding = (how: string, atActivation?: string): string => `${beginning(atActivation)}
self.addEventListener("fetch", (event) => event.respondWith(${how}));
`;

/** Keeps an error page of its own for one page, and answers from its store before it asks anybody. */
const cacheFirst = (path: string, answer: string): string => `
self.addEventListener("install", (event) => event.waitUntil((async () => {
  await (await caches.open("pages")).put("${path}", ${answer});
  await self.skipWaiting();
})()));
self.addEventListener("activate", (event) => event.waitUntil(self.clients.claim()));
self.addEventListener("fetch", (event) =>
  event.respondWith(caches.match(event.request).then((kept) => kept ?? fetch(event.request))));
`;

export const WORKER_SHAPES = {
  /** Listens, and leaves every page to the network. */
  idle: `${beginning()}
self.addEventListener("fetch", () => {});
`,
  /** Hands on what it fetches, as many sites have it for push messages. */
  "pass-through": responding("fetch(event.request)"),
  /** Hands on what the browser has begun to fetch while the worker started. */
  preload: responding(
    "event.preloadResponse.then((begun) => begun ?? fetch(event.request))",
    "await self.registration.navigationPreload?.enable();",
  ),
  /** Puts the fetched answer into a Response of its own, as those do that add a header field to it. */
  wrapping: responding(
    "fetch(event.request).then(({ body, status, headers }) => new Response(body, { status, headers }))",
  ),
  apologising: networkFirst(made(SORRY, 503)),
  offline: networkFirst(made(OFFLINE_PAGE, 503)),
  "offline-504": networkFirst(made(OFFLINE_PAGE, 504)),
  "offline-german": networkFirst(made(OFFLINE_PAGE_IN_GERMAN, 503)),
  "offline-json": networkFirst(made(OFFLINE_DATA, 500, "application/json")),
  "offline-empty": networkFirst(made(null, 503)),
  /** Whatever the network would say. */
  broken: responding(made(SORRY, 503)),
  /** Its own offline page stands in its store under the address of a page. */
  "stored-offline": cacheFirst("/news", made(OFFLINE_PAGE, 503)),
  /** Asks anew, and says of which version it is. */
  "adds-field": responding('fetch(event.request.url, { credentials: "include", headers: { "x-app-version": "1" } })'),
  /** Asks anew, with the user's cookies. */
  "adds-cookies": responding('fetch(event.request.url, { credentials: "include" })'),
} as const satisfies Record<string, string>;

export type WorkerShape = keyof typeof WORKER_SHAPES;
