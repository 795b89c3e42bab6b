const MONTHS = ["jan", "feb", "mar", "apr", "may", "jun", "jul", "aug", "sep", "oct", "nov", "dec"];

/** The hours east of Greenwich that a text names; without any it means UTC, as HTTP's own dates do. */
const ZONE = String.raw`(?: ?(?:GMT|UTC?|Z))?(?: ?(?<sign>[+-])(?<zoneHours>\d\d):?(?<zoneMinutes>\d\d))?(?: (?:UTC|GMT)| \([\w ]{1,40}\))?`;
const TIME = String.raw`(?<time>\d{1,2}:\d\d:\d\d)(?:[.,]\d{1,9})?`;
const form = (date: string): RegExp => new RegExp(`^${date}${ZONE}$`, "i");

const FORMS: readonly RegExp[] = [
  // IMF-fixdate, and what RFC 2822 made of it.
  form(String.raw`(?:[a-z]{3}, )?(?<day>\d{1,2}) (?<month>[a-z]{3}) (?<year>\d{4}) ${TIME}`),
  // RFC 850.
  form(String.raw`[a-z]{6,9}, (?<day>\d{2})-(?<month>[a-z]{3})-(?<year>\d{2}) ${TIME}`),
  // asctime.
  form(String.raw`[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \d]\d) ${TIME} (?<year>\d{4})`),
  // What Date.prototype.toString writes.
  form(String.raw`[a-z]{3} (?<month>[a-z]{3}) (?<day>\d\d) (?<year>\d{4}) ${TIME}`),
  // ISO 8601, and the blank that SQL and Python put between day and time.
  form(String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ]${TIME}`),
];

/** Two digits mean the year that is at most 50 years ahead (RFC 9110 section 5.6.7). */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(now).getUTCFullYear();
  const year = Math.floor(thisYear / 100) * 100 + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}

const monthOf = (name: string): number => (/^\d/.test(name) ? Number(name) - 1 : MONTHS.indexOf(name.toLowerCase()));

/**
 * A moment in epoch milliseconds from the three forms of an HTTP-date (RFC 9110 section 5.6.7) and from those that
 * programs write by themselves: RFC 2822, ISO 8601, JavaScript's. `Date.parse` reads them differently from browser to
 * browser. Fractions of a second are left off. Null for anything else: a zone by any other name, a day that does not exist.
 */
export function dateOf(text: string, now: number): number | null {
  const found = FORMS.map((pattern) => pattern.exec(text)?.groups).find((groups) => groups !== undefined);
  const { day, month, year, time, sign, zoneHours = "0", zoneMinutes = "0" } = found ?? {};
  if (day === undefined || month === undefined || year === undefined || time === undefined) return null;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  const monthIndex = monthOf(month);
  const date = Number(day);
  if (monthIndex < 0 || monthIndex > 11 || hours > 23 || minutes > 59 || seconds > 60) return null;
  const midnight = new Date(Date.UTC(fullYear(year, now), monthIndex, date));
  // The thirty-first of February rolls over.
  if (midnight.getUTCDate() !== date) return null;
  const east = (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === "-" ? -1 : 1);
  return midnight.getTime() + ((hours * 60 + minutes - east) * 60 + seconds) * 1000;
}
