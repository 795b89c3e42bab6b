import * as v from "valibot";

const isList = (given: unknown): given is unknown[] => Array.isArray(given);

/**
 * A list of no more entries than these; a longer one is refused unseen. To look at each of a million would take seconds,
 * and a list's own schema looks at all of them, and writes down what is wrong with each, before one of its length is asked.
 */
export const boundedList = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(
    v.custom<unknown[]>((given) => isList(given) && given.length <= most),
    v.array(item),
  );

/** The first so many entries of a list, or with a negative number the last; nobody looks at the others. */
export const partOfList = <T extends v.GenericSchema>(item: T, most: number) =>
  v.pipe(
    v.custom<unknown[]>(isList),
    v.transform((given) => (most < 0 ? given.slice(most) : given.slice(0, most))),
    v.array(item),
  );
