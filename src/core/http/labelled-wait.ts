import { lazily } from "../lazily.ts";
import { dateOf } from "./date.ts";
import { isUnit } from "./duration.ts";

/** A number that nothing leans on which makes it part of a version, a date, a clock or a name. */
const number = lazily(() => /(?<![\p{L}\d./-]|\d:)\d{1,15}(?:\.\d{1,9})?(?![\p{L}\d:/-]|\.\d)/u);

/** Words, and the parts of `retryAfterMs`. */
const words = lazily(() => /\p{Lu}?\p{Ll}+|\p{Lu}+|\p{Lo}+/gu);

/** No name of a date has more words. */
const MOST_WORDS = 6;

function dateBelow(text: string, now: number): string | null {
  const dates = [...text.matchAll(/[\s=:{]{1,3}(?=\w)/g)]
    .slice(0, MOST_WORDS)
    .map(({ index, 0: gap }) => text.slice(index + gap.length).replace(/[\s)}\]]{1,4}$/, ""));
  return dates.find((date) => dateOf(date, now) !== null) ?? null;
}

/**
 * The wait or the date in a value that puts a name before it, as a setting or a sentence does: `60` of `delay=60`,
 * `60 seconds` of `{seconds:60}`, the date of `at` a date. Several numbers tell nothing, for nobody knows which of them is
 * the wait. Null where there is nothing of the kind.
 */
export function belowLabel(text: string, now: number): string | null {
  const date = dateBelow(text, now);
  if (date !== null) return date;
  const found = number().exec(text);
  if (found === null || text.match(/\d+(?:\.\d+)?/g)?.length !== 1) return null;
  const [unit = ""] = [...text.slice(0, found.index).matchAll(words())].at(-1) ?? [];
  return isUnit(unit) ? `${found[0]} ${unit}` : found[0];
}
