import * as v from "valibot";
import { boundedList } from "../bounded-list.ts";
import { isModest } from "../modest-json.ts";
import { parseJson } from "../parse-json.ts";

/** The largest lists known are some hundred thousand characters, of at least twenty for each value. */
const LONGEST_TEXT = 2_000_000;
const MOST_ENTRIES = 6_000;

/** A text that is missing or no string reads as the empty word, which no table knows. */
export const word = v.fallback(v.string(), "");
const plainly = v.custom<string | number>((value) => typeof value === "string" || typeof value === "number");
/** A name or a code, which some write as a number. */
export const code = v.fallback(plainly, "");
/** A moment in any of the usual notations; see `moment`. */
export const time = v.fallback(v.nullable(plainly), null);
/** A list, whose entries are looked at only when they are no more than anybody has. One malformed entry makes the whole unreadable. */
export const items = <T extends v.GenericSchema>(item: T) => boundedList(item, MOST_ENTRIES);
/** The same where it may be left out or null when it is empty: not for a list whose emptiness is what says that all is well. */
export const list = <T extends v.GenericSchema>(item: T) => v.nullish(items(item), []);
export const named = v.object({ name: word });

/**
 * Parses JSON, also wrapped in a callback's call, and checks its shape; null for anything else, and for more than
 * 24,000 values, unseen. Never throws.
 */
export function jsonOf<T extends v.GenericSchema>(schema: () => T, text = ""): v.InferOutput<T> | null {
  if (!isModest(text, LONGEST_TEXT)) return null;
  return parseJson(schema, text.trim().replace(/^[\w$]{1,40}\(([\s\S]*)\);?$/, "$1"));
}
