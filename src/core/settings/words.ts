import * as v from "valibot";

/** A text that is not blank, of at most so many characters, as it stands. */
export const words = (most: number) =>
  v.pipe(
    v.string(),
    v.check((text) => text.trim() !== "" && text.length <= most),
  );
