import type { CheckId, Outcome } from "../checks/check.ts";
import type { Cause, Side } from "../evidence/causes.ts";
import type { GatewayWord } from "../gateways/gateway.ts";
import type { HeaderList } from "../http/fields.ts";
import type { StepId } from "../incident/told.ts";
import type { Message } from "../message.ts";
import type { StopReason } from "../retry/plan.ts";
import type { Usual } from "../retry/usual.ts";

/** One row of the checklist as the popup shows it. */
export interface Row {
  readonly check: CheckId;
  readonly outcome: Outcome | "pending" | "running";
  readonly says: Message;
}

/** What the user can do next; the page knows how to do each. */
export type ActionId =
  | "reload"
  | "reload-past-cache"
  | "log-in-to-network"
  | "grant-site"
  | "grant-all"
  | "check-again"
  | "open-private-window"
  | "show-other-device";

/**
 * A step that only the user can do. `begun`: he has gone there, so the popup asks what he saw. `by-hand`: the
 * browser does not let Faultline open the window, so the popup also says how.
 */
export interface StepView {
  readonly id: StepId;
  readonly state: "offered" | "begun" | "by-hand";
}

/** The judgement with its words, ready to be shown or reported. */
export interface VerdictView {
  readonly side: Side;
  readonly cause: Cause;
  readonly alternatives: readonly Cause[];
  readonly confidence: number;
  /** Whose fault and what, in one sentence. */
  readonly headline: Message;
  /** Why we think so, in one sentence. */
  readonly why: Message;
  readonly advice: Message;
  /** How long such a thing usually lasts; null while nothing is sure. */
  readonly lasts: Message | null;
  /** Folk advice that the evidence speaks against; null when nothing can be said. */
  readonly notNeeded: Message | null;
  /** The one step that fixes it or settles it; null when there is nothing to do but wait. */
  readonly action: ActionId | null;
  /** What the step costs or does, in one sentence. */
  readonly actionNote: Message | null;
}

/** Which link of You - Network - Gateway - Site is broken, as far as is known. */
export type LinkState = "working" | "broken" | "unknown";

export interface PathView {
  readonly you: LinkState;
  readonly network: LinkState;
  readonly gateway: LinkState;
  readonly site: LinkState;
  /** Product name of the gateway that wrote the answer, or null. */
  readonly gatewayName: string | null;
}

/** A check of one tab, from its start to its verdict; streamed through session storage. */
export interface CheckView {
  readonly id: string;
  readonly tabId: number;
  readonly incidentId: string;
  readonly phase: "checking" | "done";
  readonly url: string;
  readonly host: string;
  readonly status: number | null;
  /** The page did not come from a form, and its address works more than once. */
  readonly repeatable: boolean;
  /** Whatever its address holds beside the origin may work only once, so it is shown and handed on to nobody. */
  readonly worksOnce: boolean;
  /** The page in the tab, or requests of a page that itself loaded; then address, host and status are theirs. */
  readonly about: "page" | "requests";
  /** Before this moment the site wants no more requests (Retry-After); epoch milliseconds, null when not named. */
  readonly retryAfter: number | null;
  /** First failure, milliseconds since the Unix epoch. */
  readonly since: number;
  readonly startedAt: number;
  /** When the check will be finished at the latest; for the progress bar. */
  readonly endsBy: number;
  readonly finishedAt: number | null;
  readonly rows: readonly Row[];
  /** Null until the first finding. */
  readonly verdict: VerdictView | null;
  /** The step of the user's that would settle an open question, or null. */
  readonly step: StepView | null;
  readonly path: PathView;
  readonly details: DetailsView;
  readonly statusPages: StatusPagesView;
}

/** All that the popup needs to find the status pages and ask them. Addresses from outside, as written. */
export interface StatusQuestion {
  /** Where the failing document links to, other hosts only. */
  readonly links: readonly string[];
  /** `Link` fields of the site's own answer. */
  readonly linkFields: HeaderList;
  /** The page of the content network or host that wrote the failing page. */
  readonly gatewayPage: string | null;
}

/** What the quoted notice of a status page says of itself. Times are epoch milliseconds. */
export interface StatusQuote {
  /** The notice, or else the page that carries it. */
  readonly url: string;
  readonly startedAt: number | null;
  /** When the site last changed it; null when it does not say. */
  readonly updatedAt: number | null;
  readonly readAt: number;
}

/** The status pages of one check. */
export interface StatusPagesView {
  /** Null when there is nothing to ask, or all is asked. */
  readonly question: StatusQuestion | null;
  /** A page that may be read only with the user's leave for its host. */
  readonly closed: string | null;
  readonly quote: StatusQuote | null;
}

/** What a support desk asks for. Plain text from outside: shown as text, never as markup. */
export interface DetailsView {
  readonly gateway: string | null;
  /** Id of the gateway's family, and its word for the cause: for choosing what its owner should look at. */
  readonly gatewayFamily: string | null;
  readonly gatewayWord: GatewayWord | null;
  /** The precise reason as the gateway names it. */
  readonly gatewayDetail: string | null;
  /** The gateway's own public status page. */
  readonly gatewayStatusPage: string | null;
  readonly requestId: string | null;
  /** The chain as far as headers reveal it: the site's side first, nearest to the user last. */
  readonly hops: readonly string[];
  readonly protocol: string | null;
  /** Milliseconds until the failing page's first byte. */
  readonly waited: number | null;
  readonly answers: ReadonlyArray<{ readonly at: number; readonly what: string; readonly took: number }>;
  readonly statusPageUrl: string | null;
}

/** What the retry plan does for a tab, as the popup shows it. */
export type RetryView =
  | { readonly state: "none" }
  | {
      readonly state: "waiting";
      readonly due: number;
      readonly attempts: number;
      readonly watching: "page" | "front-page";
      /** How long this site's outages usually last; null or absent while too few are known. */
      readonly usual?: Usual | null;
    }
  | {
      readonly state: "trying";
      readonly attempts: number;
      readonly watching: "page" | "front-page";
      readonly usual?: Usual | null;
    }
  | {
      readonly state: "stopped";
      readonly incidentId: string;
      readonly reason: StopReason;
      readonly at: number;
      readonly attempts: number;
    };

/** A site that is watched without a tab. Times are epoch milliseconds. */
export interface WatchedView {
  readonly id: string;
  readonly host: string;
  readonly since: number;
  readonly until: number;
}

/** What the requests of a page that loaded brought. */
export interface RequestsView {
  /** Those that answered with 500 to 599, the worst first. */
  readonly hosts: ReadonlyArray<{
    readonly host: string;
    readonly failed: number;
    readonly statuses: readonly number[];
  }>;
  /** Incident of the check that runs on the worst of them; null where none can run. */
  readonly incidentId: string | null;
  /** The leave that such a check needs first. */
  readonly origin: string | null;
}

/** What stands in a tab when the popup opens. */
export type TabView =
  | { readonly kind: "failing"; readonly incidentId: string }
  /** The page answered with a status below 500, and no limit. */
  | {
      readonly kind: "answered";
      readonly host: string;
      readonly status: number;
      readonly recovered: boolean;
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
      readonly network: "online" | "captive-portal" | "no-internet" | "unknown";
    }
  /** Faultline may not look: the browser's own pages, stores, policy. */
  | { readonly kind: "unreadable" }
  /** The page's address is longer than any that is kept or asked for. */
  | { readonly kind: "too-long" }
  /** Needs the user's leave for this one site first (Firefox, or access withheld). */
  | { readonly kind: "needs-grant"; readonly host: string; readonly origin: string };
