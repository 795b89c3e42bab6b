import type { IncomingMessage, ServerResponse } from "node:http";
import { servePreparation } from "./preparation.ts";

/** A page of the shop: plain, small, never cached, so that nothing but the fault at hand decides. */
export function page(title: string, body: string): string {
  return `<!doctype html><html lang="en"><meta charset="utf-8"><meta name="viewport" content="width=device-width">
<link rel="icon" href="data:,"><title>${title} - Shop</title>
<body><nav><a href="/">Shop</a> <a href="/cart">Cart</a> <a href="/account">Account</a> <a href="/order">Order</a></nav>
<main><h1>${title}</h1>${body}</main></body></html>`;
}

/** Sends an HTML page. */
export function sendPage(response: ServerResponse, html: string, headers: Record<string, string | string[]> = {}) {
  response.writeHead(200, { "content-type": "text/html; charset=utf-8", "cache-control": "no-store", ...headers });
  response.end(html);
}

const PAGES: Record<string, readonly [title: string, body: string]> = {
  "/": ["Shop", "<p>Welcome. Everything here works.</p>"],
  "/cart": ["Your cart", "<p>Two things are in your cart.</p>"],
  "/account": ["Account", "<p>Your orders and addresses.</p>"],
  "/news": ["News", "<p>We have opened a second shop.</p>"],
  "/sale": ["Sale", "<p>Everything must go.</p>"],
  "/search": ["Search", "<p>Three results.</p>"],
  "/order": [
    "Order",
    `<form method="post"><label>Name <input name="name"></label> <button id="redirected">Order</button></form>
     <form method="post" action="/order?direct"><label>Name <input name="name"></label> <button id="direct">Order at once</button></form>`,
  ],
  "/order/thanks": ["Thank you", "<p>Your order is on its way.</p>"],
  "/frame": [
    "A page with a frame",
    `<p>The frame fails, the page does not.</p><iframe src="/answer?status=503"></iframe>`,
  ],
  "/app": [
    "A page whose requests fail",
    `<p id="state">Loading</p><script>
       fetch("/answer?status=502").then((answer) => { document.getElementById("state").textContent = "The app got " + answer.status; });
     </script>`,
  ],
};

/** `/answer?status=503&body=none&type=text/plain&header=Retry-After:9&redirect=/x`: any answer, made to order. */
function sendToOrder(url: URL, response: ServerResponse): void {
  const status = Number(url.searchParams.get("status") ?? "200");
  for (const field of url.searchParams.getAll("header")) {
    const [name = "", value = ""] = field.split(/:(.*)/);
    response.appendHeader(name, value);
  }
  const redirect = url.searchParams.get("redirect");
  if (redirect !== null) return void response.writeHead(302, { location: redirect }).end();
  response.writeHead(status, { "content-type": url.searchParams.get("type") ?? "text/html; charset=utf-8" });
  const body = url.searchParams.get("body");
  if (body === "none") return void response.end();
  if (body === "endless") return void response.write(page(String(status), "<p>More is to come.</p>"));
  if (body === "binary") return void response.end(Buffer.from([0, 1, 2, 253, 254, 255]));
  response.end(page(String(status), `<p>An answer with status ${status}, made to order.</p>`));
}

/** Serves shop.example while it is well. */
export function serveSite(request: IncomingMessage, response: ServerResponse): void {
  const url = new URL(request.url ?? "/", "http://shop.example");
  if (servePreparation(url, response)) return;
  if (url.pathname === "/answer") return void sendToOrder(url, response);
  if (url.pathname === "/nothing") return void response.writeHead(204).end();
  if (url.pathname === "/download") {
    response.writeHead(200, {
      "content-type": "application/zip",
      "content-disposition": 'attachment; filename="a.zip"',
    });
    return void response.end("not really a zip");
  }
  if (url.pathname === "/order" && request.method === "POST") {
    request.resume();
    if (url.searchParams.has("direct")) return void sendPage(response, page("Thank you", "<p>Taken at once.</p>"));
    return void response.writeHead(303, { location: "/order/thanks" }).end();
  }
  const found = PAGES[url.pathname];
  if (found !== undefined) return void sendPage(response, page(...found));
  response.writeHead(404, { "content-type": "text/html; charset=utf-8" });
  response.end(page("Not found", "<p>No such page here.</p>"));
}
