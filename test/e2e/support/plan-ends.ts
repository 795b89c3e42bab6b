import type { EndedPlan } from "../../../src/background/plans.ts";
import type { RetryPlan } from "../../../src/retry/plan.ts";

/** How a plan ended, with the address that it bore while it went on: what is remembered of its end has none. */
export interface PlanEnd {
  readonly tabId: number;
  readonly url: string;
  readonly reason: string;
}

const addresses = new Map<string, string>();

/** Takes down the addresses of plans that go on. */
export function seePlans(plans: readonly RetryPlan[]): RetryPlan[] {
  for (const { id, url } of plans) {
    addresses.set(id, url);
    // By this name the end of a plan without a tab is remembered.
    if (id.startsWith("watch:")) addresses.set(`watch:${new URL(url).origin}`, url);
  }
  return [...plans];
}

/** What is remembered of ends, with the addresses seen before. */
export const endsFrom = (ended: readonly EndedPlan[]): PlanEnd[] =>
  ended.flatMap(({ id, tabId, origin, state }) =>
    state.name === "closed" ? [{ tabId, url: addresses.get(id) ?? origin, reason: state.reason }] : [],
  );

/** The same as lines, sorted. */
export const asLines = (ends: readonly PlanEnd[]): string[] => ends.map(({ url, reason }) => `${url} ${reason}`).sort();
