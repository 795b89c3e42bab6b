export const STOP_REASONS = [
  "recovered",
  /** The origin answers; the page itself was not loaded again, because that could do harm. */
  "site-answers",
  /** The front page, asked in the page's place, works and was never seen to fail: nothing has come back. */
  "front-page-works",
  /** It lets visitors in by a queue, and the tab stands in it. */
  "queued",
  "stopped",
  "left",
  "refused",
  "deadline",
  /** The tab failed ten times though strangers were served. */
  "gave-up",
  /** More plans than there is room for. */
  "dropped",
] as const;

/** Why a plan ended. */
export type StopReason = (typeof STOP_REASONS)[number];

/** Whether a plan that ended for this reason brought the page itself back, or into the queue before it. */
export const isPageBack = (reason: StopReason | null): boolean => reason === "recovered" || reason === "queued";

/** Whether nothing is left to watch once a plan ended for this reason. */
export const leavesNothing = (reason: StopReason | null): boolean =>
  reason === "front-page-works" || isSiteBack(reason);

/** Whether a plan that ended for this reason ended because its site answers again. */
export const isSiteBack = (reason: StopReason | null): boolean => reason === "site-answers" || isPageBack(reason);
