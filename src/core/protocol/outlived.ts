import type { RetryView } from "../retry/view.ts";
import type { CheckView } from "../verdict/view.ts";

/**
 * Whether a verdict that names the site is older than what its plan ended by: others are served, and the tab alone fails on.
 * A check would tell more by now.
 */
export const isOutlived = (
  { verdict, finishedAt }: Pick<CheckView, "verdict" | "finishedAt">,
  retry: RetryView,
): boolean =>
  verdict?.side === "server" &&
  retry.state === "stopped" &&
  retry.reason === "gave-up" &&
  finishedAt !== null &&
  finishedAt <= retry.at;
