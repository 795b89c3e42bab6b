import type { Weight } from "./weight.ts";
import { wholeSiteCauses } from "./whole-site-causes.ts";

/** Causes that break the page for everybody who asks for it, session or not. */
const brokenForAll = (decibans: number) =>
  ({
    ...wholeSiteCauses(decibans),
    "page-only": decibans,
  }) as const;

/** What the contrast between this browser and a stranger without cookies gives as evidence. */
export const COOKIE_WEIGHTS = {
  // --- during a limit (429): who is counted, and whether it is over
  /** A stranger from the same address is limited too, so the count is not kept by session or account. */
  "limited-without-cookies": {
    group: "cookies",
    weights: { cookies: -25, "signed-in": -20 },
  },
  /**
   * A stranger from the same address is served moments after the 429: the limit is over, or it counts sessions
   * rather than addresses.
   */
  "limit-spares-strangers": {
    group: "cookies",
    weights: { transient: 15, cookies: 25, "blocked-address": -25, overload: -10 },
  },
  /**
   * The stranger was served, and the tab loaded after it got 429 again: the count is kept by session or account. A
   * limit that just ran full again is the rarer reading.
   */
  "limited-only-with-cookies": {
    group: "cookies",
    weights: { cookies: 35, transient: -20, "blocked-address": -25, overload: -10 },
  },

  // --- during a failure
  /** The site fails for a stranger too; two faults at once are rare. */
  "fails-without-cookies": {
    group: "cookies",
    weights: { cookies: -25, "signed-in": -20 },
  },
  /**
   * The tab fails with a 5xx and a stranger from the same address is told 429 moments later: this address is being
   * counted. Whether the count made the tab fail, or only the asking, it does not say.
   */
  "stranger-limited": {
    group: "cookies",
    weights: { "blocked-address": 40, overload: 14, "bot-check": 14 },
  },
  /**
   * Without cookies the site redirects or asks for a sign-in. Something answers, though it may be the gateway, and
   * this page is not seen: it hints at the account and settles nothing.
   */
  "stranger-redirected": {
    group: "cookies",
    weights: { cookies: 13, "signed-in": 13, "origin-down": -8, "origin-slow": -8, "origin-invalid": -8, overload: -8 },
  },
  /**
   * Moments apart a stranger gets a copy out of a shared cache and the tab, loaded after it, fails again. The copy
   * says nothing of the origin: it may be dead for all, for those signed in, or for this user.
   */
  "stranger-served-by-shared-cache": {
    group: "cookies",
    weights: { cookies: 10, "signed-in": 10 },
  },
  /**
   * Moments apart a stranger is redirected or refused and the tab, loaded after it, fails again: of dead sites
   * perhaps one in ten still redirects, from a gateway; of account troubles most do. It does not tell the account
   * system from a bad cookie.
   */
  "stranger-redirected-while-failing": {
    group: "cookies",
    weights: { cookies: 20, "signed-in": 20, "origin-down": -8, "origin-slow": -8, "origin-invalid": -8, overload: -8 },
  },
  /**
   * A stranger's request works, and the tab loaded after it fails again: what breaks the whole site cannot do that,
   * what differs between the two can. Whatever the gateway says of its server is then true of the one server that this
   * session is sent to, by a cookie or for its account. A site that flaps does it once in a while.
   */
  "fails-only-with-cookies": {
    group: "cookies",
    weights: {
      ...brokenForAll(-25),
      regional: -15,
      cookies: 15,
      "signed-in": 15,
      "page-worker": 10,
      extension: 15,
      transient: -20,
    },
  },
  /**
   * 8 KB in cookies is where servers and proxies begin to refuse or to break; of visitors without that trouble
   * perhaps one in a hundred carries so much, on sites with many trackers more. Only of a page that can be such a refusal:
   * one that comes at once, and before any program of the site's has run.
   */
  "oversized-cookies": {
    group: "cookie-size",
    weights: { cookies: 20 },
    mechanism: "cookies",
  },
  /**
   * The same beside a page that no refusal of a header looks like: it took long, says that the server was not reached, or
   * is a program's. Programs may break over what they keep in cookies as well, which makes such visitors twice as likely.
   */
  "oversized-cookies-beside-other-failure": {
    group: "cookie-size",
    weights: { cookies: 3 },
  },
  /** The same beside a page that must not be asked for again: nothing shows that it works without them. */
  "oversized-cookies-untried": {
    group: "cookie-size",
    weights: { cookies: 20 },
  },
} as const satisfies Record<string, Weight>;
