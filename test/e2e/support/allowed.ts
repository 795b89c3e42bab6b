import type { Allowance } from "../../lab/traffic/allowance.ts";

/*
 * What may leave the browser, as data: the table "What leaves the browser" of docs/privacy.md, line by line. Nothing in
 * here is computed from what the extension does.
 */

export const SHOP = "shop.example";

/** A page with a path and a query that are nobody's business but its site's. */
export interface PageOf {
  readonly host: string;
  readonly path: string;
  readonly query: string;
}
export const ORDINARY: PageOf = { host: SHOP, path: "/orders/mrs-miller", query: "card=4711" };
export const PRIVATE: PageOf = { host: SHOP, path: "/orders/mr-private", query: "card=0815" };
export const CONTAINED: PageOf = { host: SHOP, path: "/orders/mx-container", query: "card=2342" };
/** A page whose path, not its query, the user chooses to add to a question. */
export const ADDED: PageOf = { host: SHOP, path: "/added-by-the-user", query: "card=4711" };
/** Words that nobody but the site may ever read. */
export const SECRETS = [
  "orders",
  "mrs-miller",
  "mr-private",
  "mx-container",
  "4711",
  "0815",
  "2342",
  "basket",
] as const;

/** The tab itself, as the person at it or a retry plan loads it. */
export const loads = (count: number, page: PageOf = ORDINARY): Allowance => ({
  what: "the tab's own loads",
  ...page,
  byTab: true,
  least: count,
  most: count,
});

/** Browsers look for an icon of each page; the lab's pages bring their own, its gateways' error pages have none. */
export const icons = (host = SHOP): Allowance => ({
  what: "the browser's search for an icon",
  host,
  path: "/favicon.ico",
  isIcon: true,
  most: 4,
});

/** Level 0, by itself: the failing page, without cookies. */
export const watching = (least: number, page: PageOf = ORDINARY): Allowance => ({
  what: "asking the page again",
  ...page,
  least,
  most: 6,
});

/** Level 0 where the page may have come from a form, as every page over http in Firefox: its site's front page. */
export const watchingFront = (host = SHOP): Allowance => ({
  what: "asking the front page in its place",
  host,
  path: "/",
  most: 3,
});

/** Level 1 at the site: the page four times and the front page, beside the plan's own requests of the page. */
export const checking = (page: PageOf = ORDINARY, least = 4): readonly Allowance[] => [
  { what: "the check's requests of the page", ...page, least, most: least + 2 },
  { what: "the check's request of the front page", host: page.host, path: "/", most: 1 },
];

/** Level 1 at a site behind a gateway that describes its errors in fields: one of the check's requests asks for that. */
export const IN_FIELDS: Allowance = {
  what: "the check's request for the error in fields",
  ...ORDINARY,
  accept: "application/problem+json, */*;q=0.8",
  least: 1,
  most: 1,
};

/** Level 1: the site's status page, which learns that somebody asked, and no more. */
export const STATUS_PAGE: Allowance = {
  what: "the status page's summary",
  host: "status.shop.example",
  path: "/api/v2/summary.json",
  least: 1,
  most: 1,
};

/** Level 1: that of the content network or host whose gateway wrote the page or passed it on. */
export const GATEWAYS_STATUS_PAGE: Allowance = {
  what: "the gateway's own status page",
  host: "www.cloudflarestatus.com",
  path: /^\/(api\/v2\/summary\.json)?$/,
  most: 2,
};

/** Level 1: the browser's maker, asked unless a gateway of the site's has proven the way over https. */
export const MAKER = {
  chromium: { what: "the maker's test", host: "www.gstatic.com", path: "/generate_204", least: 1, most: 2 },
  firefox: { what: "the maker's test", host: "detectportal.firefox.com", path: "/success.txt", least: 1, most: 2 },
} as const satisfies Record<string, Allowance>;

const GLOBALPING = "api.globalping.io";
/**
 * Level 2, "Ask 5 places": one question with the front page's address, a country, homes and the browser's version of IP, and
 * looks at its answers.
 */
export const PLACES: readonly Allowance[] = [
  {
    what: "the question to other places",
    host: GLOBALPING,
    method: "POST",
    path: "/v1/measurements",
    bodyBytesAtMost: 1_000,
    least: 1,
    most: 1,
  },
  {
    what: "leave to ask, which the browser wants first",
    host: GLOBALPING,
    method: "OPTIONS",
    path: /^\/v1\/measurements(\/lab-\d+)?$/,
    most: 2,
  },
  { what: "looks at the answers", host: GLOBALPING, path: /^\/v1\/measurements\/lab-\d+$/, least: 1, most: 20 },
];

/** With every answer from elsewhere goes one from here, of the same moment. */
export const ONCE_MORE: Allowance = {
  what: "the same request from here",
  host: SHOP,
  path: "/",
  least: 1,
  most: 1,
};

const resolver = (host: string, path: string): Allowance => ({
  what: `${host} is asked`,
  host,
  path,
  query: /^name=shop\.example&type=A(AAA)?$/,
  least: 2,
  most: 2,
});

/** The one request by which the popup sees which address answers, before it asks places or resolvers. */
export const WHICH_ADDRESS: Allowance = { what: "which address answers", host: SHOP, path: "/", least: 1, most: 1 };

/** Level 2, "Compare the address": the host's name. Which address answers was seen a moment ago. */
export const ADDRESS: readonly Allowance[] = [
  resolver("dns.google", "/resolve"),
  resolver("cloudflare-dns.com", "/dns-query"),
];

/** Level 2, "Is there a saved copy?": the page's address without query. */
export const ARCHIVE_QUESTION: Allowance = {
  what: "the question for a saved copy",
  host: "archive.org",
  path: "/wayback/available",
  query: `url=${encodeURIComponent(`https://${SHOP}${ORDINARY.path}`)}`,
  least: 1,
  most: 1,
};

/** The moment of the copy that the archive has. */
export const COPY = "20251112120000";

/** Level 2, "Read the copy of ...": a tab of its own, with the page's address without query. */
export const ARCHIVE: Allowance = {
  what: "the saved copy",
  host: "web.archive.org",
  path: `/web/${COPY}/https://${SHOP}${ORDINARY.path}`,
  byTab: true,
  least: 1,
  most: 1,
};

/** Requests of the browsers themselves that no switch of theirs turns off; each with its reason, none of them ours. */
export const BROWSERS_OWN: Record<"chromium" | "firefox", readonly Allowance[]> = {
  chromium: [
    {
      what: "Chromium's cookie jar asks which Google accounts are signed in: one byte, no cookie",
      host: "accounts.google.com",
      method: "POST",
      path: "/ListAccounts",
      query: /^gpsia=1&source=ChromiumBrowser&/,
      origin: "https://www.google.com",
      bodyBytesAtMost: 1,
      most: 50,
    },
    {
      what: "Chromium's updater asks for its components, in spite of --disable-component-update",
      host: "update.googleapis.com",
      method: "POST",
      path: "/service/update2/json",
      query: /^cup2key=/,
      bodyBytesAtMost: 4_000,
      most: 10,
    },
  ],
  firefox: [
    {
      what: "Firefox looks for news of its own lists (blocked add-ons and the like) at its maker's",
      host: "firefox.settings.services.mozilla.com",
      path: /^\/v1\/(buckets\/monitor\/collections\/changes\/changeset)?$/,
      query: /^((collection=[\w-]+&bucket=[\w-]+&)?_expected=\d+)?$/,
      most: 100,
    },
  ],
};
