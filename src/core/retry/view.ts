import type { Forecast } from "./forecast.ts";
import { isSiteBack, type StopReason } from "./stop-reason.ts";
import type { Usual } from "./usual.ts";

/** What is shown of a plan that goes on. */
interface OpenPlanView {
  readonly attempts: number;
  readonly watching: "page" | "front-page";
  /** How long this site's outages usually last; null while too few are known. */
  readonly usual: Usual | null;
  /** When the site is likely back; null where nobody can say. */
  readonly forecast: Forecast | null;
}

/** What the retry plan does for a tab, as the popup shows it. Times are epoch milliseconds. */
export type RetryView =
  | { readonly state: "none" }
  | (OpenPlanView & { readonly state: "waiting"; readonly due: number })
  | (OpenPlanView & { readonly state: "trying" })
  | {
      readonly state: "stopped";
      readonly reason: StopReason;
      readonly at: number;
      readonly attempts: number;
    };

/**
 * The plan as far as it is news beside the page in the tab, asked for at `loadedAt` (epoch milliseconds, null where that is
 * not known): that the site came back is none any more once the user has loaded the page again and it failed.
 */
export function newsOf(retry: RetryView, loadedAt: number | null): RetryView {
  const isOld = retry.state === "stopped" && isSiteBack(retry.reason) && loadedAt !== null && loadedAt > retry.at;
  return isOld ? { state: "none" } : retry;
}

/** A site that is watched without a tab. Times are epoch milliseconds. */
export interface WatchedView {
  readonly id: string;
  readonly host: string;
  readonly since: number;
  readonly until: number;
}
