import { REMEMBERED_MS } from "../incident/incident.ts";
import type { RetryPlan } from "./plan.ts";
import type { StopReason } from "./stop-reason.ts";
import { originOf } from "./turns.ts";

/** All plans, by id. Neither they nor what holds them is ever changed in place. */
export type Plans = Readonly<Record<string, RetryPlan>>;

/** How long the word about a plan's end is tried to be said. */
export const LAST_WORD_MS = 60 * 60_000;
/**
 * A browser that quits leaves every page first, and nothing else tells that from a user who does. A plan that was left
 * stays on the disk until the browser has outlived it by this much; one that has not finds it there at its next start.
 */
export const QUIT_MS = 15_000;

/** Whether a plan goes on. */
export const isOpen = ({ state }: Pick<RetryPlan, "state">): boolean => state.name !== "closed";
/** Whether a plan has ended without anybody having been told. */
export const isUntold = ({ state }: RetryPlan): boolean => state.name === "closed" && !state.told;
/** Why a plan ended; null where it goes on. */
export const endedAs = ({ state }: Pick<RetryPlan, "state">): StopReason | null =>
  state.name === "closed" ? state.reason : null;

/** Whether a plan watches this tab now. One that looks for its tab bears the id that it had in another session. */
export const watches = (plan: RetryPlan, tabId: number): boolean =>
  plan.tabId === tabId && plan.searching === null && isOpen(plan);

/** The plan that watches a tab, or null. */
export const planOfTab = (plans: Plans, tabId: number): RetryPlan | null =>
  Object.values(plans).find((plan) => watches(plan, tabId)) ?? null;

/** The plans that go on and ask this origin. */
export const openPlansOf = (plans: Plans, origin: string): RetryPlan[] =>
  Object.values(plans).filter((plan) => isOpen(plan) && originOf(plan) === origin);

/**
 * What stays on the disk: open plans, those whose end nobody has been told of, and for `leftFor` milliseconds those that
 * were left: ten minutes where nobody knows yet whether the browser has quit since. Gives back the very same plans where
 * all of them stay, so that a change that changes nothing is not written.
 */
export function onDisk(plans: Plans, now: number, leftFor = REMEMBERED_MS): Plans {
  const stays = ({ state }: RetryPlan): boolean => {
    if (state.name !== "closed") return true;
    const ago = Math.abs(now - state.at);
    return state.told ? state.reason === "left" && ago < leftFor : ago < LAST_WORD_MS;
  };
  if (Object.values(plans).every(stays)) return plans;
  return Object.fromEntries(Object.entries(plans).filter(([, plan]) => stays(plan)));
}
