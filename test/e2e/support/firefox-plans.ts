import type { Browser as WebExtension } from "webextension-polyfill";
import type { RetryPlan } from "../../../src/retry/plan.ts";
import type { Firefox } from "./firefox.ts";

declare const browser: WebExtension;

/** The retry plans that wait or run, as the background wrote them; those that ended are kept for a while. */
export function plansOf(firefox: Firefox): Promise<RetryPlan[]> {
  return firefox.ask(async () => {
    const { "retry-plans": stored } = await browser.storage.local.get("retry-plans");
    const plans = Object.values((stored as { value: Record<string, RetryPlan> } | undefined)?.value ?? {});
    return plans.filter(({ state }) => state.name !== "closed");
  }, null);
}
