import type { Report } from "./report.ts";

/** Sentences of a site's own, each with the cause that it would name if the failing page had said it. */
const SAID_BESIDE = [
  ["blocked-address", "Certain offers are not available in your country."],
  ["blocked-address", "If you block cookies, your access to parts of this shop may be limited."],
  ["bot-check", "Please verify you are human."],
  ["maintenance", "<h2>We are down for maintenance</h2>"],
  ["switched-off", "<h2>This account has been suspended</h2>"],
  ["overload", "Our hotline is very busy, and too many callers are waiting."],
] as const;

/** Where such a sentence stands without being said of the failure. */
const PLACES = [
  ["the footer", (said: string) => `<footer><div>${said}</div></footer>`],
  ["a column beside", (said: string) => `<aside>${said}</aside>`],
  ["a consent dialog", (said: string) => `<div role="dialog" aria-label="Cookies"><div>${said}</div></div>`],
  ["a part that is hidden", (said: string) => `<div hidden><div>${said}</div></div>`],
  ["its readers' comments", (said: string) => `<section class="comments"><div>${said}</div></section>`],
  ["a part without a display", (said: string) => `<section style="display:none">${said}</section>`],
] as const;

const framed = (main: string, frame: string): string =>
  `<title>Shop</title><header><a href="/">Home</a></header><main>${main}</main>${frame}`;

/** What a site says around every page, or nowhere yet, beside a failure that says nothing. */
export const FRAMES: readonly Report[] = [
  ...PLACES.flatMap(([place, within]) =>
    SAID_BESIDE.map(([notCause, said]) => ({
      what: `${notCause} in ${place}`,
      status: 503,
      body: framed("<h1>Something went wrong</h1><p>Please come back later.</p>", within(said)),
      right: { side: "server", notCause } as const,
    })),
  ),
  {
    what: "a block that the page itself says, above its footer",
    status: 503,
    body: framed("<h1>Sorry</h1><p>Your IP address was blocked.</p>", "<footer>All rights reserved</footer>"),
    right: { side: "unsure", cause: "blocked-address" },
  },
  {
    what: "a block that is all of the page, in a dialog",
    status: 503,
    body: '<title>Shop</title><div role="dialog"><h1>Sorry</h1><p>Your IP address was blocked.</p></div>',
    right: { side: "unsure", cause: "blocked-address" },
  },
  {
    what: "maintenance that the page itself says, before what it hides",
    status: 503,
    body: framed("<h1>We are down for maintenance</h1>", "<div hidden><p>Thank you for your message.</p></div>"),
    right: { side: "server", cause: "maintenance" },
  },
];
