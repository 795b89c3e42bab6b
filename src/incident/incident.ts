import type { Navigation } from "../signals/navigation.ts";
import type { PageRequests } from "../signals/page-requests.ts";
import { isOneShot } from "./one-shot.ts";

export { isChecked, isFailure, isLimited, isRetried } from "./status.ts";

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
  /** `requests`: the page itself answered well; address and status are those of a failing request of its. */
  readonly noticed: "sentinel" | "error-page" | "click" | "requests";
  readonly method: Method;
  /** A private window or a container: nothing in the background, nothing on disk. */
  readonly private: boolean;
  readonly navigation: Navigation | null;
  /** What led to an incident noticed by requests; of such a one nothing is kept, badged or retried. */
  readonly requests?: PageRequests;
}

/**
 * Why a page must not be asked for again unasked: it may have come from a form, or its address
 * may work only once. An unknown method counts as a form: a doubled order is worse than a wait.
 */
export type Protection = "none" | "form" | "one-shot";

export function protectionOf(incident: Pick<Incident, "method" | "url">): Protection {
  if (incident.method !== "GET") return "form";
  return isOneShot(incident.url) ? "one-shot" : "none";
}

/** The address without fragment and credentials (fetch refuses those), or null when it is not http or https. */
export function pageUrl(url: string | undefined): string | null {
  if (!url || !URL.canParse(url)) return null;
  const parsed = new URL(url);
  if (parsed.protocol !== "http:" && parsed.protocol !== "https:") return null;
  parsed.hash = "";
  parsed.username = "";
  parsed.password = "";
  return parsed.href;
}
