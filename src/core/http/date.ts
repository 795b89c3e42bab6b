import { lazily } from "../lazily.ts";

const MONTHS = [
  "january",
  "february",
  "march",
  "april",
  "may",
  "june",
  "july",
  "august",
  "september",
  "october",
  "november",
  "december",
];

/** Hours east of Greenwich of the zones that RFC 2822 section 4.3 knows by name. */
const ZONE_HOURS: Readonly<Record<string, number>> = {
  edt: -4,
  est: -5,
  cdt: -5,
  cst: -6,
  mdt: -6,
  mst: -7,
  pdt: -7,
  pst: -8,
};

/** The zone that a text names, by the hours that it adds where it does; without any it means UTC, as HTTP's own dates do. */
const ZONE = String.raw`(?: ?(?:GMT|UTC?|Z)| (?<zone>[ECMP][SD]T))?(?: ?(?<sign>[+-])(?<zoneHours>\d\d)(?::?(?<zoneMinutes>\d\d))?(?: [A-Z]{2,5})?)?(?: \([\w ]{1,40}\))?`;
const TIME = String.raw`(?<time>\d{1,2}:\d\d(?::\d\d)?)(?:[.,]\d{1,9})?`;
const form = (date: string): RegExp => new RegExp(`^${date}$`, "i");

const forms = lazily((): readonly RegExp[] => [
  // IMF-fixdate, RFC 850, what RFC 2822 and cookies made of them, and either in whole words.
  form(String.raw`(?:[a-z]{3,9}, )?(?<day>\d{1,2})[ -](?<month>[a-z]{3,9})[ -](?<year>\d{4}|\d{2}) ${TIME}${ZONE}`),
  // asctime, and what Unix prints.
  form(String.raw`[a-z]{3} (?<month>[a-z]{3}) (?<day>[ \d]\d) ${TIME}${ZONE} (?<year>\d{4})`),
  // What Date.prototype.toString writes.
  form(String.raw`[a-z]{3} (?<month>[a-z]{3}) (?<day>\d\d) (?<year>\d{4}) ${TIME}${ZONE}`),
  // ISO 8601, and the blank that SQL and Python put between day and time.
  form(String.raw`(?<year>\d{4})-(?<month>\d\d)-(?<day>\d\d)[T ]${TIME}${ZONE}`),
  // What Germans write, and what Apache logs.
  form(String.raw`(?<day>\d{1,2})\.(?<month>\d\d)\.(?<year>\d{4}),? ${TIME}${ZONE}`),
  form(String.raw`(?<day>\d\d)/(?<month>[a-z]{3})/(?<year>\d{4}):${TIME}${ZONE}`),
  // What .NET prints where no language is set.
  form(String.raw`(?<month>\d\d)/(?<day>\d\d)/(?<year>\d{4}) ${TIME}${ZONE}`),
]);

/** Two digits mean the year that is at most 50 years ahead (RFC 9110 section 5.6.7). */
function fullYear(digits: string, now: number): number {
  if (digits.length === 4) return Number(digits);
  const thisYear = new Date(now).getUTCFullYear();
  const year = Math.floor(thisYear / 100) * 100 + Number(digits);
  return year > thisYear + 50 ? year - 100 : year;
}

const monthOf = (name: string): number =>
  /^\d/.test(name) ? Number(name) - 1 : MONTHS.findIndex((month) => month.startsWith(name.toLowerCase()));

/** Minutes east of Greenwich. What is told in hours goes before a name beside it. */
function minutesEast({
  zone = "",
  sign,
  zoneHours = "0",
  zoneMinutes = "0",
}: Readonly<Record<string, string>>): number {
  if (sign === undefined) return (ZONE_HOURS[zone.toLowerCase()] ?? 0) * 60;
  return (Number(zoneHours) * 60 + Number(zoneMinutes)) * (sign === "-" ? -1 : 1);
}

/**
 * A moment in epoch milliseconds from the three forms of an HTTP-date (RFC 9110 section 5.6.7) and from those that
 * programs write by themselves: RFC 2822, ISO 8601, JavaScript's, .NET's. `Date.parse` reads them differently from browser to
 * browser. Fractions of a second are left off. Null for anything else: a zone by any other name than RFC 2822's, a day
 * that does not exist.
 */
export function dateOf(text: string, now: number): number | null {
  const found = forms()
    .map((pattern) => pattern.exec(text)?.groups)
    .find((groups) => groups !== undefined);
  const { day, month, year, time } = found ?? {};
  if (found === undefined || day === undefined || month === undefined || year === undefined || time === undefined)
    return null;
  const [hours = 0, minutes = 0, seconds = 0] = time.split(":").map(Number);
  const monthIndex = monthOf(month);
  const date = Number(day);
  if (monthIndex < 0 || monthIndex > 11 || hours > 23 || minutes > 59 || seconds > 60) return null;
  const midnight = new Date(Date.UTC(fullYear(year, now), monthIndex, date));
  // The thirty-first of February rolls over.
  if (midnight.getUTCDate() !== date) return null;
  return midnight.getTime() + ((hours * 60 + minutes - minutesEast(found)) * 60 + seconds) * 1000;
}
