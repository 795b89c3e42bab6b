import type { RetryPlan } from "./plan.ts";

/** Clocks are set right by a little all the time. */
const SLACK_MS = 2_000;

/** When the plan came into the state in which it is. */
export const enteredAt = ({ state }: RetryPlan): number => (state.name === "closed" ? state.at : state.since);

/**
 * The same plan after the clock was set back: every moment that was taken from it moves along, so that a wait of a minute
 * stays one and is not a wait of a year. An end that the site has announced is of the site's clock, and stays. A plan
 * whose state began in the past is given back as it is.
 */
export function withClock(plan: RetryPlan, now: number): RetryPlan {
  const by = now - enteredAt(plan);
  if (by >= -SLACK_MS) return plan;
  const moved = <T extends number | null | undefined>(moment: T): T =>
    (typeof moment === "number" ? moment + by : moment) as T;
  const { state } = plan;
  return {
    ...plan,
    createdAt: moved(plan.createdAt),
    failingSince: moved(plan.failingSince),
    deadline: moved(plan.deadline),
    floor: moved(plan.floor),
    workedAt: moved(plan.workedAt),
    lastReloadAt: moved(plan.lastReloadAt),
    searching: moved(plan.searching),
    state:
      state.name === "closed"
        ? { ...state, at: now }
        : state.name === "waiting"
          ? { ...state, since: now, due: state.due + by, heldSince: moved(state.heldSince) }
          : state.name === "reloading"
            ? {
                ...state,
                since: now,
                before: state.before + by,
                loadedBefore: moved(state.loadedBefore),
                heldSince: moved(state.heldSince),
              }
            : { ...state, since: now },
  };
}
