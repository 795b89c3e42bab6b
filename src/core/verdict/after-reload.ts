import type { Cause } from "../evidence/causes.ts";
import type { Judgement } from "../evidence/weigh.ts";
import type { MessageKey } from "../message.ts";

/** What stands on the user's way, told as past. */
const OVER: Partial<Record<Cause, MessageKey>> = {
  offline: "cause_offline_over_headline",
  "captive-portal": "cause_captive_portal_over_headline",
  "local-proxy": "cause_local_proxy_over_headline",
};

/** The words of a verdict that the tab, served again, has made a thing of the past. */
interface AfterReload {
  readonly headline: MessageKey;
  readonly why: MessageKey;
  readonly advice: MessageKey;
}

/**
 * What is said in place of a cause's own words once the tab was served, or null where those hold: that what stood on the
 * user's way is gone, or the site's trouble, unless that comes and goes; and of a page that may have come from a form
 * that its address opens, which tells nothing of what was sent.
 */
export function afterReload(
  { side, cause, evidence }: Judgement,
  { mayBeForm, opensAnew }: { readonly mayBeForm: boolean; readonly opensAnew: boolean },
): AfterReload | null {
  if (!evidence.includes("reload-works") && !opensAnew) return null;
  const over = side === "you" ? OVER[cause] : undefined;
  if (over) return { headline: over, why: "cause_transient_why", advice: "cause_over_advice" };
  if (side !== "server" || cause === "intermittent") return null;
  if (mayBeForm) {
    return {
      headline: "cause_transient_anew_headline",
      why: "cause_transient_anew_why",
      advice: "cause_transient_anew_advice",
    };
  }
  return cause === "transient"
    ? null
    : { headline: "cause_transient_headline", why: "cause_transient_why", advice: "cause_over_advice" };
}

/** Whether a verdict is told as past: in words of its own, or in those of a cause that is itself no more than a blip. */
export const isOver = (judgement: Judgement, seen: Parameters<typeof afterReload>[1]): boolean =>
  afterReload(judgement, seen) !== null ||
  (judgement.side === "server" && judgement.cause === "transient" && judgement.evidence.includes("reload-works"));
