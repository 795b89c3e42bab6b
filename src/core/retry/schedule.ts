import { leastWaitFor } from "../evidence/least-wait.ts";
import { hazardRate, type Knowledge, kindsOf } from "./outage-model.ts";

/**
 * Requests per square root of a second. Requests of density n(t) cost their number, and the user waits
 * 1/(2n) after the end; the best n is a constant times the root of the hazard rate (Keller 1974; Barlow
 * and Proschan's inspection models). This constant spends 24 requests on the average outage as guides to gateway
 * errors describe them, with the jitter, the first try and the rounding below; its test plays those and holds it to this.
 */
export const DENSITY = 0.77;

/** No pace is faster than this, however sure a history is. */
const SHORTEST_WAIT = 3;
/** No knowledge slows it by more than this: a misleading one must not keep anybody waiting for long. */
const MOST_STRETCH = 2;
/** An overloaded site gets more room, and never more than one request in this many seconds on average. */
const OVERLOAD_STRETCH = 1.5;
const OVERLOAD_SHORTEST_WAIT = 15;

/**
 * By how much of itself a wait is varied, up and down. Browsers that failed in the same second are spread over a whole
 * wait by any one wait that varies by half, and stay spread, for from then on all wait by the same age. What varies more
 * than it must makes everybody wait: by renewal theory the mean wait grows by a third of this number's square. So waits
 * vary by half while a crowd may still be together, and by a quarter afterwards, which parts those that a network's
 * return, or a machine's, has brought together once more.
 */
const YOUNG_JITTER = 0.5;
const JITTER = 0.25;
/** Seconds, in which some ten tries are made. */
const YOUNG = 120;

/** Seconds: a middling pace, from which two rounds come within a tenth of the pace wherever it lies. */
const GUESS = 20;
const ROUNDS = 2;

/** The first try comes 1 to 5 s after the failure: a restart is often over by then. */
const FIRST_LEAST_MS = 1_000;
const FIRST_SPREAD_MS = 4_000;

/** A timer outlives no worker, which rests after 30 s: what is due later is left to an alarm. */
export const TIMER_REACH_MS = 25_000;
/** Chromium fires alarms no sooner than this; Firefox has no minimum and forgets them at restart. */
export const SHORTEST_ALARM_MS = 30_000;
/** A tab that is being loaded, is looked for, or could not be loaded for what was on its way is looked at this often. */
export const LOOK_AGAIN_MS = 3_000;

/** A good probe followed by a failing reload: the reload itself becomes the attempt, this slowly and no oftener. */
const RELOAD_WAIT_MS = 120_000;
export const MOST_RELOADS = 10;

/** A 403 or a challenge seen only by a probe allows a reload no oftener than this. */
export const REFUSED_RELOAD_WAIT_MS = 5 * 60_000;

/** What a plan that slept through its deadline, or waits for an announced end, has left for a last try. */
export const LAST_TRY_MS = 10 * 60_000;

/** Seconds that the best density takes to amount to one request, from an age of `elapsed` seconds on. */
function bestWait(elapsed: number, knowledge: Knowledge): number {
  const kinds = kindsOf(knowledge);
  // The density in the middle of the wait stands for the wait; a few rounds settle it.
  let wait = GUESS;
  for (let round = 0; round < ROUNDS; round += 1) {
    // A clock that was set back makes no outage younger than new.
    const age = Math.max(0, elapsed) + wait / 2;
    wait = 1 / (DENSITY * Math.sqrt(hazardRate(kinds, age)));
  }
  return wait;
}

/**
 * Seconds to the next request, before jitter, for an outage that has lasted `elapsed` seconds. It depends on
 * the outage's age and not on the number of tries, so sleep, offline hours and a restarted worker need no
 * care. What is known of its length, right or wrong, makes it at most twice as slow, and never faster than 3 s; causes
 * that no request brings to an end have a least wait of their own.
 */
export function paceAt(elapsed: number, knowledge: Knowledge): number {
  const plain = bestWait(elapsed, {});
  const { cause, status, history } = knowledge;
  const knowsNothing = cause === undefined && status === undefined && history === undefined;
  const informed = knowsNothing ? plain : bestWait(elapsed, knowledge);
  const overloaded = cause === "overload";
  const wait = Math.min(informed * (overloaded ? OVERLOAD_STRETCH : 1), plain * MOST_STRETCH);
  return Math.max(overloaded ? OVERLOAD_SHORTEST_WAIT : SHORTEST_WAIT, cause ? leastWaitFor(cause) : 0, wait);
}

/** The part of itself by which a wait is varied, up and down, that begins `elapsed` seconds after the failure. */
export const jitterAt = (elapsed: number): number => (elapsed < YOUNG ? YOUNG_JITTER : JITTER);

/** What the next wait follows from. Times in milliseconds. */
interface WaitTerms extends Knowledge {
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
 * Milliseconds until the next automatic request. The pace is jittered, so that browsers that failed together do not
 * return together. A floor is never undercut, and as everybody else waits for the same moment, the request falls anywhere
 * within one pace after it. What no timer reaches and no alarm can fire as early as is rounded up, so that the countdown on
 * show is true.
 */
export function waitFor(terms: WaitTerms): number {
  const { elapsed, first, reload, floor = 0, cause, random } = terms;
  const wait = reload
    ? RELOAD_WAIT_MS * (1 + random)
    : first
      ? Math.max(FIRST_LEAST_MS + FIRST_SPREAD_MS * random, cause ? leastWaitFor(cause) * 1_000 : 0)
      : paceAt(elapsed / 1_000, terms) * 1_000 * (1 + jitterAt(elapsed / 1_000) * (2 * random - 1));
  const due = floor > 0 ? Math.max(wait, floor + paceAt((elapsed + floor) / 1_000, terms) * 1_000 * random) : wait;
  return due >= TIMER_REACH_MS && due < SHORTEST_ALARM_MS ? SHORTEST_ALARM_MS : due;
}
