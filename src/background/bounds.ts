import * as v from "valibot";

/** A text from a message, no longer than given. */
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
