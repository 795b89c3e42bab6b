import type { EndedPlan } from "../../../src/core/retry/ended.ts";
import type { RetryPlan } from "../../../src/core/retry/plan.ts";

/** How a plan ended. What is remembered of that has no address: its tab says which page it was about. */
export interface PlanEnd {
  readonly tabId: number;
  readonly url: string;
  readonly reason: string;
}

const watched = new Map<string, string>();

/** Takes down the addresses of plans without a tab, by the name that their ends are remembered by. */
export function seePlans(plans: readonly RetryPlan[]): RetryPlan[] {
  for (const { id, url } of plans) if (id.startsWith("watch:")) watched.set(`watch:${new URL(url).origin}`, url);
  return [...plans];
}

/** What is remembered of ends, the last one of each tab. `shown` is what tabs show by now. */
export function endsFrom(ended: readonly EndedPlan[], shown: ReadonlyArray<readonly [number, string]>): PlanEnd[] {
  const urls = new Map(shown);
  const ends = ended.flatMap(({ id, tabId, origin, state }) => {
    const url = (tabId < 0 ? watched.get(id) : urls.get(tabId)) ?? origin;
    return state.name === "closed" ? [[tabId < 0 ? id : tabId, { tabId, url, reason: state.reason }] as const] : [];
  });
  return [...new Map(ends).values()];
}

/** The same as lines, sorted. */
export const asLines = (ends: readonly PlanEnd[]): string[] => ends.map(({ url, reason }) => `${url} ${reason}`).sort();
