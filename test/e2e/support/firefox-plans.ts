import type { Browser as WebExtension } from "webextension-polyfill";
import type { RetryPlan } from "../../../src/retry/plan.ts";
import type { Firefox } from "./firefox.ts";

declare const browser: WebExtension;

/** The retry plans that stand now, as the background wrote them. */
export function plansOf(firefox: Firefox): Promise<RetryPlan[]> {
  return firefox.ask(async () => {
    const { "retry-plans": stored } = await browser.storage.local.get("retry-plans");
    return Object.values((stored as { value: Record<string, RetryPlan> } | undefined)?.value ?? {});
  }, null);
}
