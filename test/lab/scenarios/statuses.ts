import type { Draft } from "./scenario.ts";
import { theirs } from "./truths.ts";
import { htmlAnswer, titled, type WrittenRow, writtenPages } from "./written-page.ts";

const bare = (status: number, phrase: string) =>
  htmlAnswer(status, titled(`${status} ${phrase}`, `<h1>${phrase}</h1>`));
const crashed = theirs("origin-invalid", "gateway-fault", "misconfigured", "origin-down");
const down = theirs("origin-down", "origin-invalid", "origin-slow");
const misconfigured = theirs("misconfigured", "origin-invalid", "gateway-fault", "origin-down");

const ROWS: readonly WrittenRow[] = [
  [
    "501",
    "none",
    "a server that does not know the method of an ordinary visit",
    bare(501, "Not Implemented"),
    misconfigured,
  ],
  [
    "505",
    "none",
    "a server that does not take the browser's version of HTTP",
    bare(505, "HTTP Version Not Supported"),
    misconfigured,
  ],
  ["506", "none", "a negotiation that leads in a circle", bare(506, "Variant Also Negotiates"), misconfigured],
  [
    "507",
    "none",
    "a server without room",
    bare(507, "Insufficient Storage"),
    theirs("origin-invalid", "gateway-fault", "misconfigured", "overload", "origin-down"),
  ],
  [
    "508",
    "none",
    "a host's limit on processes, as many word it",
    htmlAnswer(
      508,
      titled(
        "508 Resource Limit Is Reached",
        "<h1>Resource Limit Is Reached</h1><p>The website is temporarily unable to service your request as it exceeded resource limit.</p>",
      ),
    ),
    theirs("overload", "switched-off"),
  ],
  ["510", "none", "a status that hardly anybody uses", bare(510, "Not Extended"), misconfigured],
  [
    "511-https",
    "none",
    "511 over https, where no portal can write it",
    bare(511, "Network Authentication Required"),
    theirs("origin-invalid", "gateway-fault", "misconfigured", "origin-down"),
  ],
  ["520", "none", "Cloudflare's number, without Cloudflare's fields", bare(520, "Unknown Error"), down],
  ["521", "none", "the same", bare(521, "Web Server Is Down"), down],
  [
    "522",
    "none",
    "the same",
    bare(522, "Connection Timed Out"),
    theirs("origin-down", "origin-slow", "origin-invalid"),
  ],
  ["524", "none", "the same", bare(524, "A Timeout Occurred"), theirs("origin-slow", "origin-down")],
  [
    "526",
    "none",
    "the same",
    bare(526, "Invalid SSL Certificate"),
    theirs("misconfigured", "origin-down", "origin-invalid"),
  ],
  ["527", "none", "a number that has been retired", bare(527, "Railgun Error"), down],
  [
    "529",
    "none",
    "a host's number for a site that is too busy",
    bare(529, "Site is overloaded"),
    theirs("overload", "origin-down"),
  ],
  [
    "530",
    "none",
    "a host's number for a site that is frozen",
    bare(530, "Site is frozen"),
    theirs("switched-off", "origin-down", "misconfigured", "overload"),
  ],
  ["561", "none", "a number of a balancer's for a login that it could not make", bare(561, "Unauthorized"), crashed],
  [
    "598",
    "none",
    "a number by which some proxies mean a read that timed out",
    bare(598, "Network Read Timeout"),
    theirs("origin-slow", "origin-invalid", "gateway-fault", "origin-down", "misconfigured"),
  ],
];

/** Statuses that are seldom met, from a server that gives no name. */
export const STATUSES: readonly Draft[] = writtenPages("status", ROWS);
