import { createServer, type IncomingMessage, type ServerResponse } from "node:http";
import { closeServer, listen } from "../../lab/ports.ts";

/** What the site was asked; `mode` is "navigate" for a page or a frame, "cors" for a request of the extension. */
export interface Asked {
  readonly method: string;
  readonly path: string;
  readonly mode: string;
  /** Null while it is held, and where whoever asked has given up. */
  status: number | null;
  /** Whoever asked has given up before an answer. */
  dropped: boolean;
}

/** A site on loopback whose pages fail together, and which holds some answers back for as long as a test wants. */
export interface HeldSite {
  /** Without a slash at its end. */
  readonly origin: string;
  readonly asked: readonly Asked[];
  /** Whether all pages but the held ones fail with 503. */
  failing: boolean;
  /** Requests that have no answer yet. */
  held(path: string): Asked | undefined;
  /** Answers what is held: with a page, or with a 204, which leads nowhere. */
  release(status?: 200 | 204): void;
  /** Loads of a page or a frame. */
  loads(path: string): readonly Asked[];
  /** Forgets what was asked, and works. */
  reset(): void;
  stop(): Promise<void>;
}

/** Answers to these come when a test says so. */
const HELD = ["/slow", "/form"];

const DOORS = `<a id="link" href="/slow">on</a>
<form method="post" action="/form"><input type="hidden" name="item" value="1"><button id="send">Send</button></form>`;

/** What stands in the failing pages. `other` is the same site under another name, so that its frames are of another site. */
const bodies = (other: string): Record<string, string> => ({
  "/doors": DOORS,
  "/shadow": `<div id="host" style="display:block;width:300px;height:40px"></div><p id="away">away</p><script>
    const tree = document.getElementById("host").attachShadow({ mode: "closed" });
    tree.innerHTML = '<input id="inner" style="width:290px;height:30px">';
    window.textNow = () => tree.getElementById("inner").value;
  </script>`,
  "/frame": `<iframe src="${other}/inner" width="400" height="100"></iframe>`,
  "/inner": `<input id="note">`,
  "/editor": `<div id="editor" contenteditable style="width:300px;height:40px"></div><p id="away">away</p>`,
  "/untouched": `<input type="range"><input type="range" min="3" max="4" value="9"><input type="color">
    <input type="color" value="red"><input type="date" value="soon"><input type="number" value="many">
    <input type="email" multiple value=" a@b.example , c@d.example "><input type="text" value="two
lines"><input type="file"><textarea>
one
two</textarea>
    <select><option disabled>choose</option><option>a</option><option>b</option></select>
    <select><option selected>a</option><option selected>b</option></select>
    <input type="radio" name="one" checked><input type="radio" name="one" checked>
    <div contenteditable></div><iframe src="/closed"></iframe><iframe src="${other}/inner"></iframe>`,
});

/** Starts it on a free port. */
export async function startHeldSite(): Promise<HeldSite> {
  const asked: Asked[] = [];
  const waiting = new Map<Asked, ServerResponse>();
  let failing = false;

  const answer = (request: IncomingMessage, response: ServerResponse): void => {
    request.resume();
    const { method = "GET", url: path = "/" } = request;
    const seen: Asked = {
      ...{ method, path, status: null, dropped: false },
      mode: request.headers["sec-fetch-mode"] === "navigate" ? "navigate" : String(request.headers["sec-fetch-mode"]),
    };
    asked.push(seen);
    response.on("close", () => {
      seen.dropped = !response.writableFinished;
      waiting.delete(seen);
    });
    if (HELD.includes(path)) return void waiting.set(seen, response);
    const body = bodies(`http://localhost:${port}`)[new URL(path, "http://site").pathname];
    if (path === "/favicon.ico") seen.status = 404;
    else seen.status = failing && path !== "/inner" ? 503 : 200;
    const closed = path === "/closed" ? { "x-frame-options": "DENY" } : {};
    response.writeHead(seen.status, {
      "content-type": "text/html; charset=utf-8",
      "cache-control": "no-store",
      ...closed,
    });
    const title = seen.status === 200 ? "works" : "fails";
    response.end(`<!doctype html><link rel="icon" href="data:,"><title>${title}</title>${body ?? ""}`);
  };
  const server = createServer(answer);
  const port = await listen(server);

  const site: HeldSite = {
    origin: `http://127.0.0.1:${port}`,
    asked,
    get failing() {
      return failing;
    },
    set failing(fails) {
      failing = fails;
    },
    held: (path) => [...waiting.keys()].find((seen) => seen.path === path),
    release(status = 200) {
      for (const [seen, response] of waiting) {
        seen.status = status;
        response.writeHead(status, { "content-type": "text/html", "cache-control": "no-store" });
        response.end(status === 204 ? "" : "<!doctype html><title>arrived</title>");
      }
      waiting.clear();
    },
    loads: (path) => asked.filter((seen) => seen.path === path && seen.mode === "navigate"),
    reset(): void {
      failing = false;
      site.release();
      asked.length = 0;
    },
    stop: () => closeServer(server),
  };
  return site;
}
