import { lazily } from "../lazily.ts";

/** Seconds in a unit, by how its name begins in the languages that programs are written in. */
const UNITS: ReadonlyArray<readonly [name: RegExp, seconds: number]> = [
  [/^(?:m(?:s$|sec|illi)|мс$|毫秒|ミリ秒|밀리초)/i, 0.001],
  [/^(?:s(?:$|e[cgk]|n$|aniye)|с(?:$|ек)|秒|초)/i, 1],
  [/^(?:m(?:$|in)|м(?:$|ин)|хв|นาท|دق|分|분|d(?:k$|akika)|perc(?!ent)|λεπτ)/i, 60],
  [
    /^(?:h(?:$|rs?$|our|eure|ora|od)|std|stund|or[ae]$|uur|tim(?:m|er)|saat|godz|ч(?:$|ас)|годин|小[时時]|[時时]|시간)/i,
    3_600,
  ],
  [/^(?:d(?:$|ay|[ií]a|n[iíy]$|zie|en$)|tag|jour|dag|zi(?:$|le)|giorn|gün|д(?:$|ен|н)|[天日]|일)/i, 86_400],
  [/^(?:w(?:$|eek|oche)|semain|seman|settiman|veck|hafta|tydz|týd|недел|тиж|[周週]|주)/i, 604_800],
  [/^(?:mo(?:s?$|nth|nat)|mois|m[eê]s(?:$|es)|miesi|месяц|міся|个月|個月|か月|ヶ月|개월)/i, 2_678_400],
  [/^(?:y(?:$|rs?$|ear)|jahr|ans$|année|año|лет|года?$|年|년)/i, 31_622_400],
];

/** The unit that a number without one is of, which follows a larger unit's: `2h30`. */
const NEXT: Readonly<Record<number, number>> = { 60: 1, 3600: 60, 86400: 3_600 };

const amounts = lazily(
  () => /(?<![-.\d])(\d{1,15}(?:\.\d{1,9})?)[ ]{0,2}(\p{L}{1,20})(?:[ ]{0,2}(\d{1,2})(?![ ]{0,2}[\p{L}\d.:]))?/giu,
);

/** `0:01:30`, `00:01:30.5` and `1.00:01:30`, as Python's and .NET's spans of time print themselves. */
const CLOCK = /^(?:(\d{1,6})(?:\.| days?,? ))?(\d{1,4}):(\d\d):(\d\d(?:\.\d{1,9})?)$/i;
const CLOCK_SECONDS = [86_400, 3_600, 60, 1] as const;

/** ISO 8601, in which M means months before the T and minutes after it. */
const iso = lazily(
  () =>
    /^P(?=T?\d)(?:(\d{1,9})Y)?(?:(\d{1,9})M)?(?:(\d{1,9})W)?(?:(\d{1,9})D)?(?:T(?:(\d{1,9})H)?(?:(\d{1,9})M)?(?:(\d{1,9}(?:\.\d{1,9})?)S)?)?(?![\p{L}\d])/iu,
);
const ISO_SECONDS = [31_622_400, 2_678_400, 604_800, 86_400, 3_600, 60, 1] as const;

const secondsIn = (unit: string): number | null => UNITS.find(([name]) => name.test(unit))?.[1] ?? null;

/** Whether a word begins as a unit of time does. */
export const isUnit = (word: string): boolean => secondsIn(word) !== null;

/** The sum of what a pattern finds, part by part; null where it finds nothing. */
function summed(text: string, pattern: RegExp, seconds: readonly number[]): number | null {
  const parts = pattern.exec(text)?.slice(1);
  return parts?.reduce((sum, digits, part) => sum + Number(digits ?? 0) * (seconds[part] ?? 0), 0) ?? null;
}

/**
 * Seconds that a text with units means: `30s`, `1m0s`, `1 hour, 30 minutes`, `2h30`, `PT1M30S` (ISO 8601), `00:01:30`.
 * Units that grow smaller are parts of one wait; of several waits the longest counts, and so do the longest month and
 * year. Null without a unit that is known.
 */
export function durationOf(text: string): number | null {
  const whole = summed(text, CLOCK, CLOCK_SECONDS) ?? summed(text, iso(), ISO_SECONDS);
  if (whole !== null) return whole;
  let [longest, sum, last]: [number | null, number, number] = [null, 0, 0];
  for (const [, amount = "", unit = "", rest = "0"] of text.matchAll(amounts())) {
    const seconds = secondsIn(unit);
    if (seconds === null) continue;
    sum = (seconds < last ? sum : 0) + Number(amount) * seconds + Number(rest) * (NEXT[seconds] ?? 0);
    last = seconds;
    longest = Math.max(longest ?? 0, sum);
  }
  return longest;
}
