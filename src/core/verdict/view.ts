import type { CheckId, Outcome } from "../checks/check.ts";
import type { GatewayWord } from "../gateways/gateway.ts";
import type { StepId } from "../incident/told.ts";
import type { Message } from "../message.ts";
import type { Contacts } from "./contacts.ts";
import type { PathView } from "./path.ts";
import type { StatusPagesView } from "./status-pages.ts";
import type { VerdictView } from "./words.ts";

/** One row of the checklist as the popup shows it. */
export interface Row {
  readonly check: CheckId;
  readonly outcome: Outcome | "pending" | "running";
  readonly says: Message;
}

/**
 * A step that only the user can do. `begun`: they have gone there, so the popup asks what they saw. `by-hand`: the
 * browser does not let Faultline open the window, so the popup also says how.
 */
export interface StepView {
  readonly id: StepId;
  readonly state: "offered" | "begun" | "by-hand";
}

/** How long a check takes with a site that answers, in milliseconds; slow answers prolong it. */
export const USUAL_CHECK_MS = 8_000;

/** A check of one tab, from its start to its verdict; streamed through session storage. */
export interface CheckView {
  readonly id: string;
  readonly tabId: number;
  readonly incidentId: string;
  readonly phase: "checking" | "done";
  /** Nothing that is still to come can change the verdict's side. The cause may become clearer until the check is done. */
  readonly sideIsFinal: boolean;
  readonly url: string;
  readonly host: string;
  readonly status: number | null;
  /** The page is not known to have come from a form, and its address works more than once. */
  readonly repeatable: boolean;
  /** The page was the answer to a form, for sure. */
  readonly fromForm: boolean;
  /** The page was the answer to a form, or nobody can tell that it was not. */
  readonly mayBeForm: boolean;
  /** Whatever its address holds beside the origin may work only once, so it is shown and handed on to nobody. */
  readonly worksOnce: boolean;
  /** It failed in a private window or a container, where nothing is tried by itself and no site is watched. */
  readonly private: boolean;
  /**
   * The page in the tab; requests of a page that itself loaded, whose address, host and status are given then; or a site
   * that the user named, which stands in no tab.
   */
  readonly about: "page" | "requests" | "site";
  /** Before this moment the site wants no more requests (Retry-After); epoch milliseconds, null when not named. */
  readonly retryAfter: number | null;
  /** First failure, milliseconds since the Unix epoch. */
  readonly since: number;
  /** When the failing page in the tab was asked for, as `since`; null where the browser does not say. */
  readonly loadedAt: number | null;
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
  /** The gateway says that nothing changes before whoever runs the site acts. */
  readonly ownerMustAct: boolean;
  readonly requestId: string | null;
  /** The chain as far as headers reveal it: the site's side first, nearest to the user last. */
  readonly hops: readonly string[];
  readonly protocol: string | null;
  /** Milliseconds until the failing page's first byte. */
  readonly waited: number | null;
  readonly answers: ReadonlyArray<{ readonly at: number; readonly what: Message; readonly took: number }>;
  readonly statusPageUrl: string | null;
  /** Where the site's own pages ask to be told of trouble. */
  readonly contacts: Contacts;
}
