import { alone } from "../platform/locks.ts";
import { pause } from "../platform/pause.ts";

/** What is done or waits for one tab. */
interface Turn {
  /** The last word that came meanwhile; an earlier one is of no more use. */
  next: (() => Promise<unknown>) | null;
  /** Words that may still be heeded at once. */
  left: number;
  /** When `left` was counted; milliseconds since the Unix epoch. */
  at: number;
  isBusy: boolean;
}

/** Ten loads by an impatient hand: each is left and fails again. */
const AT_ONCE = 20;
/** From then on one word is heeded in this time. */
const REST_MS = 2_000;

const turns = new Map<string, Turn>();

/**
 * Heeds the words about one tab one at a time. Of those that come meanwhile the last is heeded, for it tells how things
 * stand, and the others are dropped; the same where more come than a person's hand can make, since a page may leave and
 * return, or load itself, as often as it likes. Resolves when nothing waits any more, or another call sees to it;
 * rejects with what the last failing one rejected with.
 */
export async function inTabTurn(key: string, act: () => Promise<unknown>): Promise<void> {
  const turn = turnOf(key, Date.now());
  turn.next = act;
  if (turn.isBusy) return;
  turn.isBusy = true;
  const failures: unknown[] = [];
  while (turn.next) {
    refill(turn, Date.now());
    if (turn.left < 1) await pause(REST_MS * (1 - turn.left));
    refill(turn, Date.now());
    turn.left -= 1;
    const { next } = turn;
    turn.next = null;
    await next().catch((error: unknown) => failures.push(error));
  }
  turn.isBusy = false;
  if (failures.length > 0) throw failures.at(-1);
}

function turnOf(key: string, now: number): Turn {
  const known = turns.get(key);
  if (known) return known;
  // Those that have rested long enough are like new.
  for (const [other, turn] of turns) if (!turn.isBusy && now - turn.at > AT_ONCE * REST_MS) turns.delete(other);
  const turn = { next: null, left: AT_ONCE, at: now, isBusy: false };
  turns.set(key, turn);
  return turn;
}

function refill(turn: Turn, now: number): void {
  turn.left = Math.min(AT_ONCE, turn.left + Math.max(0, now - turn.at) / REST_MS);
  turn.at = now;
}

/**
 * Writes what follows from one word about a tab's failure while no other is written: page and browser may speak at the
 * same moment, one of them of what the other has just left.
 */
export const aloneInTab = <T>(tabId: number, work: () => Promise<T>): Promise<T> => alone(`failure ${tabId}`, work);
