import type { Cause } from "../evidence/causes.ts";
import type { Meaning } from "../http/answer.ts";
import type { TabLook } from "../incident/page.ts";
import type { RetryPlan } from "./plan.ts";
import type { StopReason } from "./stop-reason.ts";

/** What can happen to a plan. */
export type RetryEvent =
  /** Its time may have come; also sent at every start of the worker. */
  | { readonly type: "tick"; readonly offline: boolean }
  /** The user does not want to wait. */
  | { readonly type: "now" }
  /**
   * A probe came back; `not-sent` is neither evidence nor an attempt, `no-answer` is a failed one, and `queues`
   * is a waiting room's page. `asked` is the address that was asked, where that is said: the plan may ask another by now.
   */
  | {
      readonly type: "answered";
      readonly meaning: Meaning | "queues" | "no-answer" | "not-sent";
      readonly floor: number | null;
      readonly asked?: string;
    }
  /** The worker that probed was killed: a new one knows that it has no request under way. */
  | { readonly type: "lost" }
  /** Another plan of the same origin was answered, or its tab came back or failed. */
  | {
      readonly type: "sibling";
      readonly says: "answers" | "fails";
      /** When the next probe is due, if the sibling knows. */
      readonly due: number | null;
      readonly floor: number | null;
      /** Good answers in a row. */
      readonly good: number;
      /** The page that was seen in the sibling's tab; null where a request was answered. */
      readonly seen: string | null;
      /** A tab of the origin was loaded for an answer that only the probe may have been refused. */
      readonly reloadedAt: number | null;
      /** Turns before this plan's. */
      readonly place: number;
    }
  /** What a check was answered meanwhile, so many times in a row, seconds apart; good answers save the plan its own probes, a failing one is remembered. */
  | { readonly type: "heard"; readonly meaning: Meaning; readonly times: number }
  /** A check's verdict names the cause: it shifts how long such outages last. */
  | { readonly type: "judged"; readonly cause: Cause }
  /** A failing answer names the cause, or none: then an earlier answer's word counts no more. */
  | { readonly type: "named"; readonly cause: Cause | null }
  /** The site's status page names the end of a maintenance that is under way; epoch milliseconds. */
  | { readonly type: "announced"; readonly end: number }
  /** How long the site's last incidents took by its status page's own word, in seconds, oldest first. */
  | { readonly type: "published"; readonly lengths: readonly number[] }
  /** The tab is about to be loaded: which document stands there, by when it began; null for a page of the browser's own. */
  | { readonly type: "loads"; readonly document: number | null }
  /**
   * What stands in the tab after a reload, or before one; `beforehand` when the plan has sent and loaded nothing yet in this
   * try, `lost` when no reload by this worker is under way.
   */
  | { readonly type: "looked"; readonly look: TabLook; readonly beforehand?: boolean; readonly lost?: boolean }
  /**
   * The tab was not loaded: another document is `on-its-way` into it, or nobody can tell what a reload would lose
   * (`unknown`). What was on its way may end the plan; otherwise the load is tried again in a moment.
   */
  | { readonly type: "withheld"; readonly why: "on-its-way" | "unknown" }
  /** The tab was seen in front of its window. */
  | { readonly type: "in-front" }
  /** The browser was started anew: tabs have other ids, and come one by one. */
  | { readonly type: "restarted" }
  /** The tab was found again under another id. */
  | { readonly type: "found"; readonly tabId: number }
  | { readonly type: "stop"; readonly reason: StopReason }
  /** The word about the plan's end has been said. */
  | { readonly type: "told" };

/** What the driver is to do, after the plan has been written. */
export type RetryEffect =
  | { readonly do: "probe" }
  /** Look at the tab, load it again if it rests, still shows the failure and nothing is lost, and look once more. */
  | { readonly do: "reload" }
  /** Look at the tab and say what stands there. */
  | { readonly do: "look" }
  | { readonly do: "tell"; readonly outcome: StopReason };

/** An effect and the plan that asks for it, as it is after the event. */
export interface Asked {
  readonly plan: RetryPlan;
  readonly effect: RetryEffect;
}

/** What an event makes of a plan, and what the driver is to do then. */
export type Transition = readonly [plan: RetryPlan, effects: readonly RetryEffect[]];
