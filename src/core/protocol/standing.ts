/** What the requests of a page that loaded brought. */
export interface RequestsView {
  /** Those that answered with 500 to 599, the worst first. */
  readonly hosts: ReadonlyArray<{
    readonly host: string;
    readonly failed: number;
    readonly statuses: readonly number[];
  }>;
  /** The leave that a check of the worst of them needs first. */
  readonly origin: string | null;
}

/** How the way to the internet looks where a site does not answer; `dead-proxy` as a repair has found. */
export type Network = "online" | "captive-portal" | "no-internet" | "dead-proxy" | "unknown";

/** What stands in a tab. */
export type Standing =
  | { readonly kind: "failing"; readonly incidentId: string }
  /** The page answered with a status below 500, and no limit. */
  | {
      readonly kind: "answered";
      readonly host: string;
      readonly status: number;
      readonly recovered: boolean;
      /** Incident of the check that tells of it: of its failing requests, or of the failure that it came back from. */
      readonly incidentId: string | null;
      /** Null where the page itself was refused, or may not be looked at. */
      readonly requests: RequestsView | null;
    }
  /** A test for robots stands in the tab: neither an outage nor a refusal. */
  | { readonly kind: "challenge"; readonly host: string; readonly status: number }
  /** The browser reached nobody. */
  | {
      readonly kind: "no-answer";
      readonly host: string;
      /** The site answers by now: loading the page again brings it back. */
      readonly answersNow: boolean;
      readonly network: Network;
      /** The tab is that of a private window or a container, where nothing is tried by itself. */
      readonly private: boolean;
    }
  /** Faultline may not look: the browser's own pages, stores, policy. */
  | { readonly kind: "unreadable" }
  /** The page's address is longer than any that is kept or asked for. */
  | { readonly kind: "too-long" }
  /** Needs the user's leave for this one site first (Firefox, or access withheld). */
  | { readonly kind: "needs-grant"; readonly host: string; readonly origin: string };

/** The incident that a check has to be of to be shown with what stands in the tab; null where none can be. */
export const incidentIn = (standing: Standing | null): string | null =>
  standing !== null && "incidentId" in standing ? standing.incidentId : null;
