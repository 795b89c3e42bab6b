import type { Browser as WebExtension } from "webextension-polyfill";
import type { EndedPlan } from "../../../src/core/retry/ended.ts";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import type { Firefox } from "./firefox.ts";
import { endsFrom, type PlanEnd, seePlans } from "./plan-ends.ts";

declare const browser: WebExtension;

/** The retry plans on the disk: those that go on, and those whose end is still to be told. */
export const allPlansOf = async (firefox: Firefox): Promise<RetryPlan[]> =>
  seePlans(
    await firefox.ask(async () => {
      const { "retry-plans": stored } = await browser.storage.local.get("retry-plans");
      return Object.values((stored as { value: Record<string, RetryPlan> } | undefined)?.value ?? {});
    }, null),
  );

/** Those that wait or run. */
export const plansOf = async (firefox: Firefox): Promise<RetryPlan[]> =>
  (await allPlansOf(firefox)).filter(({ state }) => state.name !== "closed");

/** The ends that have been told within the last minutes, as the memory knows them. */
export async function endsOf(firefox: Firefox): Promise<PlanEnd[]> {
  const { ended, shown } = await firefox.ask(async () => {
    const { "ended-plans": stored } = await browser.storage.session.get("ended-plans");
    const tabs = await browser.tabs.query({});
    return {
      ended: (stored as { value: EndedPlan[] } | undefined)?.value ?? [],
      shown: tabs.map(({ id, url }): [number, string] => [id ?? -1, url ?? ""]),
    };
  }, null);
  return endsFrom(ended, shown);
}

/** Takes away all that is known of plans, on the disk and in memory; the background must not run. */
export const forgetPlans = (firefox: Firefox): Promise<void> =>
  firefox.ask(async () => {
    await browser.storage.local.remove(["retry-plans", "outages"]);
    await browser.storage.session.remove(["ended-plans", "latest-outages"]);
  }, null);
