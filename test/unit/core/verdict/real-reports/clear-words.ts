import type { Report, Right } from "./report.ts";

/** What a page says plainly, and what is right to say of it. */
const CLEAR: ReadonlyArray<readonly [what: string, status: number, said: string, right: Right]> = [
  [
    "a block",
    503,
    "<h1>No entry</h1><p>Your IP address was blocked.</p>",
    { side: "unsure", cause: "blocked-address" },
  ],
  ["a test", 503, "<h1>Please confirm that you are human</h1>", { side: "unsure", cause: "bot-check" }],
  ["maintenance", 503, "<h1>We are closed for maintenance</h1>", { side: "server", cause: "maintenance" }],
  ["a suspension", 500, "<h1>This account was suspended</h1>", { side: "server", cause: "switched-off" }],
];

/** What stands below in words that programs have for their reasons: two of them in one sentence, said of something else. */
const BELOW: ReadonlyArray<readonly [what: string, sentence: string]> = [
  ["a promise to resolve", "Tell us if this is an error, and our team will resolve it."],
  ["something to look up", "Look up what this error means in our guide."],
  ["a session that timed out", "You were signed out because your session timed out."],
  ["a fingerprint of TLS", "The TLS fingerprint of this client is unknown to us."],
  ["a certificate for the reader", "Staff can pass with a valid certificate; all others see this error."],
  ["a host name to quote", "Tell support the host name that the error names."],
  ["a connection to close", "All that was not saved was lost when the connection was closed."],
];

/** Pages whose own clear word is beside a sentence that only sounds like a program's reason. */
export const CLEAR_WORDS: readonly Report[] = [
  ...CLEAR.flatMap(([what, status, said, right]) =>
    BELOW.map(([beside, sentence]) => ({
      what: `${what}, and below it ${beside}`,
      status,
      body: `<title>Our shop</title>${said}<p>${sentence}</p>`,
      right,
    })),
  ),
  {
    what: "a host's page of a stopped app, which tells a developer where to read on",
    status: 503,
    body: "<title>Web App - Unavailable</title><h1>Error 503 - This web app is stopped.</h1><p>The web app you have attempted to reach is currently stopped and does not accept any requests.</p><p>If you are the owner, see the list of error scenarios and their resolution.</p>",
    right: { side: "server", cause: "switched-off" },
  },
  {
    what: "a program's reason alone",
    status: 502,
    body: "<h1>Sorry</h1><p>x509: certificate signed by unknown authority</p>",
    right: { side: "server", cause: "misconfigured" },
  },
];
