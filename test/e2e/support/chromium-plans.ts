/// <reference types="chrome" />
import type { EndedPlan } from "../../../src/core/retry/ended.ts";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";
import type { Chromium } from "./chromium.ts";
import { endsFrom, type PlanEnd, seePlans } from "./plan-ends.ts";

/** The retry plans on the disk: those that go on, and those whose end is still to be told. */
export const plansOf = async (chromium: Chromium): Promise<RetryPlan[]> =>
  seePlans(
    await chromium.ask(async () => {
      const stored = (await chrome.storage.local.get("retry-plans"))["retry-plans"];
      return Object.values((stored as { value: Record<string, RetryPlan> } | undefined)?.value ?? {});
    }, null),
  );

export const isOpen = ({ state }: RetryPlan): boolean => state.name !== "closed";

/** Those that wait or run. */
export const openPlans = async (chromium: Chromium): Promise<RetryPlan[]> => (await plansOf(chromium)).filter(isOpen);

/** The ends that have been told within the last minutes, as the memory knows them. */
export async function endsOf(chromium: Chromium): Promise<PlanEnd[]> {
  const { ended, shown } = await chromium.ask(async () => {
    const stored = (await chrome.storage.session.get("ended-plans"))["ended-plans"];
    const tabs = await chrome.tabs.query({});
    return {
      ended: (stored as { value: EndedPlan[] } | undefined)?.value ?? [],
      shown: tabs.map(({ id, url }): [number, string] => [id ?? -1, url ?? ""]),
    };
  }, null);
  return endsFrom(ended, shown);
}

/** Takes away all that is known of plans, on the disk and in memory; the worker must not run. */
export const forgetPlans = (chromium: Chromium): Promise<void> =>
  chromium.ask(async () => {
    await chrome.storage.local.remove(["retry-plans", "outages"]);
    await chrome.storage.session.remove(["ended-plans", "latest-outages"]);
  }, null);
