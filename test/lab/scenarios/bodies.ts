import { gzipSync } from "node:zlib";
import { MAINTENANCE, ORIGIN, reacting, type Truth } from "../faults.ts";
import type { Reaction } from "../upstream.ts";
import type { Draft } from "./scenario.ts";
import { BARE_503, NOTHING, theirs } from "./truths.ts";
import { htmlAnswer, jsonAnswer, textAnswer, titled } from "./written-page.ts";

const oops = titled("Something broke", "<h1>Something broke</h1>");
const crashed = theirs("origin-invalid", "gateway-fault", "origin-down");
const badGateway = theirs("origin-down", "origin-invalid");
const BINARY = Buffer.from([0, 1, 2, 253, 254, 255]);
/** More than any reader of error pages takes in. */
const LONG = `<!--${"x".repeat(2_000_000)}-->`;

type Row = readonly [id: string, adds: string, reaction: Reaction, truth: Truth];

const ROWS: readonly Row[] = [
  ["empty-500", "500 with nothing: Chromium shows a page of its own", htmlAnswer(500, ""), crashed],
  ["empty-502", "502 with nothing and no name", htmlAnswer(502, ""), badGateway],
  ["empty-503", "503 with nothing and no name", htmlAnswer(503, ""), BARE_503],
  ["empty-504", "504 with nothing and no name", htmlAnswer(504, ""), theirs("origin-slow", "origin-down")],
  [
    "json-500",
    "an app for programs that crashed",
    jsonAnswer(500, '{"error":"internal","trace":"0af7651916cd43dd"}'),
    crashed,
  ],
  [
    "json-503",
    "the same, closed for a while, without saying why",
    jsonAnswer(503, '{"status":503,"message":"Service Unavailable"}'),
    BARE_503,
  ],
  [
    "problem-json",
    "problem details of RFC 9457",
    {
      ...jsonAnswer(
        503,
        '{"type":"about:blank","title":"Service Unavailable","status":503,"detail":"The order database is down."}',
      ),
      headers: { "content-type": "application/problem+json" },
    },
    theirs("origin-down", "overload", "maintenance"),
  ],
  [
    "text-500",
    "a trace in plain text",
    textAnswer(500, "Traceback (most recent call last):\n  File \"shop.py\", line 12, in cart\nKeyError: 'cart'\n"),
    crashed,
  ],
  [
    "xml-503",
    "an error in XML",
    {
      ...textAnswer(503, '<?xml version="1.0"?><error><code>503</code><message>Service Unavailable</message></error>'),
      headers: { "content-type": "application/xml" },
    },
    BARE_503,
  ],
  ["binary-500", "bytes that are no text", { ...htmlAnswer(500, ""), body: BINARY }, crashed],
  [
    "download-502",
    "an error that wants to be saved as a file",
    htmlAnswer(502, oops, { "content-disposition": 'attachment; filename="error.html"' }),
    badGateway,
  ],
  [
    "gzip-503",
    "a notice that comes compressed",
    {
      ...MAINTENANCE,
      headers: { ...MAINTENANCE.headers, "content-encoding": "gzip" },
      body: gzipSync(MAINTENANCE.body),
    },
    theirs("maintenance"),
  ],
  [
    "gzip-broken-500",
    "a page that says it is compressed and is not",
    htmlAnswer(500, oops, { "content-encoding": "gzip" }),
    crashed,
  ],
  [
    "latin-1-503",
    "a notice in an old character set",
    {
      ...MAINTENANCE,
      headers: { "content-type": "text/html; charset=iso-8859-1" },
      body: Buffer.from(
        "<title>Wartung</title><h1>Wegen Wartungsarbeiten geschlossen</h1><p>Wir sind in Kürze zurück.</p>",
        "latin1",
      ),
    },
    theirs("maintenance"),
  ],
  ["long-500", "two megabytes of error page", htmlAnswer(500, oops + LONG), crashed],
  [
    "script-page-503",
    "a page that draws its words by script",
    htmlAnswer(
      503,
      titled(
        "Shop",
        '<div id="app"></div><script>document.getElementById("app").innerHTML = "<h1>We are under maintenance</h1><p>Back at noon.</p>";</script>',
      ),
    ),
    theirs("maintenance", "overload", "origin-down", "switched-off"),
  ],
  [
    "refreshing-503",
    "a page that loads itself anew every half minute",
    htmlAnswer(
      503,
      titled(
        "Busy",
        '<meta http-equiv="refresh" content="30"><h1>Too many visitors</h1><p>This page loads itself again.</p>',
      ),
    ),
    theirs("overload", "origin-down", "maintenance"),
  ],
  [
    "fine-200",
    "a page that speaks of 503 errors and works",
    htmlAnswer(
      200,
      titled("What is a 503 error?", "<h1>503 Service Unavailable</h1><p>What it means and how to fix it.</p>"),
    ),
    NOTHING,
  ],
  [
    "gone-404",
    "a page that is not there, which is no failure",
    htmlAnswer(404, titled("Not found", "<h1>Not found</h1>")),
    NOTHING,
  ],
  [
    "header-limit-431",
    "431, a refusal below 500: no failure of the kind that is checked",
    htmlAnswer(431, titled("431", "<h1>Request Header Fields Too Large</h1>")),
    NOTHING,
  ],
];

/** Error pages in every form that a body can take. */
export const BODIES: readonly Draft[] = ROWS.map(([id, fault, reaction, truth]) => ({
  id: `body-${id}`,
  gateway: "none",
  fault,
  truth,
  staging: { program: "node", http2: true, url: `${ORIGIN}/cart`, behaviour: () => reacting(() => reaction) },
}));
