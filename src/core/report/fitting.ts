/** An address that hands a text on, or as much of it as an address takes. */
export interface Handing {
  readonly address: string;
  /** Nothing of the text is left out. */
  readonly isWhole: boolean;
}

/**
 * The address that takes as many lines of a text as leave it no longer than `most` characters. Where lines are left out,
 * at the end, a line of dots says so; without any line its length is whatever it is.
 */
export function fitting(text: string, most: number, addressOf: (lines: readonly string[]) => string): Handing {
  const lines = text.trimEnd().split("\n");
  const whole = addressOf(lines);
  if (whole.length <= most) return { address: whole, isWhole: true };
  for (let count = lines.length - 1; count > 0; count -= 1) {
    const shortened = addressOf([...lines.slice(0, count), "…"]);
    if (shortened.length <= most) return { address: shortened, isWhole: false };
  }
  return { address: addressOf([]), isWhole: false };
}
