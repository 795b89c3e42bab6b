import { dateOf } from "./date.ts";
import { durationOf } from "./duration.ts";

/** No automatic wait for a tab outlasts its plan. */
const LONGEST_MS = 6 * 60 * 60 * 1000;

/** A number alone, whole or not, and whatever follows it but units. */
const SECONDS = /^\+?(\d+(?:\.\d*)?(?:e\+?\d{1,3})?)(?=$|[\s(])/i;

/** A comma between values rather than within a date; a field that is sent twice comes as one with a comma. */
const BETWEEN = /[,;] {0,4}(?! ?\d{1,2}[ -](?:jan|feb|mar|apr|may|jun|jul|aug|sep|oct|nov|dec)[a-z]{0,6}[ -])/i;

/** As many seconds as this are no wait but a moment, in seconds of the Unix epoch; a thousand times as many, in milliseconds. */
const EPOCH = 1e9;
const FAR_MS = 10 * 365 * 24 * 60 * 60 * 1000;

function momentOf(amount: number, now: number): number {
  const moment = amount < EPOCH * 1000 ? amount * 1000 : amount;
  return amount >= EPOCH && moment < now + FAR_MS ? moment : now + amount * 1000;
}

/** The moment that one value means, in epoch milliseconds, or null. */
function readOne(text: string, now: number): number | null {
  const date = dateOf(text, now);
  if (date !== null) return date;
  const duration = durationOf(text);
  if (duration !== null) return now + duration * 1000;
  const amount = SECONDS.exec(text)?.[1];
  return amount === undefined ? null : momentOf(Number(amount), now);
}

/**
 * The moment before which nothing automatic may ask again, from a Retry-After field: seconds or an HTTP-date (RFC
 * 9110 section 10.2.3), and what is written in their place, with units, with fractions, as a moment, or several at
 * once. Of several readings the latest counts: to ask before the time that is meant is the worse mistake. `now` and
 * the result are milliseconds since the Unix epoch; the result lies after `now` and at most 6 hours ahead. Null when
 * the field asks for no wait: absent, past, zero, garbage.
 */
export function parseRetryAfter(value: string | undefined, now: number): number | null {
  const text = value === undefined || value.length > 200 ? "" : value.replace(/["']/g, "").trim();
  const moments = [text, ...text.split(BETWEEN)].map((part) => readOne(part.trim(), now) ?? now);
  const at = Math.ceil(Math.max(...moments));
  return at <= now ? null : Math.min(at, now + LONGEST_MS);
}
