/** No automatic wait for a tab outlasts its plan. */
const LONGEST_MS = 6 * 60 * 60 * 1000;

const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

const IMF_FIXDATE = /^[a-z]{3}, (?<day>\d{2}) (?<month>[a-z]{3}) (?<year>\d{4}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/i;
const RFC_850 = /^[a-z]{6,9}, (?<day>\d{2})-(?<month>[a-z]{3})-(?<year>\d{2}) (?<time>\d{2}:\d{2}:\d{2}) GMT$/i;
const ASCTIME = /^[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \d]\d) (?<time>\d{2}:\d{2}:\d{2}) (?<year>\d{4})$/i;

/** Two digits mean the year that is at most 50 years ahead (RFC 9110 section 5.6.7). */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(now).getUTCFullYear();
  const year = Math.floor(thisYear / 100) * 100 + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}

/** The three forms of an HTTP-date, which Date.parse reads differently from browser to browser. */
function httpDate(text: string, now: number): number | null {
  const { day, month, year, time } = (IMF_FIXDATE.exec(text) ?? RFC_850.exec(text) ?? ASCTIME.exec(text))?.groups ?? {};
  if (day === undefined || month === undefined || year === undefined || time === undefined) return null;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  const monthIndex = MONTHS.indexOf(month.toLowerCase());
  const date = Number(day);
  if (monthIndex < 0 || hours > 23 || minutes > 59 || seconds > 60) return null;
  const midnight = new Date(Date.UTC(fullYear(year, now), monthIndex, date));
  // The thirty-first of February rolls over.
  if (midnight.getUTCDate() !== date) return null;
  return midnight.getTime() + ((hours * 60 + minutes) * 60 + seconds) * 1000;
}

/**
 * The moment before which nothing automatic may ask again, from a Retry-After field of seconds or an
 * HTTP-date (RFC 9110 section 10.2.3). `now` and the result are milliseconds since the Unix epoch; the
 * result lies after `now` and at most 6 hours ahead. Null when the field asks for no wait: absent, past, zero, garbage.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value === undefined || value.length > 100 ? "" : value.trim();
  const at = /^\d+$/.test(text) ? now + Number(text) * 1000 : httpDate(text, now);
  if (at === null || at <= now) return null;
  return Math.min(at, now + LONGEST_MS);
}
