import type { Schedule } from "./schedules.ts";
import { live } from "./simulate.ts";

/** A million browsers and the site they wait for. Times in seconds. */
export interface Crowd {
  readonly browsers: number;
  /** From the failure to the recovery. */
  readonly outage: number;
  /** Over which first part of the outage the browsers find the page broken, evenly. */
  readonly noticedOver: number;
}

/** A crowd at the moment of the recovery: when each browser found the page broken, how often it tried, when it will. */
interface Gathered {
  readonly outage: number;
  readonly noticed: Float64Array;
  readonly tried: Uint16Array;
  readonly due: Float64Array;
}

/** What the recovered site sees. */
export interface Returning {
  /** Requests in each second after the recovery. */
  readonly perSecond: readonly number[];
  /** The most of them. */
  readonly peak: number;
  /** Seconds until half and until 95 % of the browsers have their page; infinite where that takes too long. */
  readonly half: number;
  readonly most: number;
  /** Requests after the recovery, for each browser. */
  readonly requests: number;
}

/** Nobody is watched longer than this. */
const HORIZON = 4 * 3600;

/** Lets a crowd live through the outage. */
export function gather(schedule: Schedule, { browsers, outage, noticedOver }: Crowd, random: () => number): Gathered {
  const noticed = new Float64Array(browsers);
  const tried = new Uint16Array(browsers);
  const due = new Float64Array(browsers);
  for (let browser = 0; browser < browsers; browser += 1) {
    const start = noticedOver * random();
    const { waited, requests } = live(schedule, outage - start, random);
    noticed[browser] = start;
    tried[browser] = requests;
    due[browser] = outage + waited;
  }
  return { outage, noticed, tried, due };
}

/**
 * The chance of an answer in one second in which `asking` browsers come, `probing` of them with a probe that is
 * followed by a load when it is answered. With chance p there are asking + p x probing requests, of which the
 * share p is answered; that must be the capacity, or everything is answered.
 */
export function chanceOfAnswer(asking: number, probing: number, capacity: number): number {
  if (asking + probing <= capacity) return 1;
  if (probing === 0) return capacity / asking;
  return (Math.sqrt(asking * asking + 4 * probing * capacity) - asking) / (2 * probing);
}

/**
 * Lets a crowd return to a site that answers `capacity` requests in a second and fails the rest, whoever they
 * are. Every browser keeps to its schedule until it has its page; one that probes first loads the page in the
 * same second.
 */
export function returning(schedule: Schedule, crowd: Gathered, capacity: number, random: () => number): Returning {
  const browsers = crowd.due.length;
  const due = crowd.due.slice();
  const tried = crowd.tried.slice();
  /** 1 for a browser whose next request is the load of the page. */
  const loads = new Uint8Array(browsers).fill(schedule.reload ? 0 : 1);
  // A list of browsers for each second: the first one's index, and from each the next one's.
  const firstIn = new Int32Array(HORIZON).fill(-1);
  const nextOf = new Int32Array(browsers);
  const asking = new Int32Array(HORIZON);
  const probing = new Int32Array(HORIZON);
  const put = (browser: number, at: number): void => {
    due[browser] = at;
    const second = Math.floor(at - crowd.outage);
    if (second >= HORIZON) return;
    nextOf[browser] = firstIn[second] ?? -1;
    firstIn[second] = browser;
    asking[second] = (asking[second] ?? 0) + 1;
    if (loads[browser] === 0) probing[second] = (probing[second] ?? 0) + 1;
  };
  for (const [browser, at] of due.entries()) put(browser, at);

  const nextWait = (browser: number): number => {
    if (schedule.reload && loads[browser] === 1) return schedule.reload(random);
    const elapsed = (due[browser] ?? 0) - (crowd.noticed[browser] ?? 0);
    const before = tried[browser] ?? 0;
    tried[browser] = before + 1;
    return schedule.wait(before, elapsed, random);
  };

  const perSecond: number[] = [];
  let back = 0;
  let half = Number.POSITIVE_INFINITY;
  let most = Number.POSITIVE_INFINITY;
  for (let second = 0; second < HORIZON && back < browsers; second += 1) {
    const chance = chanceOfAnswer(asking[second] ?? 0, probing[second] ?? 0, capacity);
    let asked = 0;
    for (let browser = firstIn[second] ?? -1, next = -1; browser >= 0; browser = next) {
      next = nextOf[browser] ?? -1;
      asked += 1;
      let answered = random() < chance;
      if (answered && loads[browser] === 0) {
        loads[browser] = 1;
        asked += 1;
        answered = random() < chance;
      }
      if (answered) back += 1;
      else put(browser, Math.max((due[browser] ?? 0) + nextWait(browser), crowd.outage + second + 1));
    }
    perSecond.push(asked);
    if (back >= browsers / 2) half = Math.min(half, second + 1);
    if (back >= browsers * 0.95) most = Math.min(most, second + 1);
  }
  const requests = perSecond.reduce((sum, asked) => sum + asked, 0) / browsers;
  return { perSecond, peak: Math.max(...perSecond), half, most, requests };
}

const BARS = "▁▂▃▄▅▆▇█";

/** The first `seconds` of a return as bars of `step` seconds each, the highest being the schedule's own peak. */
export function shape(perSecond: readonly number[], seconds: number, step: number): string {
  const bars = Array.from({ length: seconds / step }, (_, bar) =>
    perSecond.slice(bar * step, (bar + 1) * step).reduce((sum, asked) => sum + asked, 0),
  );
  const highest = Math.max(...bars);
  return bars
    .map((bar) => (bar === 0 ? " " : BARS[Math.min(BARS.length - 1, Math.floor((bar / highest) * BARS.length))]))
    .join("");
}
