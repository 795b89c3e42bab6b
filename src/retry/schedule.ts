import { hazardRate, type Knowledge, kindsOf } from "./outage-model.ts";

/**
 * Requests per square root of a second. Requests of density n(t) cost their number, and the user waits
 * 1/(2n) after the end; the best n is a constant times the root of the hazard rate (Keller 1974; Barlow
 * and Proschan's inspection models). This constant spends 24 requests on the average outage of the model,
 * with the jitter, the first try and the platform's rounding below; test/bench/retry derives it.
 */
export const DENSITY = 0.8;

/** No pace is faster than this, however sure a history is. */
const SHORTEST_WAIT = 3;
/** An overloaded site gets more room, and never more than one request in this many seconds on average. */
const OVERLOAD_STRETCH = 1.5;
const OVERLOAD_SHORTEST_WAIT = 15;

/** The first try comes 1 to 5 s after the failure: a restart is often over by then. */
const FIRST_LEAST_MS = 1_000;
const FIRST_SPREAD_MS = 4_000;

/** The driver's timers end here, for a worker rests after 30 s; and no alarm fires sooner than in 30 s. */
const TIMER_REACH_MS = 25_000;
const SHORTEST_ALARM_MS = 30_000;

/** A good probe followed by a failing reload: the reload itself becomes the attempt, this slowly and no oftener. */
const RELOAD_WAIT_MS = 120_000;
export const MOST_RELOADS = 10;

/** A 403 or a challenge seen only by a probe allows a reload no oftener than this. */
export const REFUSED_RELOAD_WAIT_MS = 5 * 60_000;

/** How long a tab's plan goes on. */
export const DEADLINE_MS = 6 * 3_600_000;

/**
 * Seconds to the next request, before jitter, for an outage that has lasted `elapsed` seconds: the time in
 * which the best density amounts to one request. It depends on the outage's age and not on the number of
 * tries, so sleep, offline hours and a restarted worker need no care.
 */
export function paceAt(elapsed: number, knowledge: Knowledge = {}): number {
  const kinds = kindsOf(knowledge);
  const spacing = (age: number): number => 1 / (DENSITY * Math.sqrt(hazardRate(kinds, Math.max(1, age))));
  // The density in the middle of the wait stands for the wait; three rounds settle it.
  let wait = SHORTEST_WAIT;
  for (let round = 0; round < 4; round += 1) wait = spacing(elapsed + wait / 2);
  return knowledge.cause === "overload"
    ? Math.max(OVERLOAD_SHORTEST_WAIT, wait * OVERLOAD_STRETCH)
    : Math.max(SHORTEST_WAIT, wait);
}

/** Where a plan stands when the next wait is to be chosen. Times in milliseconds. */
export interface Standing extends Knowledge {
  /** Since the page was first seen to fail. */
  readonly elapsed: number;
  /** Nothing has been asked yet. */
  readonly first?: boolean;
  /** The next attempt loads the tab, because a load failed after a good answer. */
  readonly reload?: boolean;
  /** The site asked for this much silence from now on (Retry-After, an announced end); 0 or less for none. */
  readonly floor?: number;
  /** From 0 to 1. */
  readonly random: number;
}

/**
 * Milliseconds until the next automatic request. The pace is jittered by plus or minus 50 %, so that
 * browsers that failed together do not return together. A floor is never undercut, and as everybody else
 * waits for the same moment, the request falls anywhere within one pace after it. What no timer reaches and no
 * alarm can fire as early as is rounded up, so that the countdown on show is true.
 */
export function waitFor({ elapsed, first, reload, floor = 0, random, ...knowledge }: Standing): number {
  const pace = (after: number): number => paceAt(Math.max(0, elapsed + after) / 1_000, knowledge) * 1_000;
  const jittered = reload
    ? RELOAD_WAIT_MS * (1 + random)
    : first
      ? FIRST_LEAST_MS + FIRST_SPREAD_MS * random
      : pace(0) * (0.5 + random);
  const wait = floor > 0 ? Math.max(jittered, floor + pace(floor) * random) : jittered;
  return wait >= TIMER_REACH_MS && wait < SHORTEST_ALARM_MS ? SHORTEST_ALARM_MS : wait;
}
