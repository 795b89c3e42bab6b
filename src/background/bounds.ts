import * as v from "valibot";

/** A text from a message, no longer than given. */
export const text = (most: number) => v.pipe(v.string(), v.maxLength(most));
/** A list from a message, of no more than given. */
export const list = <T extends v.GenericSchema>(item: T, most: number) => v.pipe(v.array(item), v.maxLength(most));
