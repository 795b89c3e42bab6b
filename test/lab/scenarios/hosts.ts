import type { Written } from "../upstream.ts";
import type { Draft } from "./scenario.ts";
import { INVALID, theirs } from "./truths.ts";
import { htmlAnswer, jsonAnswer, titled, type WrittenRow, writtenPages } from "./written-page.ts";

/** What Render puts into its answers beside the reason. */
export const RENDER = { server: "cloudflare", "cf-ray": "8f0123456789abcd-FRA", "rndr-id": "0123abcd-4567-89ab" };

/** Vercel by its code, in the field and on the page. */
export const vercel = (status: number, code: string): Written =>
  htmlAnswer(status, titled(`${status}: ${code}`, `<p>Code: ${code}</p><p>ID: fra1::fs8k9-1790000000000-abc</p>`), {
    server: "Vercel",
    "x-vercel-error": code,
    "x-vercel-id": "fra1::fs8k9-1790000000000-abc",
  });

const down = theirs("origin-down");

const overload = theirs("overload");

const misconfigured = theirs("misconfigured");

const ROWS: readonly WrittenRow[] = [
  [
    "render-502",
    "render",
    "the application is not there",
    htmlAnswer(502, titled("502 Bad Gateway", "<h1>Bad Gateway</h1>"), { ...RENDER, "x-render-routing": "no-server" }),
    down,
  ],
  ["vercel-500", "vercel", "the function crashed", vercel(500, "FUNCTION_INVOCATION_FAILED"), theirs("origin-invalid")],
  [
    "vercel-502",
    "vercel",
    "the site's own server behind it has no name",
    vercel(502, "DNS_HOSTNAME_NOT_FOUND"),
    misconfigured,
  ],
  ["vercel-503-throttled", "vercel", "too many functions at once", vercel(503, "FUNCTION_THROTTLED"), overload],
  ["vercel-508", "vercel", "it leads back to itself", vercel(508, "INFINITE_LOOP_DETECTED"), misconfigured],
  [
    "railway-502",
    "railway",
    "the application does not answer",
    jsonAnswer(
      502,
      '{"status":"error","code":502,"message":"Application failed to respond","request_id":"0123abcd4567"}',
      { server: "railway-edge", "x-railway-fallback": "true" },
    ),
    INVALID,
  ],
  [
    "fly-502",
    "fly",
    "a proxy that says nothing, by its id alone",
    htmlAnswer(502, "", { server: "Fly/0123abcd (2026-11-20)", "fly-request-id": "01HF0000000000000000000000-fra" }),
    INVALID,
  ],
  [
    "heroku-h12-503",
    "heroku",
    "the application took longer than 30 seconds",
    htmlAnswer(
      503,
      titled("Application Error", '<iframe src="//www.herokucdn.com/error-pages/application-error.html"></iframe>'),
      { server: "Heroku", via: "1.1 heroku-router" },
    ),
    theirs("origin-slow", "origin-down", "origin-invalid", "overload"),
  ],
  [
    "ngrok-8012",
    "ngrok",
    "nothing listens at the other end of a tunnel",
    htmlAnswer(502, titled("ngrok", "<p>ERR_NGROK_8012</p>"), { "ngrok-error-code": "ERR_NGROK_8012" }),
    down,
  ],
  [
    "frp-404-as-503",
    "frp",
    "a tunnel without its other end",
    htmlAnswer(503, titled("Not Found", "<h1>The page you requested was not found.</h1><p>Faithfully yours, frp.</p>")),
    down,
  ],
];

/** Hosts of applications in the statuses that they write. */
export const HOSTS: readonly Draft[] = writtenPages("host", ROWS);
