import { lazily } from "../lazily.ts";
import { dateOf } from "./date.ts";
import { durationOf, isUnit } from "./duration.ts";
import { belowLabel } from "./labelled-wait.ts";

/** No automatic wait for a tab outlasts its plan. */
const LONGEST_MS = 6 * 60 * 60 * 1000;

/** A number that a value begins with, more or less, and the word that follows it, if one does. */
const leading = lazily(
  () => /^[^\p{L}\d.-]{0,4}(\d+(?:\.\d*)?(?:e\+?\d{1,3})?)\+?[ ]{0,2}(?:$|(?=[\s(])|(?<word>\p{L}{1,20}))/iu,
);

/** What parts thousands: `1,200`, `1 200`. */
const THOUSANDS = /(?<=\d)[, ](?=\d{3}(?!\d))/g;

/** From one number to another: `30-60 seconds`. Dates are full of dashes, and zones begin with one. */
const SPAN = /(?<![-:.\d])(\d{1,9})(?:[-–—]| [-–—] )(?=\d{1,9}(?![-:\d]))/g;

/** What is said in brackets is no value of its own, whatever commas part it. */
const REMARK = /\([^()]*\)/g;

/** A comma between values rather than within a date; a field that is sent twice comes as one with a comma. */
const BETWEEN =
  /(?:[,;|]|(?<=^\d{1,6})(?:\/|\.\.)(?=\d{1,6}$)) {0,4}(?! ?\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ -])/i;

/** As many seconds as this are no wait but a moment, in seconds of the Unix epoch; a thousand times as many, in milliseconds. */
const EPOCH = 1e9;
const FAR_MS = 10 * 365 * 24 * 60 * 60 * 1000;

function momentOf(amount: number, now: number): number {
  const moment = amount < EPOCH * 1000 ? amount * 1000 : amount;
  return amount >= EPOCH && moment < now + FAR_MS ? moment : now + amount * 1000;
}

/** Seconds in the largest unit by which an amount is a wait that a plan can outlast. */
const longestPlausible = (amount: number): number =>
  [3_600, 60].find((seconds) => amount * seconds * 1000 <= LONGEST_MS) ?? 1;

/** The moment that a value means by the number that it begins with, unless that is of the unit that follows. */
function readNumber(text: string, hasDuration: boolean, now: number): number | null {
  const [, digits, word] = leading().exec(text) ?? [];
  if (digits === undefined || (word !== undefined && isUnit(word))) return null;
  const amount = Number(digits);
  // A word may be a remark, or a unit in a language that nobody has thought of.
  return momentOf(word === undefined || hasDuration ? amount : amount * longestPlausible(amount), now);
}

/** `00:30` may be of hours or of minutes, and is of the larger unit by which a plan can outlast it. */
function readClock(text: string, now: number): number | null {
  const [, large, small] = /^(\d{1,4}):(\d\d)$/.exec(text) ?? [];
  if (large === undefined) return null;
  const amount = Number(large) * 60 + Number(small);
  return now + amount * Math.min(longestPlausible(amount), 60) * 1000;
}

/** A time of day that is no longer ago than this has just come, and one that is belongs to tomorrow. */
const JUST_PAST_MS = 10 * 60 * 1000;
const DAY_MS = 86_400_000;

/** A time of day, the next that there is. A zone stands behind it: without one it may be any hour's. */
function readTimeOfDay(text: string, now: number): number | null {
  const [, hours, minutes, half = ""] =
    /^(?:(?:at|after|until|not before) )?(\d{1,2}):(\d\d)(?: ?([ap])\.?m\.?)? ?(?:GMT|UTC|Z)$/i.exec(text) ?? [];
  if (hours === undefined) return null;
  const afternoon = half === "" ? 0 : (half.toLowerCase() === "p" ? 12 : 0) - (hours === "12" ? 12 : 0);
  const today = new Date(now).setUTCHours(Number(hours) + afternoon, Number(minutes), 0, 0);
  // Around midnight the time that is meant can be of the day before or after this one's date.
  const at = [today - DAY_MS, today, today + DAY_MS].find((one) => one > now - JUST_PAST_MS);
  return at === undefined ? null : Math.max(at, now);
}

/** One unit, or a half of it, in words. */
function readWords(text: string, now: number): number | null {
  const [, half, unit] = /^(?:in )?(half )?(?:an?|one) (second|minute|hour|day)$/i.exec(text) ?? [];
  if (unit === undefined) return null;
  return now + (durationOf(`1 ${unit}`) ?? 0) * 1000 * (half === undefined ? 1 : 0.5);
}

/** The moment that one value means, in epoch milliseconds: the latest of its readings. */
function readOne(text: string, now: number): number {
  const date = dateOf(text, now);
  if (date !== null) return date;
  const duration = durationOf(text);
  return Math.max(
    now + (duration ?? 0) * 1000,
    readNumber(text, duration !== null, now) ?? now,
    readClock(text, now) ?? now,
    readTimeOfDay(text, now) ?? now,
    readWords(text, now) ?? now,
  );
}

/** A field's value as it was written: `fetch` shows each byte as a character. What is no UTF-8 stays as it is. */
function asWritten(value: string): string {
  const codes = Array.from(value, (character) => character.charCodeAt(0));
  if (codes.some((code) => code > 0xff)) return value;
  try {
    return new TextDecoder("utf-8", { fatal: true }).decode(Uint8Array.from(codes));
  } catch {
    return value;
  }
}

/**
 * The moment before which nothing automatic may ask again, from a Retry-After field: seconds or an HTTP-date (RFC
 * 9110 section 10.2.3), and what is written in their place, with units, with fractions, as a moment, as a span, below a
 * name, or several at once. Of several readings the latest counts: to ask before the time that is meant is the worse mistake.
 * `now` and the result are milliseconds since the Unix epoch; the result lies after `now` and at most 6 hours ahead.
 * Null when the field asks for no wait: absent, past, zero, garbage.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const written = value === undefined || value.length > 200 ? "" : asWritten(value);
  const text = written.normalize("NFKC").replace(/["']/g, "").replace(/\s/g, " ").trim();
  const readings = [text, text.replace(SPAN, "$1, "), text.replace(THOUSANDS, "")];
  const parts =
    dateOf(text, now) === null
      ? readings.flatMap((reading) => [reading, ...reading.replace(REMARK, "").split(BETWEEN)])
      : [text];
  const latest = (values: readonly string[]): number => Math.max(now, ...values.map((value) => readOne(value, now)));
  const plain = latest(parts.map((part) => part.trim()));
  const at = Math.ceil(plain > now ? plain : latest(parts.flatMap((part) => belowLabel(part.trim(), now) ?? [])));
  return at <= now ? null : Math.min(at, now + LONGEST_MS);
}
