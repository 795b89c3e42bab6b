import type { Browser as WebExtension } from "webextension-polyfill";
import type { RetryPlan } from "../../../src/retry/plan.ts";
import type { Firefox } from "./firefox.ts";

declare const browser: WebExtension;

/** All retry plans as the background wrote them; those that ended are kept for a while. */
export function allPlansOf(firefox: Firefox): Promise<RetryPlan[]> {
  return firefox.ask(async () => {
    const { "retry-plans": stored } = await browser.storage.local.get("retry-plans");
    return Object.values((stored as { value: Record<string, RetryPlan> } | undefined)?.value ?? {});
  }, null);
}

/** Those that wait or run. */
export const plansOf = async (firefox: Firefox): Promise<RetryPlan[]> =>
  (await allPlansOf(firefox)).filter(({ state }) => state.name !== "closed");
