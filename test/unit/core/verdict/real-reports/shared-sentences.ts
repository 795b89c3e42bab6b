import type { Report } from "./report.ts";

const FLASK_503 =
  "<!doctype html>\n<title>503 Service Unavailable</title>\n<h1>Service Unavailable</h1>\n<p>The server is temporarily unable to service your request due to maintenance downtime or capacity problems.  Please try again later.</p>\n";
const FLASK_502 =
  "<!doctype html>\n<title>502 Bad Gateway</title>\n<h1>Bad Gateway</h1>\n<p>The proxy server received an invalid response from an upstream server.</p>\n";
const FLASK_504 =
  "<!doctype html>\n<title>504 Gateway Timeout</title>\n<h1>Gateway Timeout</h1>\n<p>The connection to an upstream server timed out.</p>\n";

const from = (what: string, status: number, server: string, body: string, right: Report["right"]): Report => ({
  what,
  status,
  headers: server === "" ? {} : { server },
  body,
  right,
});
const NOT_APACHE: Report["right"] = { side: "server", notGateway: "Apache httpd" };

/** Sentences that programs have copied from a product. */
export const SHARED_SENTENCES: readonly Report[] = [
  from("a Python program's own 503", 503, "gunicorn", FLASK_503, { ...NOT_APACHE, notCause: "maintenance" }),
  from("a Python program's own 502", 502, "gunicorn", FLASK_502, NOT_APACHE),
  from("a Python program's own 504", 504, "gunicorn", FLASK_504, NOT_APACHE),
  from("the same sentence as JSON", 503, "gunicorn", `{"message": "${/<p>(.*)<\/p>/.exec(FLASK_503)?.[1]}"}`, {
    ...NOT_APACHE,
    notCause: "maintenance",
  }),
  from("the same behind nginx, which signs", 503, "nginx/1.22.1", FLASK_503, NOT_APACHE),
  from(
    "httpd's own 503, by the break in its line",
    503,
    "",
    "<h1>Service Unavailable</h1>\n<p>The server is temporarily unable to service your\nrequest due to maintenance downtime or capacity\nproblems. Please try again later.</p>",
    { side: "server", cause: "origin-down", gateway: "Apache httpd" },
  ),
  from("a program that calls its page a proxy error", 502, "node", "<h1>Proxy Error</h1><p>Sorry</p>", NOT_APACHE),
  from(
    "a function's line that every host of functions writes",
    504,
    "",
    "TimeoutError: Task timed out after 10.00 seconds",
    {
      side: "server",
      word: "origin-slow",
      notGateway: "Netlify",
    },
  ),
  from("an API's own words", 503, "", '{"error": "Service temporarily unavailable"}', {
    side: "server",
    notGateway: "Tyk",
  }),
  from("anybody's sentence", 503, "nginx", "The service is not available. Please try again later.", {
    side: "server",
    notGateway: "Pound",
  }),
];
