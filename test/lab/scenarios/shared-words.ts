import type { Draft } from "./scenario.ts";
import { BARE_503, INVALID, theirs } from "./truths.ts";
import { htmlAnswer, textAnswer, titled, type WrittenRow, writtenPages } from "./written-page.ts";

const ROWS: readonly WrittenRow[] = [
  [
    "werkzeug-503",
    "none",
    "a framework's own words, which are Apache's as well",
    htmlAnswer(
      503,
      "<!doctype html>\n<html lang=en>\n<title>503 Service Unavailable</title>\n<h1>Service Unavailable</h1>\n<p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems. Please try again later.</p>\n",
      { server: "gunicorn" },
    ),
    BARE_503,
  ],
  [
    "werkzeug-502",
    "none",
    "the same framework's word for a dead server",
    htmlAnswer(
      502,
      "<!doctype html>\n<html lang=en>\n<title>502 Bad Gateway</title>\n<h1>Bad Gateway</h1>\n<p>The proxy server received an invalid response from an upstream server.</p>\n",
      { server: "gunicorn" },
    ),
    INVALID,
  ],
  ["go-bad-gateway", "none", "the bare words of every program in Go", textAnswer(502, "Bad Gateway"), INVALID],
  [
    "iis-502-3",
    "iis",
    "an ARR that could not connect, with its sub-status",
    htmlAnswer(
      502,
      titled(
        "IIS Detailed Error - 502.3 - Bad Gateway",
        "<h1>HTTP Error 502.3 - Bad Gateway</h1><p>There was a connection error while trying to route the request.</p>",
      ),
      { server: "Microsoft-IIS/10.0" },
    ),
    theirs("origin-down", "origin-invalid"),
  ],
  [
    "iis-aspnet-500",
    "iis",
    "an application's own yellow page",
    htmlAnswer(
      500,
      titled("Runtime Error", "<h1>Server Error in '/' Application.<hr></h1><h2><i>Runtime Error</i></h2>"),
      { server: "Microsoft-IIS/10.0", "x-powered-by": "ASP.NET" },
    ),
    theirs("origin-invalid", "gateway-fault"),
  ],
  [
    "wordpress-database",
    "wordpress",
    "a site whose database is gone",
    htmlAnswer(500, titled("Database Error", "<h1>Error establishing a database connection</h1>")),
    theirs("origin-down"),
  ],
  [
    "wordpress-critical",
    "wordpress",
    "a site whose plug-in crashed",
    htmlAnswer(500, titled("WordPress &rsaquo; Error", "<p>There has been a critical error on this website.</p>")),
    theirs("origin-invalid", "gateway-fault"),
  ],
  [
    "tomcat-503",
    "tomcat",
    "stock words that offer maintenance as one of two reasons",
    htmlAnswer(
      503,
      titled(
        "HTTP Status 503 – Service Unavailable",
        '<h1>HTTP Status 503 – Service Unavailable</h1><hr class="line" /><p><b>Description</b> The server is currently unable to handle the request due to a temporary overload or scheduled maintenance, which will likely be alleviated after some delay.</p><h3>Apache Tomcat/9.0.71</h3>',
      ),
    ),
    theirs("origin-down", "overload", "maintenance"),
  ],
];

/** Sentences that many programs share, and programs of sites that speak for themselves. */
export const SHARED_WORDS: readonly Draft[] = writtenPages("host", ROWS);
