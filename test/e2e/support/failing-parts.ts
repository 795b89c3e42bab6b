import type { Behaviour, Written } from "../../lab/upstream.ts";

const html = (requests: readonly string[]): Written => ({
  status: 200,
  headers: { "content-type": "text/html", "cache-control": "no-store" },
  body: `<!doctype html><html lang="en"><link rel="icon" href="data:,"><title>App</title><script>
Promise.allSettled([${requests.map((url) => `fetch("${url}")`).join(",")}]).then(() => { document.documentElement.dataset.ready = "true"; });
</script></html>`,
});

/** Pages that load while requests of theirs fail; what is asked for below /api/ answers 502. */
const PAGES: Readonly<Record<string, readonly string[]>> = {
  "/app": ["/api/items", "/api/cart"],
  "/once": ["/api/items", "/news"],
  "/others": ["https://nas.home.arpa/api/items", "https://nas.home.arpa/api/cart"],
  "/well": ["/news"],
};

export const FAILING_PARTS: Behaviour = {
  listening: true,
  react: ({ path }) => {
    const requests = PAGES[path];
    if (requests) return html(requests);
    if (!path.startsWith("/api/")) return "serve";
    return { status: 502, headers: { "content-type": "text/html", "access-control-allow-origin": "*" }, body: "down" };
  },
};

/** True in a page once all of its requests have come to an end. */
export const READY = "document.documentElement.dataset.ready === 'true'";
