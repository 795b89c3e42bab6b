import type { OpinionKind } from "./opinions-view.ts";

/** Whom a question goes to: other places, resolvers, the archive. */
export type Question = OpinionKind | "saved-copy";

/** What may leave the browser with a question, in Firefox's words for it: which site is visited, and from which country. */
type SentData = "browsingActivity" | "locationInfo";

/**
 * What each question hands to somebody other than the site. All of them name the site; places are told the country that the
 * time zone gives away as well. https://extensionworkshop.com/documentation/develop/firefox-builtin-data-consent/
 */
export const SENT_DATA = {
  places: ["browsingActivity", "locationInfo"],
  address: ["browsingActivity"],
  "address-test": ["browsingActivity"],
  "saved-copy": ["browsingActivity"],
} as const satisfies Record<Question, readonly SentData[]>;
