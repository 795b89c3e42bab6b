import type { Settled } from "../http/settled.ts";

/** How well a site, or a part of it, does by its own word. `unknown` is what nobody can read, which is never green. */
export type StatusState = "operational" | "maintenance" | "degraded" | "partial_outage" | "major_outage" | "unknown";

/** One open incident or maintenance as a status page tells it. Plain text from outside; times are epoch milliseconds. */
export interface StatusNotice {
  readonly kind: "incident" | "maintenance";
  /** In the site's own words, at most 200 characters. */
  readonly title: string;
  readonly impact: StatusState;
  readonly startedAt: number | null;
  readonly updatedAt: number | null;
  /** Planned end of a maintenance. */
  readonly endsAt: number | null;
  readonly url: string | null;
  /** What the notice says it concerns; empty when it does not say. */
  readonly componentNames: readonly string[];
}

/** One incident that is over, as a status page lists it. Moments in epoch milliseconds, the end after the beginning. */
export interface PastIncident {
  /** In the site's own words, at most 200 characters. */
  readonly title: string;
  readonly startedAt: number;
  readonly endedAt: number;
  /** What it says it concerned; empty when it does not say. */
  readonly componentNames: readonly string[];
}

/** What a status page said, in the common model. Lists are bounded, the gravest entries first. */
export interface StatusReport {
  readonly product: string;
  readonly url: string;
  /** Whose page it is, as it calls itself; null when it does not say. */
  readonly name: string | null;
  /** Where it asks to be told of trouble, as a link; left out where it does not say. */
  readonly contact?: string;
  /** Registrable domain of the failing page's host; left out where it is not known. */
  readonly siteDomain?: string;
  /** The worst of all that the page says; `relevance.ts` judges whether it is recent and fits. */
  readonly overall: StatusState;
  /** What the page says of itself as a whole, beside components and notices; null when it says no such thing. */
  readonly indicator: StatusState | null;
  /** Title of the gravest open incident or maintenance, as the site worded it. */
  readonly title: string | null;
  readonly components: ReadonlyArray<{ readonly name: string; readonly state: StatusState }>;
  /** How many more components the page lists, and how many of those are in trouble; left out where that is none. */
  readonly unlisted?: { readonly count: number; readonly troubled: number } | undefined;
  readonly notices: readonly StatusNotice[];
  /** Incidents that are over, the last one first; left out where the page lists none. */
  readonly past?: readonly PastIncident[] | undefined;
  /** When the page last changed, milliseconds since the Unix epoch; null when it does not say. */
  readonly updatedAt: number | null;
}

/** What the status pages of one check said. */
export interface StatusAnswers {
  readonly site: Settled<StatusReport | null>;
  readonly gateway: Settled<StatusReport | null>;
  /** The site's status page, to be shown; null when only guessed. One that needs the user's leave, where `site` is `forbidden`. */
  readonly url: string | null;
}
