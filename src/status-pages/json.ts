import * as v from "valibot";

/** The largest lists known are some hundred thousand characters. */
const MAX_CHARACTERS = 2_000_000;

/** A text that is missing or no string reads as the empty word, which no table knows. */
export const word = v.fallback(v.string(), "");
const plainly = v.custom<string | number>((value) => typeof value === "string" || typeof value === "number");
/** A name or a code, which some write as a number. */
export const code = v.fallback(plainly, "");
/** A moment in any of the usual notations; see `moment`. */
export const time = v.fallback(v.nullable(plainly), null);
/** A list that may be left out or null when it is empty. One malformed entry makes the whole unreadable. */
export const list = <T extends v.GenericSchema>(item: T) => v.nullish(v.array(item), []);
export const named = v.object({ name: word });

/** Parses JSON, also wrapped in a callback's call, and checks its shape; null for anything else. Never throws. */
export function jsonOf<T extends v.GenericSchema>(schema: T, text = ""): v.InferOutput<T> | null {
  if (text.length > MAX_CHARACTERS) return null;
  try {
    const bare = text.trim().replace(/^[\w$]{1,40}\(([\s\S]*)\);?$/, "$1");
    const parsed = v.safeParse(schema, JSON.parse(bare));
    return parsed.success ? parsed.output : null;
  } catch {
    return null;
  }
}
