/** Growth and cap of the waits, from the comparison of schedules on the outage model: about 24 requests an outage. */
const FIRST_MS = 3_000;
const GROWTH = 1.3;
const CAP_MS = 120_000;

/** A good probe followed by a failing reload: the reload itself becomes the attempt, this slowly and no oftener. */
const RELOAD_WAIT_MS = 120_000;
export const MOST_RELOADS = 10;

/** A 403 or a challenge seen only by a probe allows a reload no oftener than this. */
export const REFUSED_RELOAD_WAIT_MS = 5 * 60_000;

/** How long a tab's plan goes on. */
export const DEADLINE_MS = 6 * 3_600_000;

/**
 * When the next attempt is due. The wait grows by 1.3 from 3 s to 2 min and is jittered by plus or minus
 * 50 %, so that browsers that failed together do not return together; the first one lies between 1 and
 * 5 s. `attempts` counts probes already sent, `random` is from 0 to 1, times are epoch milliseconds.
 */
export function nextDue(attempts: number, now: number, random: number, floor: number | null): number {
  const wait =
    attempts === 0 ? 1_000 + 4_000 * random : Math.min(CAP_MS, FIRST_MS * GROWTH ** attempts) * (0.5 + random);
  return Math.max(now + wait, floor === null ? 0 : floor + wait / 2);
}

/** When the tab is loaded again after a good probe and a failed reload. Never sooner than two minutes. */
export function nextReload(now: number, random: number, floor: number | null): number {
  return Math.max(now + RELOAD_WAIT_MS * (1 + random), floor ?? 0);
}
