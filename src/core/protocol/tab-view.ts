import type { OpinionsView } from "../places/opinions-view.ts";
import type { RepairView } from "../repair/view.ts";
import type { RetryView } from "../retry/view.ts";
import type { CheckView } from "../verdict/view.ts";
import type { Standing } from "./standing.ts";

/**
 * All that the popup shows of a tab, in one piece. The worker alone composes it (`compose.ts`) and keeps it in session
 * storage, where the popup reads it when it opens and follows it while it is open.
 */
export interface TabView {
  /** Null until a popup has asked for it, and again once what stood there has gone. */
  readonly standing: Standing | null;
  /** The check of what stands there. */
  readonly check: CheckView | null;
  readonly plan: RetryView;
  /** What others have said of the same incident. */
  readonly opinions: OpinionsView | null;
  /** The repair that the user asked for, and what came of it. */
  readonly repair: RepairView | null;
}

/** Nothing is known of the tab. */
export const EMPTY_VIEW: TabView = {
  standing: null,
  check: null,
  plan: { state: "none" },
  opinions: null,
  repair: null,
};

/** There is no tab, or none that may be read. */
export const UNREADABLE_VIEW: TabView = { ...EMPTY_VIEW, standing: { kind: "unreadable" } };

/** Where the view of a tab is kept. */
export const viewKey = (tabId: number): `view:${number}` => `view:${tabId}`;

/** To be raised whenever a view, or a part of one, gets another shape. */
export const VIEW_VERSION = 5;

/** The view in what is stored under a tab's key; one that another version of the extension left there counts for nothing. */
export function viewIn(stored: unknown): TabView {
  const { version, value } = (stored ?? {}) as { version?: unknown; value?: TabView };
  return version === VIEW_VERSION && value ? value : EMPTY_VIEW;
}
