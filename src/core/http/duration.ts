/** Seconds in a unit, by how its name begins in the languages that programs are written in. */
const UNITS: ReadonlyArray<readonly [name: RegExp, seconds: number]> = [
  [/^m(?:s$|sec|illi)/i, 0.001],
  [/^s(?:$|e[cgk])/i, 1],
  [/^m(?:$|in)/i, 60],
  [/^(?:h(?:$|rs?$|our|eure|ora)|std|stund|ore$|uur)/i, 3_600],
  [/^(?:d(?:$|ay|[ií]a)|tag|jour|dag)/i, 86_400],
  [/^(?:w(?:$|eek|oche)|semaine)/i, 604_800],
];

const AMOUNT = /(?<![-.\d])(\d{1,15}(?:\.\d{1,9})?)[ ]{0,2}([a-zí]{1,20})/gi;

/** `0:01:30`, `00:01:30.5` and `1.00:01:30`, as Python's and .NET's spans of time print themselves. */
const CLOCK = /^(?:(\d{1,6})(?:\.| days?,? ))?(\d{1,4}):(\d\d):(\d\d(?:\.\d{1,9})?)$/i;

const secondsIn = (unit: string): number | null => UNITS.find(([name]) => name.test(unit))?.[1] ?? null;

function fromClock(text: string): number | null {
  const found = CLOCK.exec(text);
  if (!found) return null;
  const [days = 0, hours = 0, minutes = 0, seconds = 0] = found.slice(1).map((digits) => Number(digits ?? 0));
  return ((days * 24 + hours) * 60 + minutes) * 60 + seconds;
}

/**
 * Seconds that a text with units means: `30s`, `1m0s`, `1 hour, 30 minutes`, `PT1M30S` (ISO 8601), `00:01:30`. Units
 * that grow smaller are parts of one wait; of several waits the longest counts. Null without a unit that is known.
 */
export function durationOf(text: string): number | null {
  const clock = fromClock(text);
  if (clock !== null) return clock;
  let [longest, sum, last]: [number | null, number, number] = [null, 0, 0];
  for (const [, amount = "", unit = ""] of text.replace(/^P(?=T?\d)|(?<=[PD])T(?=\d)/gi, "").matchAll(AMOUNT)) {
    const seconds = secondsIn(unit);
    if (seconds === null) continue;
    sum = (seconds < last ? sum : 0) + Number(amount) * seconds;
    last = seconds;
    longest = Math.max(longest ?? 0, sum);
  }
  return longest;
}
