import { isOneShot } from "../http/one-shot/one-shot.ts";
import type { Navigation } from "./navigation.ts";
import type { PageRequests } from "./page-requests.ts";

/** A page that was left, or whose plan ended, is remembered this long, so that one that fails again goes on where it was. */
export const REMEMBERED_MS = 10 * 60_000;

export type Method = "GET" | "POST" | "unknown";

/** One failing tab and address, from the first failure until it works, the user leaves, or it is dismissed. */
export interface Incident {
  readonly id: string;
  readonly tabId: number;
  /** Without fragment. */
  readonly url: string;
  /** 500 to 599, or 429 after a click; null where the browser reached nobody. */
  readonly status: number | null;
  /** First failure, milliseconds since the Unix epoch. */
  readonly since: number;
  /**
   * `requests`: the page itself answered well; address and status are those of a failing request of its. `named`: the user
   * asked about an address that stands in no tab; the tab is that of the page which shows what was found.
   */
  readonly noticed: "sentinel" | "error-page" | "click" | "requests" | "named";
  readonly method: Method;
  /** A private window or a container: nothing in the background, nothing on disk. */
  readonly private: boolean;
  readonly navigation: Navigation | null;
  /** What led to an incident noticed by requests; of such a one nothing is kept, badged or retried. */
  readonly requests?: PageRequests;
}

/** The tab shows the failing page itself, so that its document, its cookies and its being loaded again say something. */
export const standsInTab = ({ noticed }: Pick<Incident, "noticed">): boolean =>
  noticed !== "requests" && noticed !== "named";

type Protection = "none" | "form" | "one-shot";

/**
 * Why a page must not be asked for again unasked: it may have come from a form, or its address
 * may work only once. An unknown method counts as a form: a doubled order is worse than a wait.
 */
export function protectionOf(incident: Pick<Incident, "method" | "url">): Protection {
  if (incident.method !== "GET") return "form";
  return isOneShot(incident.url) ? "one-shot" : "none";
}

/**
 * Characters of the longest address that is kept, asked for or loaded again. nginx, Apache httpd and CloudFront refuse
 * request lines beyond 8 KB unless told otherwise, and RFC 9110 section 4.1 asks nobody to take more than 8,000 octets.
 * Browsers take two million, of which five fill all that an extension may store for a session.
 */
export const LONGEST_URL = 8_192;
/** A name of the DNS has no more (RFC 1035 section 2.3.4); hosts are kept, counted and shown by name. */
const LONGEST_HOST = 255;

/** A page's address as a URL, however long, without fragment and credentials (fetch refuses those); null when it is not http or https. */
export function webPage(url: string | undefined): URL | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return null;
  // Each of these parses the address anew, and nearly all addresses have nothing of it.
  if (parsed.hash !== "" || parsed.href.endsWith("#")) parsed.hash = "";
  if (parsed.username !== "") parsed.username = "";
  if (parsed.password !== "") parsed.password = "";
  return parsed;
}

/** The address of a page that can be looked into; null when it is not http or https, and when it is too long to be kept. */
export function pageUrl(url: string | undefined): string | null {
  const page = webPage(url);
  return page && page.href.length <= LONGEST_URL && page.hostname.length <= LONGEST_HOST ? page.href : null;
}
