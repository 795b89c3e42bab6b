import * as v from "valibot";
import { read, type StoredValue } from "../platform/storage.ts";
import { readSetting } from "../platform/worker-settings.ts";
import { planSchema, type RetryPlan } from "../retry/plan.ts";
import { originOf } from "../retry/turns.ts";

export type Plans = Record<string, RetryPlan>;

/** Survives the worker, the browser and updates. A plan that cannot be read is dropped alone. */
export const PLANS: StoredValue<Plans> = {
  key: "retry-plans",
  area: "local",
  version: 1,
  isOurs: true,
  initial: {},
  parse(raw) {
    if (typeof raw !== "object" || raw === null) return null;
    const plans = Object.entries(raw).map(([id, plan]) => [id, v.safeParse(planSchema, plan)] as const);
    return Object.fromEntries(plans.flatMap(([id, parsed]) => (parsed.success ? [[id, parsed.output]] : [])));
  },
};

/** How long a plan that was left, stopped or came back is remembered, for a page that fails again. */
export const REMEMBERED_MS = 10 * 60_000;
/** How long the word about a plan's end is tried to be said. */
export const LAST_WORD_MS = 60 * 60_000;

export const isOpen = ({ state }: RetryPlan): boolean => state.name !== "closed";
export const isUntold = ({ state }: RetryPlan): boolean => state.name === "closed" && !state.told;
export const endedAs = ({ state }: RetryPlan): string | null => (state.name === "closed" ? state.reason : null);

/** Open plans, those whose end nobody has been told of, and for a while those that may go on or tell of flapping. */
export function remembered(all: Plans, now: number): Plans {
  return Object.fromEntries(
    Object.entries(all).filter(([, { state }]) => {
      if (state.name !== "closed") return true;
      const ago = Math.abs(now - state.at);
      if (!state.told) return ago < LAST_WORD_MS;
      return ["left", "stopped", "recovered", "site-answers", "queued"].includes(state.reason) && ago < REMEMBERED_MS;
    }),
  );
}

/** The plan that watches a tab, or null. One that looks for its tab bears the id that it had in another session. */
export async function planOf(tabId: number): Promise<RetryPlan | null> {
  return (
    Object.values(await read(PLANS)).find((plan) => plan.tabId === tabId && plan.searching === null && isOpen(plan)) ??
    null
  );
}

/** Whether a site may be asked by itself now: online, where that is not switched off, and after any time that it has named. */
export async function mayAsk(target: string): Promise<boolean> {
  if (!navigator.onLine || (await readSetting("retry")).off) return false;
  const origin = originOf({ target });
  return !Object.values(await read(PLANS)).some((plan) => originOf(plan) === origin && (plan.floor ?? 0) > Date.now());
}
